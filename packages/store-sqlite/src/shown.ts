import type { QuotationKind, ReviewStatus } from '@onrecord/schema'

/** Rows of `quote_entry` that readers see unless they ask for others: neither terms nor rejected or withdrawn. */
export const SHOWN = `kind <> 'term' AND status NOT IN ('rejected', 'withdrawn')`

/** The same of one entry. */
export function isShown({ kind, status }: { kind: QuotationKind; status: ReviewStatus }): boolean {
  return kind !== 'term' && status !== 'rejected' && status !== 'withdrawn'
}

/** Statistics that readers see unless they ask for others. */
export const SHOWN_STATISTIC = `review NOT IN ('rejected', 'withdrawn')`
