import { carry, extract, extractor } from '@onrecord/extract'
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
}: {
  sink: Sink
  maxBytes?: number
  signal?: AbortSignal | undefined
  fetching?: FetchOptions
}): IngestDeps {
  return {
    sink,
    loaders,
    extract,
    extractor,
    carry,
    maxBytes,
    signal,
    fetch: createFetch(fetching),
    clock: () => new Date().toISOString(),
  }
}
