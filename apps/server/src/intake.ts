import type { Context } from '@onrecord/api'
import type { Actor } from '@onrecord/core'
import type { Sink } from '@onrecord/ingest'

/** Puts batches into the store of this process, as `actor`; what `trpcSink` is over HTTP. */
export function serviceSink(services: Context['services'], actor: Actor): Sink {
  return {
    known: (input) => services.batch.known(actor, input),
    put: (batch) => services.batch.put(actor, batch),
  }
}
