import {
  Facets,
  SearchFacetsInput,
  SearchPage,
  SearchPageInput,
  SearchSuggestInput,
  Suggestions,
} from '@onrecord/schema'
import type { TRPCRouterRecord } from '@trpc/server'
import { procedure } from '../trpc.ts'

export const searchRouter = {
  page: procedure('quote:read')
    .input(SearchPageInput)
    .output(SearchPage)
    .query(({ ctx, input }) => ctx.services.search.page(ctx.actor, input)),
  facets: procedure('quote:read')
    .input(SearchFacetsInput)
    .output(Facets)
    .query(({ ctx, input }) => ctx.services.search.facets(ctx.actor, input)),
  suggest: procedure('quote:read')
    .input(SearchSuggestInput)
    .output(Suggestions)
    .query(({ ctx, input }) => ctx.services.search.suggest(ctx.actor, input)),
} satisfies TRPCRouterRecord
