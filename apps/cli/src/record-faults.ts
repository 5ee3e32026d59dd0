import { createHash } from 'node:crypto'
import type { Store } from '@onrecord/core'
import { check, checkHashes, type Lookup, records } from '@onrecord/schema'

export type RecordFault = { id: string; code: string; message: string }

const EVERYTHING = { limit: 100, cursor: null }

/**
 * Reads every record of the store once and yields what is wrong with it among its fellows: anchors that no longer
 * slice to their words, hashes that differ, pointers to nothing. A sound record yields `{ fault: null }`.
 */
export async function* recordFaults(store: Store): AsyncGenerator<{ fault: RecordFault | null }, void> {
  const lookup = lookupIn(store)
  for await (const line of store.dump()) {
    if (line.kind === 'auditEntry' || line.kind === 'tombstone') continue
    const { id } = line.data
    const parsed = records[line.kind].safeParse(line.data)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      yield {
        fault: {
          id,
          code: 'schema',
          message: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit the schema'}`.trim(),
        },
      }
      continue
    }
    const faults = await check(line, lookup)
    if (line.kind === 'revision') faults.push(...(await checkHashes(line.data, digest)))
    for (const { code, path, message } of faults)
      yield { fault: { id, code, message: path === '' ? message : `${path} ${message}` } }
    if (faults.length === 0) yield { fault: null }
  }
}

function lookupIn(store: Store): Lookup {
  return {
    get: (kind, id) => store.get(kind, id),
    decisions: async (target) => (await store.list('decision', { target }, EVERYTHING)).items,
    audit: async (target) => (await store.history({ target }, EVERYTHING)).items,
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
