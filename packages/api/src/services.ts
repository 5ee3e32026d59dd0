import type { Actor } from '@onrecord/core'
import type {
  Batch,
  BatchKnownInput,
  Facets,
  KnownSource,
  MetaView,
  QuoteGetInput,
  QuoteView,
  Receipt,
  SearchFacetsInput,
  SearchPage,
  SearchPageInput,
  SearchSuggestInput,
  SourceGetInput,
  SourceListInput,
  SourcePage,
  SourceView,
  SpeakerGetInput,
  SpeakerView,
  StatisticGetInput,
  StatisticListInput,
  StatisticPage,
  StatisticView,
  Suggestions,
} from '@onrecord/schema'

type Infer<S extends { _output: unknown }> = S['_output']
type Method<Input, Output> = (actor: Actor, input: Input) => Promise<Output>

/** The part of core's services that the router calls. */
export type Services = {
  meta: { get: (actor: Actor) => Promise<MetaView> }
  search: {
    page: Method<Infer<typeof SearchPageInput>, SearchPage>
    facets: Method<Infer<typeof SearchFacetsInput>, Facets>
    suggest: Method<Infer<typeof SearchSuggestInput>, Suggestions>
  }
  speaker: { get: Method<Infer<typeof SpeakerGetInput>, SpeakerView> }
  quote: { get: Method<Infer<typeof QuoteGetInput>, QuoteView> }
  source: {
    get: Method<Infer<typeof SourceGetInput>, SourceView>
    list: Method<Infer<typeof SourceListInput>, SourcePage>
  }
  statistic: {
    list: Method<Infer<typeof StatisticListInput>, StatisticPage>
    get: Method<Infer<typeof StatisticGetInput>, StatisticView>
  }
  batch: {
    known: Method<Infer<typeof BatchKnownInput>, KnownSource | null>
    put: Method<Batch, Receipt>
  }
}
