import { MetaView } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const metaRouter = {
  get: procedure('meta:read')
    .output(MetaView)
    .query(({ ctx }) => ctx.services.meta.get(ctx.actor)),
} satisfies TRPCRouterRecord
