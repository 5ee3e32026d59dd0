import { createServices } from '@onrecord/core'
import type { Actor } from '@onrecord/core'
import { countedIds, memoryStore } from '@onrecord/core/testing'
import { sha256 } from '../fingerprint.ts'
import type { Sink } from '../sink.ts'

/** A sink over the services of a store in memory: what a program gets that ingests into its own process. */
export function memorySink(): Sink {
  const actor: Actor = { kind: 'system', task: 'test' }
  const { batch } = createServices({
    store: memoryStore(),
    clock: () => '2031-03-14T09:00:00.000Z',
    newId: countedIds(),
    digest: sha256,
  })
  return { known: (input) => batch.known(actor, input), put: (input) => batch.put(actor, input) }
}
