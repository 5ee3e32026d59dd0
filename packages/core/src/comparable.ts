import type { StatisticCard, StatisticRelation } from '@onrecord/schema'
import { dayOf } from './day.ts'
import { fold } from './folding.ts'
import { slugOf } from './slug.ts'
import { POINTS_APART, SERIES_WORDS } from './tuning.ts'

export type Measured = Pick<
  StatisticCard,
  | 'unit'
  | 'kind'
  | 'status'
  | 'unread'
  | 'measure'
  | 'statType'
  | 'population'
  | 'denominator'
  | 'place'
  | 'placeCode'
> & { period: { text: string | null } | null }
export type Dated = Pick<StatisticCard, 'period' | 'cites'>
export type Valued = Pick<
  StatisticCard,
  'value' | 'low' | 'high' | 'approximator' | 'digits' | 'direction' | 'kind' | 'unread'
>
export type Told = Valued & Pick<StatisticCard, 'source' | 'speaker' | 'cites'>

// Words that say nothing about what is measured, or only that something is.
const EMPTY = new Set(
  'a an the of in on at by for from to with and or is are was were that this their its his her all total overall number amount figure level'.split(
    ' ',
  ),
)

/**
 * What a statistic measures, as one address-safe word: the same for statistics of the same thing (content words of
 * measure and population, whatever their order), unit, kind, standing and place. Null where the thing measured is not
 * known or the figure could not be read: such a statistic is compared with none.
 */
export function seriesOf(statistic: Measured): string | null {
  const { unit, kind, status, unread, measure, statType, population, denominator } = statistic
  const thing = measure ?? (unit.kind === 'count' ? unit.text : null)
  if (thing === null || unread !== null) return null
  const all = contentOf([thing, population])
  // «visitors came to Port Elden in 2024» measures visitors: where and when are compared by themselves.
  const elsewhere = new Set(contentOf([statistic.place, statistic.period?.text ?? null]))
  const own = all.filter((word) => !elsewhere.has(word))
  const words = own.length === 0 ? all : own
  if (words.length === 0) return null
  const whole = JSON.stringify([
    words,
    contentOf([denominator]),
    // A bare number of things is a count of them.
    kind === 'level' && unit.kind === 'none' ? 'count' : comparedUnit(unit),
    unit.per === null ? '' : comparedUnit(unit.per),
    kind,
    // A mean is no median of the same thing; a count is one whether it is said or not.
    statType !== null && AVERAGES.has(statType) ? statType : '',
    // What is foreseen or wanted is no statement about what was counted.
    TOLD.has(status) ? '' : status,
    placeKeys(statistic)[0] ?? '',
  ])
  return `${slugOf(words.slice(0, SERIES_WORDS).join(' '))}.${hashOf(whole)}`
}

const AVERAGES: ReadonlySet<string> = new Set(['mean', 'median', 'minimum', 'maximum'])
const TOLD: ReadonlySet<string> = new Set(['observed', 'estimated', 'provisional'])

