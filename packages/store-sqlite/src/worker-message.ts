import { DomainError, errorCodes } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import type { Question } from './engine.ts'

/** What a worker is started with. */
export type WorkerData = { file: string; role: 'reader' | 'writer' }

export type Task = Question | 'commit' | 'load'
export type Ask = { id: number; task: Task | 'close'; args: readonly unknown[] }

/** Errors cross as data: structured clone keeps neither the class nor the fields of one. */
export type Told = {
  code: ErrorCode | null
  message: string
  stack: string | undefined
  details: Record<string, unknown>
}
export type Reply = { id: number; value?: unknown; error?: Told }

export function toldOf(error: unknown): Told {
  if (error instanceof DomainError)
    return { code: error.code, message: error.message, stack: error.stack, details: { ...error.details } }
  if (error instanceof Error) return { code: null, message: error.message, stack: error.stack, details: {} }
  return { code: null, message: String(error), stack: undefined, details: {} }
}

export function errorFrom({ code, message, stack, details }: Told): Error {
  const error =
    code !== null && errorCodes.includes(code) ? new DomainError(code, message, details) : new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
