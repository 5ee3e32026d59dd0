import { Batch, BatchKnownInput, KnownSource, Receipt } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const batchRouter = {
  known: procedure('batch:put')
    .input(BatchKnownInput)
    .output(KnownSource.nullable())
    .query(({ ctx, input }) => ctx.services.batch.known(ctx.actor, input)),
  put: procedure('batch:put')
    .input(Batch)
    .output(Receipt)
    .mutation(({ ctx, input }) => ctx.services.batch.put(ctx.actor, input)),
} satisfies TRPCRouterRecord
