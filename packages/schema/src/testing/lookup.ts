import type { AuditEntry } from '../audit-entry.ts'
import type { Kept, Lookup } from '../check/fault.ts'
import type { Kind, Records } from '../records.ts'

/** A lookup in a list of records. */
export function lookupIn(records: readonly Kept[], audit: readonly AuditEntry[]): Lookup {
  function allOf(kind: Kind): readonly Kept['data'][] {
    return records.filter((record) => record.kind === kind).map(({ data }) => data)
  }
  return {
    get: async (kind, id) => {
      const found = allOf(kind).find((record) => record.id === id)
      return isOf(kind, found) ? found : null
    },
    decisions: async (target) =>
      records.flatMap((record) =>
        record.kind === 'decision' && record.data.target === target ? [record.data] : [],
      ),
    audit: async (target) => audit.filter((entry) => entry.target === target),
  }
}

// The list is filtered by kind above; the compiler cannot see it.
function isOf<K extends Kind>(_: K, record: Kept['data'] | undefined): record is Records[K] {
  return record !== undefined
}
