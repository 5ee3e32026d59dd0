import { DomainError } from '@onrecord/core'

/** Exit code of a command that failed: 2 for what was asked wrongly, 3 for what is in use, 1 for everything else. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof DomainError)) return 1
  if (error.code === 'invalid') return 2
  return error.code === 'conflict' ? 3 : 1
}

/** What to print of an error: the message of one on purpose, the stack of a defect. */
export function explain(error: unknown): string {
  if (error instanceof DomainError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
