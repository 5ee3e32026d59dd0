import type { AuditEntry, Cause, DecisionId, IsoTime, Kind, Records } from '@onrecord/schema'
import type { Permit } from './access.ts'

/** One record as it shall be. `next.version` is the one it replaces plus 1; 1 creates. Records without a version are made once. */
export type Put<K extends Kind = Kind> = {
  [P in K]: { op: 'put'; kind: P; next: Records[P]; reason: string | null }
}[K]
/** Takes a record away: nothing is left but its audit and a tombstone with the reason. Used for the sample and for personal data. */
export type Erase<K extends Kind = Kind> = {
  [P in K]: { op: 'erase'; kind: P; id: Records[P]['id']; version: number; reason: string }
}[K]
export type Change = Put | Erase

export type Author = {
  permit: Permit
  /** Idempotency key, unique among commits: seen before, the first commit is returned and nothing written. */
  key: string | null
  cause: Cause
  decisionId?: DecisionId | null
}

export type Commit = { seq: number; at: IsoTime; replayed: boolean; entries: readonly AuditEntry[] }
export type Tombstone = { id: string; kind: Kind; reason: string; at: IsoTime }
