import type { AuditEntry } from '../audit-entry.ts'
import type { Kind, Records } from '../records.ts'
import type { ReviewDecision } from '../review-decision.ts'

/** What a check found wrong. `path` is a JSON Pointer into the record; people read `message`, programs `code`. */
export type Fault = { code: FaultCode; path: string; message: string }

export type FaultCode =
  | 'missing'
  | 'anchorBounds'
  | 'anchorWords'
  | 'anchorContext'
  | 'hash'
  | 'revisionOrder'
  | 'changedForever'
  | 'changeSame'
  | 'nesting'
  | 'quoteText'
  | 'occurrenceKind'
  | 'statisticOutsideQuote'
  | 'statisticAsserter'
  | 'decisionVersion'
  | 'verifiedWithoutDecision'
  | 'deprecatedWithoutReason'

/** A record and its kind, as a dump gives them. */
export type Kept = { [K in Kind]: { kind: K; data: Records[K] } }[Kind]

/** How a check reaches other records. A store's `get` fits; absent records are null. */
export type Lookup = {
  get<K extends Kind>(kind: K, id: Records[K]['id']): Promise<Records[K] | null>
  /** Every decision on a record. */
  decisions(target: string): Promise<readonly ReviewDecision[]>
  /** Every audit entry of a record, in any order. */
  audit(target: string): Promise<readonly AuditEntry[]>
}

/** A fault if a record that is pointed at does not exist; null ids point at nothing. */
export async function missing<K extends Kind>(
  lookup: Lookup,
  kind: K,
  id: Records[K]['id'] | null,
  path: string,
): Promise<Fault[]> {
  if (id === null || (await lookup.get(kind, id)) !== null) return []
  return [{ code: 'missing', path, message: `there is no ${kind} ${id}` }]
}
