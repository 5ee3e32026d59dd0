import { SourceGetInput, SourceListInput, SourcePage, SourceView } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const sourceRouter = {
  get: procedure('source:read')
    .input(SourceGetInput)
    .output(SourceView)
    .query(({ ctx, input }) => ctx.services.source.get(ctx.actor, input)),
  list: procedure('source:read')
    .input(SourceListInput)
    .output(SourcePage)
    .query(({ ctx, input }) => ctx.services.source.list(ctx.actor, input)),
} satisfies TRPCRouterRecord
