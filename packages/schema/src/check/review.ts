import type { AuditEntry } from '../audit-entry.ts'
import type { ReviewStatus } from '../quote.ts'
import type { Rank } from '../text.ts'
import type { Fault, Lookup } from './fault.ts'

/**
 * Invariant 36: what is verified was accepted or put right by a person who saw the version that became so, or a
 * later one. Invariant 37: what is deprecated has its reason in the audit.
 */
export async function checkReview(
  record: { id: string; version: number; rank: Rank },
  field: 'status' | 'review',
  status: ReviewStatus,
  lookup: Lookup,
): Promise<Fault[]> {
  const faults: Fault[] = []
  if (status !== 'verified' && record.rank !== 'deprecated') return faults
  const entries = await lookup.audit(record.id)
  if (status === 'verified') {
    const seen = lastChange(entries, `/${field}`)?.from ?? 0
    const decisions = await lookup.decisions(record.id)
    const decided = decisions.some(
      ({ by, verdict, targetVersion }) =>
        by.kind === 'user' && (verdict === 'accept' || verdict === 'edit') && targetVersion >= seen,
    )
    if (!decided) {
      faults.push({
        code: 'verifiedWithoutDecision',
        path: `/${field}`,
        message: 'no person decided so on this version',
      })
    }
  }
  if (record.rank === 'deprecated') {
    const change = lastChange(entries, '/rank') ?? entries.find(({ from }) => from === 0)
    if (!change?.reason) {
      faults.push({
        code: 'deprecatedWithoutReason',
        path: '/rank',
        message: 'the audit has no reason why it is deprecated',
      })
    }
  }
  return faults
}

function lastChange(entries: readonly AuditEntry[], path: string): AuditEntry | undefined {
  return entries
    .filter(({ patch }) => patch.some((step) => step.path === path))
    .toSorted((a, b) => a.to - b.to)
    .at(-1)
}
