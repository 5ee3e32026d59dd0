import { dateOf, dayOf } from './calendar.ts'
import type { Interval } from './calendar.ts'
import type { Lexeme } from './lexeme.ts'
import { ordinals, tens, units } from './number-word.ts'

/** Part of a date expression: half-open range of lexemes and what it means. `relative`: counts from the reference. */
export type DateAtom = {
  first: number
  next: number
  interval: Interval
  relative: boolean
  /** Resolved to the year that was meant by the reference only, so that another end of a range may decide it. */
  yearless: boolean
  rule: string
}

export type DateContext = { lexemes: readonly Lexeme[]; text: string; reference: number | null }

export const open = (grain: Interval['grain']): Interval => ({ from: null, to: null, grain })

export const gapFits = (lexeme: Lexeme | undefined): boolean => lexeme !== undefined && lexeme.gap < 2

export const atom = (
  first: number,
  next: number,
  interval: Interval,
  rule: string,
  yearless = false,
): DateAtom => ({
  first,
  next,
  interval,
  relative: false,
  yearless,
  rule,
})

/** A year of four digits at `at`, with nothing that makes it something else; null for none. */
export function yearAt({ lexemes }: DateContext, at: number): number | null {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'number' || !/^(?:1[0-9]|20|21)\d\d$/.test(lexeme.lower)) return null
  const after = lexemes[at + 1]
  if (
    after?.kind === 'mark' &&
    after.gap === 0 &&
    (after.lower === '%' ||
      (after.lower === '.' && lexemes[at + 2]?.kind === 'number' && lexemes[at + 2]?.gap === 0))
  )
    return null
  if (after?.kind === 'word' && after.gap === 0) return null
  return Number(lexeme.lower)
}

/** Year for a month (and day) printed without one: the one that puts it nearest to the reference, a little more readily in the past. */
export function nearestYear(reference: number, month: number, day: number): number {
  const { year } = dateOf(reference)
  const distance = (candidate: number) => {
    const apart = dayOf(candidate, month, day) - reference
    return apart > 0 ? apart * 1.6 : -apart
  }
  return [year - 1, year, year + 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  )
}

/** A day of the month as cardinal words: twenty nine. */
export function wordDayAt(
  { lexemes }: DateContext,
  at: number,
): { day: number; next: number; ordinal: boolean } | null {
  const ten = tens.get(lexemes[at]?.lower ?? '')
  if (ten === undefined || ten > 30 || lexemes[at]?.gap === 2) return null
  const hyphen = lexemes[at + 1]?.lower === '-' ? at + 2 : at + 1
  const unit = units.get(lexemes[hyphen]?.lower ?? '')
  return unit !== undefined && unit > 0 && ten + unit <= 31
    ? { day: ten + unit, next: hyphen + 1, ordinal: false }
    : null
}

/** A day of the month at `at`: 4, 4th, fourth, twenty-second. */
export function dayAt(
  { lexemes }: DateContext,
  at: number,
): { day: number; next: number; ordinal: boolean } | null {
  const lexeme = lexemes[at]
  if (lexeme === undefined) return null
  if (lexeme.kind === 'number') {
    if (!/^\d{1,2}$/.test(lexeme.lower)) return null
    const day = Number(lexeme.lower)
    const suffix = lexemes[at + 1]
    const ordinal = suffix?.gap === 0 && /^(?:st|nd|rd|th)$/.test(suffix.lower)
    if (!ordinal && suffix?.kind === 'word' && suffix.gap === 0) return null
    return day >= 1 && day <= 31 ? { day, next: ordinal ? at + 2 : at + 1, ordinal } : null
  }
  if (lexeme.kind !== 'word') return null
  const plain = ordinals.get(lexeme.lower)
  if (plain !== undefined) return plain <= 31 ? { day: plain, next: at + 1, ordinal: true } : null
  const ten = tens.get(lexeme.lower)
  if (ten === undefined || ten > 30) return null
  const hyphen = lexemes[at + 1]?.lower === '-' ? 2 : 1
  const unit = ordinals.get(lexemes[at + hyphen]?.lower ?? '')
  return unit !== undefined && unit < 10 && ten + unit <= 31
    ? { day: ten + unit, next: at + hyphen + 1, ordinal: true }
    : null
}

/** «, 2031» or « 2031» or « of 2031» after a date. */
export function yearAfter(context: DateContext, at: number): { year: number; next: number } | null {
  const { lexemes } = context
  let from = at
  const word = lexemes[from]
  if (
    word?.gap !== 2 &&
    (word?.lower === ',' ||
      word?.lower === 'of' ||
      word?.lower === 'in' ||
      word?.lower === '-' ||
      word?.lower === '/')
  )
    from++
  const year = gapFits(lexemes[from]) ? yearAt(context, from) : null
  if (year !== null) return { year, next: from + 1 }
  const words = from < lexemes.length ? yearWordsAt(lexemes, from) : null
  return words
}

/** nineteen ninety-six, two thousand and five, twenty twenty. */
export function yearWordsAt(lexemes: readonly Lexeme[], at: number): { year: number; next: number } | null {
  const skip = (index: number) =>
    lexemes[index]?.lower === '-' || lexemes[index]?.lower === 'and' ? index + 1 : index
  const century = units.get(lexemes[at]?.lower ?? '') ?? tens.get(lexemes[at]?.lower ?? '')
  if (century === undefined || !gapFits(lexemes[at])) return null
  if (century === 2 && lexemes[at + 1]?.lower === 'thousand') {
    const from = skip(at + 2)
    const rest = pairAt(lexemes, from)
    return rest && (from > at + 2 || rest.value < 30) ? { year: 2000 + rest.value, next: rest.next } : null
  }
  if (century < 16 || century > 20) return null
  const rest = pairAt(lexemes, skip(at + 1))
  return rest && rest.value >= 10 ? { year: century * 100 + rest.value, next: rest.next } : null
}

export function pairAt(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const word = lexemes[at]
  if (word?.kind !== 'word' || word.gap === 2) return null
  const unit = units.get(word.lower)
  if (unit !== undefined) return { value: unit, next: at + 1 }
  const ten = tens.get(word.lower)
  if (ten === undefined) return null
  const from = lexemes[at + 1]?.lower === '-' ? at + 2 : at + 1
  const below = units.get(lexemes[from]?.lower ?? '')
  return below !== undefined && below > 0 && below < 10
    ? { value: ten + below, next: from + 1 }
    : { value: ten, next: at + 1 }
}
