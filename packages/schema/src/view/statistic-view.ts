import { z } from 'zod'
import { QuoteId, StatisticId } from '../id.ts'
import { ReviewStatus } from '../quote.ts'
import { figureFields, StatType } from '../figure.ts'
import { Links, Period } from '../statistic.ts'
import { Figure, Words } from '../text.ts'
import { IsoTime } from '../time.ts'
import { OccurrenceView, SourceLink, SpeakerLink } from './quote-view.ts'

export const statisticCardFields = {
  id: StatisticId,
  ...figureFields,
  measure: Words.nullable().describe('The thing measured'),
  statType: StatType.nullable(),
  population: Words.nullable().describe('Who or what is counted'),
  denominator: Words.nullable().describe('The whole of a share'),
  place: Words.nullable().describe('Where'),
  placeCode: Words.nullable().describe('ISO 3166 code where sure'),
  period: Period.nullable().describe('When'),
  baseValue: Figure.nullable().describe('Value a change counts from'),
  speaker: SpeakerLink.nullable().describe('Who says it; null: the source itself'),
  cites: Words.nullable().describe('The document it is taken from, as named'),
  quoteId: QuoteId.nullable().describe('The quote it stands in'),
  review: ReviewStatus,
  source: SourceLink,
  sentence: Words.describe('The sentence it stands in'),
  mark: z
    .strictObject({
      start: z.int().min(0).describe('First UTF-16 code unit'),
      end: z.int().min(1).describe('The code unit after the last one'),
    })
    .describe('Where the figure stands in that sentence'),
}
export const StatisticCard = z
  .strictObject(statisticCardFields)
  .describe('A statistic in a table')
  .meta({ id: 'StatisticCard' })
export type StatisticCard = z.infer<typeof StatisticCard>

export const StatisticView = z
  .strictObject({
    ...statisticCardFields,
    links: Links,
    occurrences: z.array(OccurrenceView).min(1).describe('Where it stands'),
    version: z.int().min(1).describe('Edit count'),
    createdAt: IsoTime.describe('When it was recorded'),
    updatedAt: IsoTime.describe('When it last changed'),
  })
  .describe('A statistic whole')
  .meta({ id: 'StatisticView' })
export type StatisticView = z.infer<typeof StatisticView>

export const StatisticQuery = z
  .strictObject({
    q: z.string().max(10_000).describe('Words of the measure, place, unit or sentence'),
    speaker: z.array(z.string()).describe('Slugs of asserters'),
    source: z.array(z.string()).describe('Ids of sources'),
    status: z.array(ReviewStatus).describe('Review states'),
  })
  .describe('Which statistics')
  .meta({ id: 'StatisticQuery' })
export type StatisticQuery = z.infer<typeof StatisticQuery>
