import { z } from 'zod'
import { QuoteId, RevisionId, SourceId, StatisticId } from '../id.ts'
import { SourceKey } from '../source.ts'
import { Words } from '../text.ts'
import { PageInput, pageOf, Total } from './page.ts'
import { SearchQuery } from './search.ts'
import { Overview } from './search.ts'
import { SourceCard } from './source-view.ts'
import { StatisticCard, StatisticQuery } from './statistic-view.ts'

/** What each procedure takes; one schema a procedure, named after it. */
export const SearchPageInput = z.strictObject({ query: SearchQuery, page: PageInput })
export const SearchFacetsInput = z.strictObject({ query: SearchQuery })
export const SearchSuggestInput = z.strictObject({
  words: z.string().max(200).describe('Words typed so far; none: those with most quotes'),
})
export const SpeakerGetInput = z.strictObject({
  slug: z.string().max(200).describe('Slug, present or earlier'),
})
export const QuoteGetInput = z.strictObject({ id: QuoteId })
export const SourceGetInput = z.strictObject({
  id: SourceId,
  revision: RevisionId.nullable().describe('Which revision; null: the latest'),
})
export const SourceListInput = z.strictObject({ page: PageInput })
export const StatisticListInput = z.strictObject({ query: StatisticQuery, page: PageInput })
export const StatisticGetInput = z.strictObject({ id: StatisticId })
export const BatchKnownInput = z.strictObject({ key: SourceKey })

/** What `source.list` and `statistic.list` answer. */
export const SourcePage = pageOf(SourceCard)
export type SourcePage = z.infer<typeof SourcePage>
export const StatisticPage = pageOf(StatisticCard).extend({ total: Total })
export type StatisticPage = z.infer<typeof StatisticPage>

export const MetaView = z
  .strictObject({
    name: Words.describe('Name of this database'),
    schemaVersion: Words.describe('Version of the schema it speaks'),
    limits: z.strictObject({
      batchBytes: z.int().min(1).describe('Most bytes of one batch'),
      candidates: z.int().min(1).describe('Most candidates of one batch'),
    }),
    overview: Overview,
  })
  .describe('What this server is and takes')
  .meta({ id: 'MetaView' })
export type MetaView = z.infer<typeof MetaView>
