import { SCHEMA_VERSION } from '@onrecord/schema'
import type { MetaView } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import type { Deps } from './deps.ts'
import { hasSample } from './sample.ts'
import { LIMITS } from './tuning.ts'

export function metaService({
  store,
  name = 'Onrecord',
  limits = LIMITS,
}: Pick<Deps, 'store' | 'name' | 'limits'>) {
  return {
    async get(actor: Actor): Promise<MetaView> {
      permit(actor, 'meta:read')
      const overview = { ...(await store.overview()), sample: await hasSample(store) }
      return { name, schemaVersion: SCHEMA_VERSION, limits: { ...limits }, overview }
    },
  }
}
