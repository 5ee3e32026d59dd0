import type { IsoTime } from '@onrecord/schema'
import type { Digest, NewId } from './new-id.ts'
import type { Store } from './store.ts'

/** All that the services need of the world outside. `name`: how this database calls itself. */
export type Deps = { store: Store; clock: () => IsoTime; newId: NewId; digest: Digest; name?: string }
