import { carry, extract, extractorWith } from '@onrecord/extract'
import type { Model } from '@onrecord/extract'
import type { IsoTime } from '@onrecord/schema'
import { createFetch } from './fetch.ts'
import type { FetchOptions } from './fetch.ts'
import type { IngestDeps } from './ingest.ts'
import { loaders } from './loaders/index.ts'
import type { Sink } from './sink.ts'
import { MAX_BYTES } from './tuning.ts'

/** What `ingest` needs, with the loaders and the extractor of this project and the public internet; only the sink is asked for. */
export function createDeps({
  sink,
  maxBytes = MAX_BYTES,
  signal,
  fetching = {},
  model = null,
  clock = () => new Date().toISOString(),
}: {
  sink: Sink
  maxBytes?: number
  signal?: AbortSignal | undefined
  fetching?: FetchOptions
  /** Trained weights of the extractor; without them its rules run alone. */
  model?: Model | null
  clock?: () => IsoTime
}): IngestDeps {
  return {
    sink,
    loaders,
    extract: (text, options) => extract(text, { ...options, model, careful: true }),
    extractor: extractorWith(model),
    carry,
    maxBytes,
    signal,
    fetch: createFetch(fetching),
    clock,
  }
}