/** Folded words that carry meaning, plural endings off, each once, in order of the alphabet. */
function contentOf(texts: readonly (string | null)[]): string[] {
  const words = texts.flatMap((text) => (text === null ? [] : fold(text).split(' ')))
  return [...new Set(words.filter((word) => word !== '' && !EMPTY.has(word)).map(singular))].toSorted()
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

// The noun counted is part of the thing measured; a code or a sign is the unit itself.
function comparedUnit({ kind, code, text }: Pick<Measured['unit'], 'kind' | 'code' | 'text'>): string {
  return kind === 'count' ? kind : `${kind}:${code ?? contentOf([text]).join(' ')}${code ?? text ?? ''}`
}

/** Ways to name the place of a statistic in a filter, folded: its code where sure, then its words. */
export function placeKeys({ place, placeCode }: Pick<StatisticCard, 'place' | 'placeCode'>): string[] {
  return [placeCode, place]
    .filter((name) => name !== null)
    .map(fold)
    .filter((name) => name !== '')
}

/** Ways to name the unit of a statistic in a filter: `currency` and `currency:gbp`, `count` and `count:workers`. */
export function unitKeys({ kind, code, text }: Pick<Measured['unit'], 'kind' | 'code' | 'text'>): string[] {
  const name = (code ?? text)?.toLowerCase()
  return name === undefined ? [kind.toLowerCase()] : [kind.toLowerCase(), `${kind.toLowerCase()}:${name}`]
}

/** Both ends of a period as days, the second exclusive; a point has no second. Null where neither end is known. */
function periodKey(period: StatisticCard['period']): string | null {
  if (period === null || (period.from === null && period.to === null)) return null
  const { from, to, asOf } = period
  return `${from === null ? '' : dayOf(from)}/${to === null ? (asOf ? 'point' : '') : dayOf(to)}`
}

/**
 * The group of a statistic: same thing, place and period. A figure without a known period is grouped with those taken
 * from the same document; without either it stands alone, since two undated figures may both be right.
 */
export function groupOf(statistic: Measured & Dated): string | null {
  const series = seriesOf(statistic)
  const period = periodKey(statistic.period)
  const report = statistic.cites === null ? '' : fold(statistic.cites)
  if (series === null || (period === null && report === '')) return null
  return `${series} ${period ?? `report ${report}`}`
}

/**
 * How two figures of one group stand to each other; null where one could not be read. `equal`: same value or range.
 * `rounded`: one is the other, printed to fewer digits. `near`: points not more than 1 % apart. `overlaps`: ranges
 * with a value in common, where a bound is a range without end. `differs`: everything else.
 */
export function relationOf(one: Valued, other: Valued): StatisticRelation | null {
  const a = rangeOf(one)
  const b = rangeOf(other)
  if (a === null || b === null) return null
  if (isSame(a.low, b.low) && isSame(a.high, b.high)) return 'equal'
  if (a.low !== a.high || b.low !== b.high)
    return Math.max(a.low, b.low) <= Math.min(a.high, b.high) ? 'overlaps' : 'differs'
  const digits = [digitsOf(one, a.low), digitsOf(other, b.low)] as const
  if (isRounding(a.low, b.low, digits) || isRounding(b.low, a.low, [digits[1], digits[0]])) return 'rounded'
  const apart = Math.abs(a.low - b.low)
  return apart * POINTS_APART <= Math.max(Math.abs(a.low), Math.abs(b.low)) ? 'near' : 'differs'
}

/** Whether two figures of one group contradict each other: they differ, and are told in two sources or by two voices. */
export function disagree(one: Told, other: Told): boolean {
  return (
    relationOf(one, other) === 'differs' &&
    (one.source.id !== other.source.id || one.speaker?.id !== other.speaker?.id)
  )
}

/** Whether both name the same document as the one they are taken from. */
export function citeSame(one: Pick<Told, 'cites'>, other: Pick<Told, 'cites'>): boolean {
  return one.cites !== null && other.cites !== null && fold(one.cites) === fold(other.cites)
}

type Range = { low: number; high: number }

/** What a figure claims, both ends included; a fall counts below nought. */
function rangeOf(figure: Valued): Range | null {
  const range = unsignedRange(figure)
  if (range === null || figure.kind !== 'change' || figure.direction !== 'down') return range
  return { low: -range.high, high: -range.low }
}

function unsignedRange({ value, low, high, approximator }: Valued): Range | null {
  if (low !== null && high !== null) return { low, high }
  if (value === null) return null
  if (approximator === 'atLeast' || approximator === 'moreThan') return { low: value, high: Infinity }
  if (approximator === 'atMost' || approximator === 'lessThan') return { low: -Infinity, high: value }
  return { low: value, high: value }
}

function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

function digitsOf({ digits }: Valued, value: number): number {
  return digits ?? (value.toExponential().split('e')[0] ?? '').replace(/[-.]/g, '').length
}

/** `coarse` is `fine` to its own, fewer digits: not more than half a step of its last digit away. */
function isRounding(fine: number, coarse: number, [many, few]: readonly [number, number]): boolean {
  if (few >= many || fine === 0 || coarse === 0) return false
  const exponent = Math.min(exponentOf(fine), exponentOf(coarse)) - few + 1
  return Math.abs(fine - coarse) * 2 <= 10 ** exponent * (1 + 1e-9)
}

function exponentOf(value: number): number {
  return Number(value.toExponential().split('e')[1])
}

/** 64 bits of FNV-1a over UTF-16 code units, in base 36: short, and the same on every machine. */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return hash.toString(36)
}
