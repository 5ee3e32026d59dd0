import { z } from 'zod'
import { QuoteId, RevisionId, SourceId, StatisticId } from '../id.ts'
import { SourceKey } from '../source.ts'
import { Sha256, Words } from '../text.ts'
import { PageInput, pageOf, Total } from './page.ts'
import { SearchQuery } from './search.ts'
import { Overview } from './search.ts'
import { SourceCard } from './source-view.ts'
import { StatisticCard, StatisticGroup, StatisticQuery } from './statistic-view.ts'

/** What each procedure takes; one schema a procedure, named after it. */
export const SearchPageInput = z
  .strictObject({ query: SearchQuery, page: PageInput })
  .describe('What search.page takes')
export type SearchPageInput = z.infer<typeof SearchPageInput>
export const SearchFacetsInput = z.strictObject({ query: SearchQuery }).describe('What search.facets takes')
export type SearchFacetsInput = z.infer<typeof SearchFacetsInput>
export const SearchSuggestInput = z
  .strictObject({
    words: z.string().max(200).describe('Words typed so far; none: those with most quotes'),
  })
  .describe('What search.suggest takes')
export type SearchSuggestInput = z.infer<typeof SearchSuggestInput>
export const SpeakerGetInput = z
  .strictObject({
    slug: z.string().max(200).describe('Slug, present or earlier'),
  })
  .describe('What speaker.get takes')
export type SpeakerGetInput = z.infer<typeof SpeakerGetInput>
export const QuoteGetInput = z.strictObject({ id: QuoteId }).describe('What quote.get takes')
export type QuoteGetInput = z.infer<typeof QuoteGetInput>
export const SourceGetInput = z
  .strictObject({
    id: SourceId,
    revision: RevisionId.nullable().describe('Which revision; null: the latest'),
  })
  .describe('What source.get takes')
export type SourceGetInput = z.infer<typeof SourceGetInput>
export const SourceListInput = z.strictObject({ page: PageInput }).describe('What source.list takes')
export type SourceListInput = z.infer<typeof SourceListInput>
export const StatisticListInput = z
  .strictObject({ query: StatisticQuery, page: PageInput })
  .describe('What statistic.list takes')
export type StatisticListInput = z.infer<typeof StatisticListInput>
export const StatisticGetInput = z.strictObject({ id: StatisticId }).describe('What statistic.get takes')
export type StatisticGetInput = z.infer<typeof StatisticGetInput>
export const BatchKnownInput = z
  .strictObject({
    key: SourceKey,
    fingerprint: Sha256.nullable().describe(
      'Fingerprint of the text at hand: where no source has the key and the key is no url, a source whose latest revision has this fingerprint is the one known; null: by key alone',
    ),
  })
  .describe('What batch.known takes')
export type BatchKnownInput = z.infer<typeof BatchKnownInput>

/** What `source.list` and `statistic.list` answer. */
export const SourcePage = pageOf(SourceCard).describe('A page of sources')
export type SourcePage = z.infer<typeof SourcePage>
export const StatisticPage = pageOf(StatisticCard)
  .extend({
    total: Total,
    groups: z.array(StatisticGroup).readonly().describe('Of the rows: figures that are told more than once'),
  })
  .describe('A page of statistics')
export type StatisticPage = z.infer<typeof StatisticPage>

export const MetaView = z
  .strictObject({
    name: Words.describe('Name of this database'),
    schemaVersion: Words.describe('Version of the schema it speaks'),
    limits: z
      .strictObject({
        batchBytes: z.int().min(1).describe('Most bytes of one batch'),
        candidates: z.int().min(1).describe('Most candidates of one batch'),
      })
      .describe('What a batch may hold'),
    overview: Overview,
  })
  .describe('What this server is and takes')
  .meta({ id: 'MetaView' })
export type MetaView = z.infer<typeof MetaView>
