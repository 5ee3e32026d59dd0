import type { IsoTime } from '@onrecord/schema'
import type { Digest, NewId } from './new-id.ts'
import type { Store } from './store.ts'

/** Most bytes of the text of one batch, in UTF-8, and most candidates of every kind together. */
export type Limits = { batchBytes: number; candidates: number }

/** All that the services need of the world outside. `name`: how this database calls itself; `limits`: of a batch, else `LIMITS`. */
export type Deps = {
  store: Store
  clock: () => IsoTime
  newId: NewId
  digest: Digest
  name?: string
  limits?: Limits
}
