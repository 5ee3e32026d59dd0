import { z } from 'zod'
import { QuoteId, StatisticId } from '../id.ts'
import { ReviewStatus } from '../quote.ts'
import { figureFields, StatType } from '../figure.ts'
import { Links, Period } from '../statistic.ts'
import { Figure, Words } from '../text.ts'
import { IsoTime, PartialDate } from '../time.ts'
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
  series: Words.nullable().describe(
    'What it measures, of which unit and where; alike for comparable figures',
  ),
}
export const StatisticCard = z
  .strictObject(statisticCardFields)
  .describe('A statistic in a table')
  .meta({ id: 'StatisticCard' })
export type StatisticCard = z.infer<typeof StatisticCard>

/** How two figures stand to each other that measure the same thing at the same place and time. */
export const StatisticRelation = z
  .enum(['equal', 'rounded', 'near', 'overlaps', 'differs'])
  .describe('rounded: to fewer digits; near: within 1%; overlaps: as ranges; differs: outside each other')
export type StatisticRelation = z.infer<typeof StatisticRelation>

/** The same figure told elsewhere; never resolved, never averaged. */
export const StatisticGroup = z
  .strictObject({
    items: z.array(StatisticCard).min(2).describe('Same thing, place and period; latest source first'),
    disagreement: z.boolean().describe('Two of them differ, in two sources or by two voices'),
    sameReport: z.boolean().describe('Two that differ are taken from the same document'),
  })
  .describe('Figures of the same thing, place and period')
  .meta({ id: 'StatisticGroup' })
export type StatisticGroup = z.infer<typeof StatisticGroup>

const elsewhere = z
  .strictObject({
    statistic: StatisticCard,
    relation: StatisticRelation,
    disagreement: z.boolean().describe('They differ, in two sources or by two voices'),
    sameReport: z.boolean().describe('Both are taken from the same document'),
  })
  .describe('The same figure, told elsewhere')

export const StatisticView = z
  .strictObject({
    ...statisticCardFields,
    links: Links,
    occurrences: z.array(OccurrenceView).min(1).describe('Where it stands'),
    elsewhere: z.array(elsewhere).describe('Other figures of the same thing, place and period'),
    version: z.int().min(1).describe('Edit count'),
    createdAt: IsoTime.describe('When it was recorded'),
    updatedAt: IsoTime.describe('When it last changed'),
  })
  .describe('A statistic whole')
  .meta({ id: 'StatisticView' })
export type StatisticView = z.infer<typeof StatisticView>

export const StatisticSort = z
  .enum(['new', 'value', '-value', 'period', '-period', 'measure', 'place'])
  .describe('new: latest source first; others rising, with - falling; what is not known last')
export type StatisticSort = z.infer<typeof StatisticSort>

export const StatisticQuery = z
  .strictObject({
    q: z.string().max(10_000).describe('Words of the measure, place, unit or sentence'),
    speaker: z.array(z.string()).describe('Slugs of asserters'),
    source: z.array(z.string()).describe('Ids of sources'),
    status: z.array(ReviewStatus).describe('Review states'),
    place: z.array(z.string()).default([]).describe('Names or codes of places'),
    unit: z.array(z.string()).default([]).describe('Units: percent, currency:gbp, count:workers'),
    measure: z.array(z.string()).default([]).describe('Series, as cards name them'),
    from: PartialDate.nullable().default(null).describe('Holding at or after the start of this'),
    to: PartialDate.nullable().default(null).describe('Holding at or before the end of this'),
    sort: StatisticSort.default('new').describe('Order'),
  })
  .describe('Which statistics')
  .meta({ id: 'StatisticQuery' })
export type StatisticQuery = z.infer<typeof StatisticQuery>
