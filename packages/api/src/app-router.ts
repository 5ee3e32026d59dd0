import { batchRouter } from './routers/batch.ts'
import { metaRouter } from './routers/meta.ts'
import { quoteRouter } from './routers/quote.ts'
import { searchRouter } from './routers/search.ts'
import { sourceRouter } from './routers/source.ts'
import { speakerRouter } from './routers/speaker.ts'
import { statisticRouter } from './routers/statistic.ts'
import { createCallerFactory, router } from './trpc.ts'

/** Everything served at /trpc. */
export const appRouter = router({
  meta: metaRouter,
  search: searchRouter,
  speaker: speakerRouter,
  quote: quoteRouter,
  source: sourceRouter,
  statistic: statisticRouter,
  batch: batchRouter,
})
export type AppRouter = typeof appRouter

/** Calls procedures in this process: gate, parsing and output check as over HTTP. */
export const createCaller = createCallerFactory(appRouter)
