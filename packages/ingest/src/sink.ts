import type { Batch, BatchKnownInput, KnownSource, Receipt } from '@onrecord/schema'

/** Where batches go: the API of a server (`trpcSink`), or the services of this process. Both throw DomainError. */
export interface Sink {
  /** What is known of the source under this key, or else of the one that stands at this text; null: nothing yet. */
  known(input: BatchKnownInput): Promise<KnownSource | null>
  /** Stores a batch, all or nothing. A key put before gives `duplicate` and stores nothing. */
  put(batch: Batch): Promise<Receipt>
}
