import { createHash } from 'node:crypto'
import type { Digest, NewId } from '@onrecord/core'
import type { IsoTime } from '@onrecord/schema'
import { monotonicFactory } from 'ulid'

/** What the services of core need of the world: time, ids and a digest. */
export function systemDeps(): { clock: () => IsoTime; newId: NewId; digest: Digest } {
  const next = monotonicFactory()
  return {
    clock: () => new Date().toISOString(),
    newId: (prefix) => `${prefix}_${next().toLowerCase()}`,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  }
}
