import { StatisticGetInput, StatisticListInput, StatisticPage, StatisticView } from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const statisticRouter = {
  list: procedure('statistic:read')
    .input(StatisticListInput)
    .output(StatisticPage)
    .query(({ ctx, input }) => ctx.services.statistic.list(ctx.actor, input)),
  get: procedure('statistic:read')
    .input(StatisticGetInput)
    .output(StatisticView)
    .query(({ ctx, input }) => ctx.services.statistic.get(ctx.actor, input)),
} satisfies TRPCRouterRecord
