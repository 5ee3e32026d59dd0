import { looksPlural } from './plural.ts'
import { dayOf, monthInterval, yearInterval } from './calendar.ts'
import { atom, yearAt, yearWordsAt } from './date-atom.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import { ambiguousMonths, months } from './date-word.ts'

const yearPrepositions = new Set(
  'in since until till by from to of during before after through throughout between and around circa early late mid fiscal year the vs versus than for'.split(
    ' ',
  ),
)

export function readYear(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const decade = readDecade(context, at)
  if (decade) return decade
  const year = yearAt(context, at)
  if (year === null) return readShortYears(context, at)
  const before = lexemes[at - 1]
  if (
    before?.kind === 'mark' &&
    before.gap !== undefined &&
    lexemes[at]?.gap === 0 &&
    !/^[([–—/"'“‘,;:-]$/.test(before.lower)
  )
    return null
  if (before?.kind === 'number' && lexemes[at]?.gap === 0) return null
  const span = readYearSpan(context, at, year) ?? readAfterYear(context, at, year)
  if (span) return span
  if (isCounted(lexemes, at, year)) return null
  const led = before !== undefined && yearPrepositions.has(before.lower)
  if (
    year < 1700 &&
    !(
      led &&
      before.lower !== 'to' &&
      before.lower !== 'of' &&
      before.lower !== 'and' &&
      before.lower !== 'by' &&
      before.lower !== 'the' &&
      before.lower !== 'from' &&
      before.lower !== 'than' &&
      before.lower !== 'for'
    )
  )
    return null
  if (before?.lower === 'year')
    return atom(lexemes[at - 2]?.lower === 'the' ? at - 2 : at - 1, at + 1, yearInterval(year), 'year-named')
  return atom(at, at + 1, yearInterval(year), led ? 'year-after-preposition' : 'year')
}

/** 2014-15, 2014–2019, 2013/14. */
function readYearSpan(context: DateContext, at: number, year: number): DateAtom | null {
  const { lexemes } = context
  const mark = lexemes[at + 1]
  const second = lexemes[at + 2]
  if (
    mark?.kind !== 'mark' ||
    mark.gap !== 0 ||
    !/^[-–—/]$/.test(mark.lower) ||
    second?.kind !== 'number' ||
    second.gap !== 0
  )
    return null
  const after = lexemes[at + 3]
  if (after?.gap === 0 && (after.kind === 'word' || /^[-/%]$/.test(after.lower))) return null
  const last =
    second.lower.length === 2 ? Math.floor(year / 100) * 100 + Number(second.lower) : Number(second.lower)
  if (!/^(?:\d\d|\d{4})$/.test(second.lower) || last <= year || last > year + 200) return null
  return atom(at, at + 3, { from: dayOf(year), to: dayOf(last + 1), grain: 'year' }, 'years')
}

/** 1990s, 1990's, mid-2000s. */
function readDecade({ lexemes }: DateContext, at: number): DateAtom | null {
  const lexeme = lexemes[at]
  if (lexeme === undefined || !/^(?:1\d|20)\d0$/.test(lexeme.lower)) return null
  const s = lexemes[at + 1]
  const quoted =
    s?.gap === 0 && /^['’]$/.test(s.lower) && lexemes[at + 2]?.lower === 's' && lexemes[at + 2]?.gap === 0
  if (!quoted && !(s?.lower === 's' && s.gap === 0)) return null
  const year = Number(lexeme.lower)
  return atom(
    at,
    quoted ? at + 3 : at + 2,
    yearInterval(
      year,
      year % 100 === 0 && year < 2000 ? 100 : 10,
      year % 100 === 0 && year < 2000 ? 'century' : 'decade',
    ),
    'decade',
  )
}

/** the ’90s. */
export function readShortDecade({ lexemes }: DateContext, at: number): DateAtom | null {
  const number = lexemes[at + 1]
  const s = lexemes[at + 2]
  if (
    number?.kind !== 'number' ||
    number.gap !== 0 ||
    !/^\d0$/.test(number.lower) ||
    s?.lower !== 's' ||
    s.gap !== 0
  )
    return null
  return atom(
    at,
    at + 3,
    yearInterval((Number(number.lower) >= 30 ? 1900 : 2000) + Number(number.lower), 10, 'decade'),
    'decade',
  )
}

export function readYearWords({ lexemes }: DateContext, at: number): DateAtom | null {
  const before = lexemes[at - 1]?.lower ?? ''
  if (!/^(?:in|since|until|by|from|during|of|before|after)$/.test(before)) return null
  const words = yearWordsAt(lexemes, at)
  return words ? atom(at, words.next, yearInterval(words.year), 'year-words') : null
}

/** «2031 April», «2019-Q1», «2019 H2»: the year stands first. */
function readAfterYear({ lexemes }: DateContext, at: number, year: number): DateAtom | null {
  const from = lexemes[at + 1]?.lower === '-' && lexemes[at + 1]?.gap === 0 ? at + 2 : at + 1
  const word = lexemes[from]
  if (word?.kind !== 'word' || word.gap === 2) return null
  const number = lexemes[from + 1]
  if (/^[qh]$/.test(word.lower) && number?.gap === 0 && /^[1-4]$/.test(number.lower)) {
    const size = word.lower === 'q' ? 3 : 6
    const place = Number(number.lower)
    return place * size <= 12
      ? atom(
          at,
          from + 2,
          monthInterval(year, (place - 1) * size + 1, size, size === 3 ? 'quarter' : 'half'),
          'year-quarter',
        )
      : null
  }
  const month = months.get(word.lower)
  const after = lexemes[from + 1]
  if (
    month === undefined ||
    (after?.kind === 'number' && after.gap < 2) ||
    (ambiguousMonths.has(word.lower) && !word.capital) ||
    word.lower === 'may'
  )
    return null
  return atom(at, from + 1, monthInterval(year, month), 'year-month')
}

/** «in the 90s» without an apostrophe. */
function readShortYears({ lexemes }: DateContext, at: number): DateAtom | null {
  const [number, s] = [lexemes[at], lexemes[at + 1]]
  if (!/^[2-9]0$/.test(number?.lower ?? '') || s?.lower !== 's' || s.gap !== 0) return null
  if (
    !/^(?:the|in|early|late|mid|-)$/.test(lexemes[at - 1]?.lower ?? '') ||
    /^(?:his|her|their|my|our)$/.test(lexemes[at - 1]?.lower ?? '')
  )
    return null
  const decade = Number(number?.lower)
  return atom(at, at + 2, yearInterval((decade >= 30 ? 1900 : 2000) + decade, 10, 'decade'), 'decade')
}

/** «1500 to 1900 sheep», «1900 - 2400 sheep»: a round number of things, or one end of a range that is no year. */
function isCounted(lexemes: DateContext['lexemes'], at: number, year: number): boolean {
  const next = lexemes[at + 1]
  if (next === undefined) return false
  if (/^[-–—~]$/.test(next.lower)) {
    const other = lexemes[at + 2]
    return (
      other?.kind === 'number' &&
      other.gap === next.gap &&
      !/^(?:(?:1[5-9]|20|21)\d\d|\d\d?)$/.test(other.lower)
    )
  }
  if (year % 10 !== 0 || next.kind !== 'word' || next.gap !== 1 || next.capital || !looksPlural(next.lower))
    return false
  return !/^(?:in|since|until|during|the|of|by|mid|early|late|before|after|'s)$/.test(
    lexemes[at - 1]?.lower ?? '',
  )
}
