import { z } from 'zod'
import { QuotationKind } from '../occurrence.ts'
import { ReviewStatus } from '../quote.ts'
import { Slug, Words } from '../text.ts'
import { PartialDate } from '../time.ts'
import { Total } from './page.ts'
import { quoteCardFields } from './quote-view.ts'
import { SpeakerCard } from './speaker-view.ts'

export const SearchQuery = z
  .strictObject({
    q: z
      .string()
      .max(10_000)
      .describe('Words as typed; tokens such as speaker:"Ana Vidal" are read out of it'),
    speaker: z.array(z.string().max(200)).describe('Slugs of speakers; several: any of them'),
    source: z
      .array(z.string().max(200))
      .describe('Slugs of publishers or ids of sources; several: any of them'),
    kind: z.array(QuotationKind).describe('Kinds of quotation; none: all but terms'),
    status: z.array(ReviewStatus).describe('Review states; none: all that the public may see'),
    from: PartialDate.nullable().describe('Said, or published, on or after'),
    to: PartialDate.nullable().describe('Said, or published, on or before: all of that year, month or day'),
    sort: z.enum(['new', 'best']).describe('Newest first, or best match first'),
  })
  .describe('Which quotes')
  .meta({ id: 'SearchQuery' })
export type SearchQuery = z.infer<typeof SearchQuery>

export const Mark = z
  .strictObject({
    start: z.int().min(0).describe('First UTF-16 code unit'),
    end: z.int().min(1).describe('The code unit after the last one'),
  })
  .refine(({ start, end }) => start < end, { error: 'start must lie before end' })
  .describe('A found word: UTF-16 offsets, into the quote’s text where nothing else is said')
  .meta({ id: 'Mark' })
export type Mark = z.infer<typeof Mark>

export const SearchHit = z
  .strictObject({
    ...quoteCardFields,
    marks: z.array(Mark).describe('Found words, in order and apart'),
    speakerMarks: z
      .array(Mark)
      .describe('Found words in the shown name of the speaker: UTF-16 offsets into speaker.name'),
  })
  .describe('A quote found')
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof SearchHit>

const facet = <S extends z.ZodType<string>>(value: S) =>
  z.array(
    z.strictObject({
      value: value.describe('What the filter takes'),
      label: Words.describe('As shown'),
      count: z.int().min(0).describe('Rows a click gives'),
      checked: z.boolean().describe('Whether it is ticked now'),
    }),
  )

/** Each facet ignores its own ticks, so that the total after a click is the sum of the ticked counts. */
export const Facets = z
  .strictObject({
    speaker: facet(Slug).describe('By speaker'),
    source: facet(z.string()).describe('By publisher, or source where none is known'),
    kind: facet(QuotationKind).describe('By kind'),
    status: facet(ReviewStatus).describe('By review state'),
    year: facet(z.string()).describe('By year said, else published'),
    exact: z.boolean().describe('false: counted over the newest rows only'),
  })
  .describe('Counts per facet')
  .meta({ id: 'Facets' })
export type Facets = z.infer<typeof Facets>

export const SearchPage = z
  .strictObject({
    items: z.array(SearchHit).describe('Quotes found'),
    next: Words.nullable().describe('Cursor of the next page'),
    total: Total,
    understood: SearchQuery.describe('The query as understood, tokens read out of the words'),
    notices: z
      .array(
        z.strictObject({
          code: z
            .enum(['unknownSpeaker', 'unknownSource', 'badDate', 'nothingToSearch', 'datesReversed'])
            .describe('What went wrong'),
          text: Words.describe('What was not understood; nothingToSearch and datesReversed: as typed'),
        }),
      )
      .describe(
        'What could not be understood, and was searched as words; nothingToSearch: no word was typed, so nothing is found; datesReversed: from lies after to, so nothing is found',
      ),
    instead: z
      .array(
        z.strictObject({
          dropped: z
            .enum(['q', 'speaker', 'source', 'kind', 'status', 'from', 'to'])
            .describe('The filter left out'),
          count: z.int().min(1).describe('Rows found without it'),
        }),
      )
      .describe('On an empty page: what would find something'),
    similar: z.array(SpeakerCard).describe('On an empty page: speakers of similar name'),
  })
  .describe('A page of results')
  .meta({ id: 'SearchPage' })
export type SearchPage = z.infer<typeof SearchPage>

export const Suggestions = z
  .strictObject({
    speakers: z.array(SpeakerCard).describe('Speakers whose name fits, most quotes first'),
    sources: z
      .array(
        z.strictObject({
          value: z.string().describe('What the filter takes'),
          label: Words.describe('As shown'),
          quotes: z.int().min(0).describe('Quotes it has'),
        }),
      )
      .describe('Publishers whose name fits'),
  })
  .describe('What could be meant while typing')
  .meta({ id: 'Suggestions' })
export type Suggestions = z.infer<typeof Suggestions>

export const Overview = z
  .strictObject({
    quotes: z.int().min(0).describe('Quotes, terms left out'),
    speakers: z.int().min(0).describe('Speakers, records judged the same counted once'),
    sources: z.int().min(0).describe('Sources'),
    publishers: z.int().min(0).describe('Publishers of these sources'),
    statistics: z.int().min(0).describe('Statistics'),
    verified: z.int().min(0).describe('Quotes verified'),
    sample: z.boolean().describe('Whether the sample is present'),
  })
  .describe('What the database holds, in figures')
  .meta({ id: 'Overview' })
export type Overview = z.infer<typeof Overview>
