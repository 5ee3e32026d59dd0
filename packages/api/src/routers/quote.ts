import { QuoteGetInput, QuoteView } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const quoteRouter = {
  get: procedure('quote:read')
    .input(QuoteGetInput)
    .output(QuoteView)
    .query(({ ctx, input }) => ctx.services.quote.get(ctx.actor, input)),
} satisfies TRPCRouterRecord
