import { z } from 'zod'
import { Anchor } from './anchor.ts'
import {
  figureErrors,
  figureFields,
  figureIsWhole,
  Grain,
  PlaceScheme,
  rankIsPossible,
  shareIsPossible,
  StatType,
} from './figure.ts'
import { CitationId, OccurrenceId, QuoteId, SpeakerId, StatisticId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { ReviewStatus } from './quote.ts'
import { Figure, Rank, Text, Words } from './text.ts'
import { PartialDate, When } from './time.ts'

/** Rules that hold for the stored record and for the extractor's candidate. */
export const placeError = { error: 'a code needs its register, and the other way round' }
export const periodError = { error: 'from must lie before to' }
export function periodIsInOrder({ from, to }: { from: string | null; to: string | null }): boolean {
  return from === null || to === null || from < to
}

const place = z
  .strictObject({
    text: Words.describe('The place as written'),
    anchor: Anchor.nullable().describe('Where it stands'),
    scheme: PlaceScheme.nullable(),
    code: Words.nullable().describe('Code of the place'),
  })
  .refine(({ scheme, code }) => (scheme === null) === (code === null), placeError)

export const Period = z
  .strictObject({
    text: Words.nullable().describe('The words it was read from'),
    anchor: Anchor.nullable().describe('Where they stand'),
    from: PartialDate.nullable().describe('First day, month or year'),
    to: PartialDate.nullable().describe('End, exclusive; null: open'),
    grain: Grain,
    asOf: z.boolean().describe('Whether the value holds at a point rather than over the period'),
    relativeTo: When.nullable().describe('The date a relative phrase counts from'),
  })
  .refine(periodIsInOrder, periodError)
  .describe('When a figure holds')
  .meta({ id: 'Period' })
export type Period = z.infer<typeof Period>

const rule = Words.nullable()
export const Links = z
  .strictObject({
    measure: rule.describe('Rule that linked the measure'),
    population: rule.describe('Rule that linked the population'),
    place: rule.describe('Rule that linked the place'),
    period: rule.describe('Rule that linked the period'),
    asserter: rule.describe('Rule that linked the asserter'),
  })
  .describe('For each link, the rule that made it')
  .meta({ id: 'Links' })
export type Links = z.infer<typeof Links>

export const Statistic = z
  .strictObject({
    id: StatisticId,
    ...figureFields,
    measure: z
      .strictObject({
        text: Words.describe('The thing measured, as written'),
        statType: StatType,
        property: Words.nullable().describe('The property measured'),
        anchor: Anchor.nullable().describe('Where it stands'),
      })
      .nullable()
      .describe('The thing measured'),
    denominator: z
      .strictObject({
        text: Words.describe('Of what'),
        anchor: Anchor.nullable().describe('Where it stands'),
      })
      .nullable()
      .describe('The whole of a share'),
    population: z
      .strictObject({
        text: Words.describe('Who or what is counted'),
        anchor: Anchor.nullable().describe('Where it stands'),
        constraints: z
          .array(z.strictObject({ property: Words.describe('Property'), value: Words.describe('Value') }))
          .describe('What narrows it'),
      })
      .nullable()
      .describe('The population'),
    place: place.nullable().describe('Where'),
    period: Period.nullable().describe('When'),
    base: z
      .strictObject({
        value: Figure.nullable().describe('The value changed from'),
        period: Words.nullable().describe('When that held, as written'),
        text: Words.describe('The base as written'),
      })
      .nullable()
      .describe('What a change counts from'),
    assertedBy: SpeakerId.nullable().describe('Who says it in the text; null: the source’s own voice'),
    measuredBy: z
      .strictObject({
        speakerId: SpeakerId.nullable().describe('Who counted'),
        text: Words.nullable().describe('As written'),
        citationId: CitationId.nullable().describe('The document it is taken from'),
      })
      .nullable()
      .describe('Who counted'),
    marginOfError: Figure.nullable().describe('Margin of error in the unit of the value'),
    method: Text.nullable().describe('How it was measured'),
    quoteId: QuoteId.nullable().describe('The quote it stands in'),
    links: Links,
    occurrenceIds: z.array(OccurrenceId).min(1).describe('Where it appears'),
    review: ReviewStatus,
    rank: Rank,
    ...versioned,
  })
  .refine(inTimeOrder, timeOrder)
  .refine(figureIsWhole, figureErrors.whole)
  .refine(shareIsPossible, figureErrors.share)
  .refine(rankIsPossible, figureErrors.rank)
  .refine(({ kind, direction }) => kind !== 'change' || direction !== null, figureErrors.direction)
  .refine(
    ({ kind, review, denominator, population }) =>
      kind !== 'share' || review !== 'verified' || denominator !== null || population !== null,
    { error: 'a verified share needs a denominator or population' },
  )
  .refine(({ occurrenceIds }) => new Set(occurrenceIds).size === occurrenceIds.length, {
    error: 'an occurrence stands once',
  })
  .describe('A figure somebody states')
  .meta({ id: 'Statistic' })
export type Statistic = z.infer<typeof Statistic>
