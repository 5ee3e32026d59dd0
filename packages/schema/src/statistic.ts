import { z } from 'zod'
import { Anchor } from './anchor.ts'
import { CitationId, OccurrenceId, QuoteId, SpeakerId, StatisticId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { ReviewStatus } from './quote.ts'
import { Figure, Rank, Text, Words } from './text.ts'
import { PartialDate, When } from './time.ts'

export const Approximator = z
  .enum(['exact', 'about', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'range', 'plusMinus', 'order'])
  .describe('How exact the figure claims to be; order: dozens, millions')
export type Approximator = z.infer<typeof Approximator>

export const UnitKind = z
  .enum([
    'none',
    'count',
    'percent',
    'percentagePoint',
    'basisPoint',
    'currency',
    'physical',
    'time',
    'other',
  ])
  .describe('What kind of unit it is')

const unitFields = {
  kind: UnitKind,
  code: Words.nullable().describe('ISO 4217 for currency, UCUM for physical and time; null where open'),
  text: Words.nullable().describe('The unit or counted noun as written'),
}
function unitIsWhole({
  kind,
  code,
  text,
}: {
  kind: string
  code: string | null
  text: string | null
}): boolean {
  if (kind === 'none') return code === null && text === null
  if (kind === 'currency') return code === null || /^[A-Z]{3}$/.test(code)
  return true
}
const BaseUnit = z
  .strictObject(unitFields)
  .refine(unitIsWhole, { error: 'code does not fit the kind of unit' })

export const Unit = z
  .strictObject({
    ...unitFields,
    per: BaseUnit.nullable().describe('Per what: a unit without a per of its own'),
  })
  .refine(unitIsWhole, { error: 'code does not fit the kind of unit' })
  .refine(({ kind, per }) => kind !== 'none' || per === null, { error: 'no unit, so nothing per' })
  .describe('Unit of a value; 20% is value 20, kind percent')
  .meta({ id: 'Unit' })
export type Unit = z.infer<typeof Unit>

export const StatType = z
  .enum([
    'count',
    'sum',
    'mean',
    'median',
    'minimum',
    'maximum',
    'share',
    'rate',
    'probability',
    'rank',
    'other',
  ])
  .describe('What was done to get the figure, as Data Commons names it')
export const StatisticKind = z
  .enum(['level', 'change', 'share', 'rate', 'ratio', 'rank', 'index', 'odds'])
  .describe('What kind of figure')
export const Direction = z.enum(['up', 'down', 'none']).describe('Direction of a change')
export const Grain = z
  .enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century', 'instant'])
  .describe('Precision of the period')
export const PlaceScheme = z
  .enum(['iso3166-1', 'iso3166-2', 'unM49', 'geonames', 'wikidata'])
  .describe('Register of the code')
export const ObservationStatus = z
  .enum(['observed', 'estimated', 'provisional', 'forecast', 'target', 'hypothetical'])
  .describe('SDMX observation status')

/** The figure itself; shared by the stored record and the extractor's candidate. */
export const figureFields = {
  value: Figure.nullable().describe('The value in its unit; null for a range or order'),
  low: Figure.nullable().describe('Lower bound'),
  high: Figure.nullable().describe('Upper bound'),
  approximator: Approximator,
  surface: Words.describe('The figure as printed, with approximator and unit'),
  digits: z.int().min(1).nullable().describe('Significant digits printed'),
  unit: Unit,
  kind: StatisticKind,
  direction: Direction.nullable(),
  status: ObservationStatus,
  unread: Words.nullable().describe('Why a figure could not be read; then value, low and high are null'),
}

export function figureIsWhole(figure: {
  value: number | null
  low: number | null
  high: number | null
  approximator: string
  unread: string | null
}): boolean {
  const { value, low, high, approximator, unread } = figure
  if (unread !== null) return value === null && low === null && high === null
  if (approximator === 'range' || approximator === 'order')
    return value === null && low !== null && high !== null && low < high
  if (approximator === 'plusMinus') {
    if (value === null || low === null || high === null || low > value || value > high) return false
    return Math.abs(value - low - (high - value)) <= 1e-9 * Math.max(1, Math.abs(high - low))
  }
  return value !== null && low === null && high === null
}
export function shareIsPossible({
  kind,
  unit,
  value,
  low,
  high,
}: {
  kind: string
  unit: { kind: string }
  value: number | null
  low: number | null
  high: number | null
}): boolean {
  if (unit.kind === 'percentagePoint') return kind === 'change'
  if (unit.kind !== 'percent' || kind !== 'share') return true
  return [value, low, high].every((part) => part === null || (part >= 0 && part <= 100))
}
export function rankIsPossible({
  kind,
  value,
  approximator,
}: {
  kind: string
  value: number | null
  approximator: string
}): boolean {
  if (kind !== 'rank' || value === null) return true
  return Number.isInteger(value) && value >= 1 && (approximator === 'exact' || approximator === 'atMost')
}
export const figureErrors = {
  whole: { error: 'value, low and high do not fit the approximator' },
  share: { error: 'a share lies within 0 to 100 percent; percentage points need a change' },
  rank: { error: 'a rank is a whole number from 1, exact or at most' },
  direction: { error: 'a change needs a direction' },
}

const place = z
  .strictObject({
    text: Words.describe('The place as written'),
    anchor: Anchor.nullable().describe('Where it stands'),
    scheme: PlaceScheme.nullable(),
    code: Words.nullable().describe('Code of the place'),
  })
  .refine(({ scheme, code }) => (scheme === null) === (code === null), { error: 'a code needs its register' })

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
  .refine(({ from, to }) => from === null || to === null || from < to, { error: 'from must lie before to' })

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
    error: 'the same occurrence twice',
  })
  .describe('A figure somebody states')
  .meta({ id: 'Statistic' })
export type Statistic = z.infer<typeof Statistic>
