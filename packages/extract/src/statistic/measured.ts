import type { StatisticCandidate } from '@onrecord/schema'
import { readCounted } from './counted.ts'
import { currencyAfter, currencyBefore } from './currency.ts'
import type { Money } from './currency.ts'
import { grains } from './date-word.ts'
import type { Lexeme } from './lexeme.ts'
import { readNumber } from './number.ts'
import { readUnit } from './unit.ts'

type Unit = StatisticCandidate['unit']
type BaseUnit = NonNullable<Unit['per']>

/** A unit with the lexeme after it, and its name for tables. */
export type Measured = { unit: Unit; name: string; next: number; adjective: boolean }

/** The currency that stands before a number. */
export type MoneyBefore = { unit: Unit; name: string; first: number }

/** A text and its lexemes. */
export type Source = { text: string; lexemes: readonly Lexeme[] }

const slice = ({ text, lexemes }: Source, first: number, next: number): string =>
  text.slice(lexemes[first]?.start ?? 0, lexemes[next - 1]?.end ?? 0)

const moneyUnit = (source: Source, money: Money): Unit => ({
  kind: 'currency',
  code: money.code,
  text: slice(source, money.first, money.next),
  per: null,
})

/** The currency before a number at `at`. */
export function moneyBefore(source: Source, at: number): MoneyBefore | null {
  const money = currencyBefore(source.lexemes, at)
  return money ? { unit: moneyUnit(source, money), name: money.code ?? money.name, first: money.first } : null
}

/** The unit or currency that begins at lexeme `at`, right after a number. */
export function measuredAfter(source: Source, at: number): Measured | null {
  const hyphen = source.lexemes[at]?.lower === '-' && source.lexemes[at]?.gap === 0 ? at + 1 : at
  const money = currencyAfter(source.lexemes, hyphen)
  // «pounds» is a weight to the table of units and money to the other: money here, where nothing weighs.
  if (money && !(money.name === 'pound' && weighs(source.lexemes, money.next, hyphen > at)))
    return {
      unit: moneyUnit(source, money),
      name: money.name === 'pound' ? 'pound' : (money.code ?? money.name),
      next: money.next,
      adjective: hyphen > at,
    }
  if (money)
    return {
      unit: { kind: 'physical', code: '[lb_av]', text: slice(source, money.first, money.next), per: null },
      name: 'pound-mass',
      next: money.next,
      adjective: hyphen > at,
    }
  const found = readUnit(source.text, source.lexemes, at)
  if (found === null) return null
  const { kind, code, name } = found.entry
  return {
    unit: {
      kind: kind === 'count' ? 'other' : kind,
      code,
      text: slice(source, found.first, found.next),
      per: null,
    },
    name,
    next: found.next,
    adjective: found.adjective,
  }
}

const moneyContext =
  /^(?:in|for|a|per|each|worth|fine|note|sterling|damages|compensation|grant|loan|fee|bill|budget|cost|tax|less|more|from|to)$/
function weighs(lexemes: readonly Lexeme[], at: number, adjective: boolean): boolean {
  if (adjective) return true
  const after = lexemes[at]
  return !(
    after?.kind === 'word' &&
    after.gap === 1 &&
    moneyContext.test(after.lower) &&
    after.lower !== 'to' &&
    after.lower !== 'from' &&
    after.lower !== 'in' &&
    after.lower !== 'for'
  )
}

/** The noun counted after `at`. */
export function countedAfter(source: Source, at: number, singular: boolean): Measured | null {
  const counted = readCounted(source.lexemes, at, singular)
  if (counted === null) return null
  const text = slice(source, counted.first, counted.next)
  return {
    unit: { kind: 'count', code: null, text, per: null },
    name: text,
    next: counted.next,
    adjective: false,
  }
}

/** «per cent» is a unit of its own; «per 100,000 employees», «a barrel», «/kg», «each». */
export function perAfter(
  source: Source,
  at: number,
  money: boolean,
): { per: BaseUnit; name: string; next: number } | null {
  const { lexemes } = source
  const word = lexemes[at]
  if (word === undefined || word.gap === 2) return null
  const hyphens =
    word.lower === '-' &&
    (lexemes[at + 1]?.lower === 'a' || lexemes[at + 1]?.lower === 'per') &&
    lexemes[at + 2]?.lower === '-'
  const lead = hyphens ? (lexemes[at + 1]?.lower ?? '') : word.lower
  let from = hyphens ? at + 3 : at + 1
  if (lead !== 'per' && lead !== 'a' && lead !== 'an' && lead !== '/' && lead !== 'every' && lead !== 'each')
    return null
  if (lead === '/' && word.gap !== 0) return null
  const article = lead === 'a' || lead === 'an' || lead === 'every' || lead === 'each'
  const number = article && lead !== 'every' ? null : readNumber(lexemes, from)
  const start = from
  if (number) from = number.next
  const found = readUnit(source.text, lexemes, from) ?? null
  const first = lexemes[from]
  if (found) {
    const { kind, code, name } = found.entry
    if (kind === 'percent') return null
    // «a day», «a year», «a barrel»: a time, or money for a measure.
    if (article && kind !== 'time' && !money) return null
    if (
      article &&
      lexemes[found.next]?.lower !== undefined &&
      /^(?:ago|earlier|later|before)$/.test(lexemes[found.next]?.lower ?? '')
    )
      return null
    const text = slice(source, start, found.next)
    return { per: { kind, code: number ? null : code, text }, name: number ? text : name, next: found.next }
  }
  if (first === undefined || first.kind !== 'word' || first.gap === 2) return null
  if (article && !(money && shared.has(first.lower))) return null
  if (number) {
    const counted = readCounted(lexemes, from, false)
    const next = counted?.next ?? from
    const text = slice(source, start, next)
    return { per: { kind: 'count', code: null, text }, name: text, next }
  }
  if (grains.has(first.lower))
    return {
      per: { kind: 'time', code: null, text: slice(source, from, from + 1) },
      name: first.lower,
      next: from + 1,
    }
  const text = slice(source, from, from + 1)
  return { per: { kind: 'count', code: null, text }, name: text.toLowerCase(), next: from + 1 }
}
const shared = new Set(
  'share head person piece household unit night ticket student pupil child patient worker employee game seat copy bottle unit litre barrel ounce pound gallon tonne ton pop month'.split(
    ' ',
  ),
)
