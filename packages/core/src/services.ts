import { batchService } from './batch.ts'
import type { Deps } from './deps.ts'
import { metaService } from './meta.ts'
import { quoteService } from './quote.ts'
import { sampleService } from './sample.ts'
import { searchService } from './search.ts'
import { sourceService } from './source.ts'
import { speakerService } from './speaker.ts'
import { statisticService } from './statistic.ts'

/** Everything Onrecord does, by noun; each method takes who asks and what for, and checks that they may. */
export function createServices(deps: Deps) {
  return {
    meta: metaService(deps),
    search: searchService(deps),
    speaker: speakerService(deps),
    quote: quoteService(deps),
    source: sourceService(deps),
    statistic: statisticService(deps),
    batch: batchService(deps),
    sample: sampleService(deps),
  }
}
export type Services = ReturnType<typeof createServices>
