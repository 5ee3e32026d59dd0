import { z } from 'zod'
import { Figure, Words } from './text.ts'

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
export type UnitKind = z.infer<typeof UnitKind>

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
  // UCUM is written in ASCII without blanks: m2, Cel, km/h.
  if (kind === 'physical' || kind === 'time') return code === null || /^[!-~]+$/.test(code)
  return true
}
const unitError = {
  error: 'code must fit the kind: none has neither code nor text, currency ISO 4217, physical and time UCUM',
}
const BaseUnit = z
  .strictObject(unitFields)
  .refine(unitIsWhole, unitError)
  .describe('A unit without a per of its own')
  .meta({ id: 'BaseUnit' })

export const Unit = z
  .strictObject({
    ...unitFields,
    per: BaseUnit.nullable().describe('Per what: a unit without a per of its own'),
  })
  .refine(unitIsWhole, unitError)
  .refine(({ kind, per }) => kind !== 'none' || per === null, { error: 'a value without unit has no per' })
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
export type StatType = z.infer<typeof StatType>
export const StatisticKind = z
  .enum(['level', 'change', 'share', 'rate', 'ratio', 'rank', 'index', 'odds'])
  .describe('What kind of figure')
export type StatisticKind = z.infer<typeof StatisticKind>
export const Direction = z.enum(['up', 'down', 'none']).describe('Direction of a change')
export type Direction = z.infer<typeof Direction>
export const Grain = z
  .enum(['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century', 'instant'])
  .describe('Precision of the period')
export type Grain = z.infer<typeof Grain>
export const PlaceScheme = z
  .enum(['iso3166-1', 'iso3166-2', 'unM49', 'geonames', 'wikidata'])
  .describe('Register of the code')
export type PlaceScheme = z.infer<typeof PlaceScheme>
export const ObservationStatus = z
  .enum(['observed', 'estimated', 'provisional', 'forecast', 'target', 'hypothetical'])
  .describe('SDMX observation status')
export type ObservationStatus = z.infer<typeof ObservationStatus>

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
  whole: {
    error:
      'value, low and high must fit the approximator: range and order have low < high and no value, plusMinus low and high about the value, all others a value alone; none where unread',
  },
  share: { error: 'a share lies within 0 to 100 percent; percentage points need a change' },
  rank: { error: 'a rank is a whole number from 1, exact or at most' },
  direction: { error: 'a change needs a direction' },
}
