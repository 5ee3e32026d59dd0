import type { ReviewStatus } from '@onrecord/schema'
import { statusWords } from './record-words.ts'

/** What review made of a record, in words; the colour only repeats them. */
export function StatusWord({ status }: { status: ReviewStatus }) {
  return <span className={`status status-${status}`}>{statusWords[status]}</span>
}
