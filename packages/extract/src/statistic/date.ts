import { around, dateOf, dayInterval, dayOf, isRealDate, monthInterval } from './calendar.ts'
import { atom, dayAt, gapFits, nearestYear, open, wordDayAt, yearAfter } from './date-atom.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import { ambiguousMonths, months, shortWeekdays, weekdays } from './date-word.ts'
import type { Lexeme } from './lexeme.ts'
import { readFeast, readOrdinalPeriod, readQuarterSign, readSeason } from './named-period.ts'
import { readNumericDate } from './numeric-date.ts'
import { readShortDecade, readYear, readYearWords } from './year.ts'

/** The date without reference to another that begins at lexeme `at`: 14 October 2031, July, Q3 2031, 1990s, 2019-08-01. */
export function readDate(context: DateContext, at: number): DateAtom | null {
  const lexeme = context.lexemes[at]
  if (lexeme === undefined) return null
  if (lexeme.kind === 'number')
    return (
      readNumericDate(context, at) ??
      readDayMonth(context, at) ??
      readOrdinalPeriod(context, at) ??
      readBareDay(context, at) ??
      readYear(context, at)
    )
  if (lexeme.kind === 'mark')
    return lexeme.lower === "'" || lexeme.lower === '’' || lexeme.lower === '‘'
      ? readShortDecade(context, at)
      : null
  return (
    readMonthDay(context, at) ??
    readWeekday(context, at) ??
    readQuarterSign(context, at) ??
    readOrdinalPeriod(context, at) ??
    readSeason(context, at) ??
    readDayMonth(context, at) ??
    readFeast(context, at) ??
    readYearWords(context, at)
  )
}

function monthAt(
  { lexemes, text }: DateContext,
  at: number,
): { month: number; next: number; sure: boolean } | null {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'word') return null
  const month = months.get(lexeme.lower)
  if (month === undefined) return null
  const short =
    lexeme.lower.length <= 4 && lexeme.lower !== 'june' && lexeme.lower !== 'july' && lexeme.lower !== 'may'
  const dot = short && text.charCodeAt(lexeme.end) === 46 && lexemes[at + 1]?.lower === '.'
  return { month, next: dot ? at + 2 : at + 1, sure: !ambiguousMonths.has(lexeme.lower) && !short }
}

function readMonthDay(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const named = monthAt(context, at)
  if (named === null) return null
  const { month } = named
  const comma =
    lexemes[named.next]?.lower === '-' || lexemes[named.next]?.lower === '/'
      ? named.next + 1
      : lexemes[named.next]?.lower === 'the'
        ? named.next + 1
        : named.next
  const day = gapFits(lexemes[comma])
    ? (dayAt(context, comma) ?? (lexemes[at]?.capital ? wordDayAt(context, comma) : null))
    : null
  if (
    day &&
    !(lexemes[day.next]?.lower === '%' || lexemes[day.next]?.lower === 'percent') &&
    (lexemes[at]?.capital || day.ordinal || months.has(lexemes[at]?.lower ?? ''))
  ) {
    const year = yearAfter(context, day.next)
    if (year && isRealDate(year.year, month, day.day))
      return atom(at, year.next, dayInterval(year.year, month, day.day), 'month-day-year')
    const meant = reference === null ? null : nearestYear(reference, month, day.day)
    if (meant !== null && isRealDate(meant, month, day.day))
      return { ...atom(at, day.next, dayInterval(meant, month, day.day), 'month-day', true), relative: true }
    return { ...atom(at, day.next, open('day'), 'month-day', true), relative: true }
  }
  const year = yearAfter(context, named.next)
  if (year) return atom(at, year.next, monthInterval(year.year, month), 'month-year')
  if (!lexemes[at]?.capital && !named.sure) return null
  if (!named.sure && !monthContext(lexemes, at)) return null
  if (reference === null) return { ...atom(at, named.next, open('month'), 'month', true), relative: true }
  return {
    ...atom(at, named.next, monthInterval(nearestYear(reference, month, 15), month), 'month', true),
    relative: true,
  }
}

const monthPrepositions = new Set(
  'in since until till by from to of during last next this early late mid between and through before after every each for'.split(
    ' ',
  ),
)

function monthContext(lexemes: readonly Lexeme[], at: number): boolean {
  const before = lexemes[at - 1]
  return (
    before !== undefined &&
    (monthPrepositions.has(before.lower) || (before.lower === '-' && lexemes[at - 2]?.lower === 'mid'))
  )
}

function readDayMonth(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const day = dayAt(context, at)
  if (day === null) return null
  let from = day.next
  if (lexemes[from]?.lower === 'of' || lexemes[from]?.lower === '-') from++
  const named = monthAt(context, from)
  if (named === null || !gapFits(lexemes[from])) return null
  if (
    !lexemes[from]?.capital &&
    !(day.ordinal || named.sure || lexemes[from - 1]?.lower === 'of') &&
    ambiguousMonths.has(lexemes[from]?.lower ?? '')
  )
    return null
  const year = yearAfter(context, named.next)
  if (year && isRealDate(year.year, named.month, day.day))
    return atom(at, year.next, dayInterval(year.year, named.month, day.day), 'day-month-year')
  const meant = reference === null ? null : nearestYear(reference, named.month, day.day)
  const interval =
    meant !== null && isRealDate(meant, named.month, day.day)
      ? dayInterval(meant, named.month, day.day)
      : open('day')
  return { ...atom(at, named.next, interval, 'day-month', true), relative: true }
}

function readWeekday(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const lexeme = lexemes[at]
  if (lexeme === undefined) return null
  const weekday = weekdays.get(lexeme.lower)
  if (weekday === undefined || (!lexeme.capital && shortWeekdays.has(lexeme.lower))) return null
  let next = at + 1
  if (lexemes[next]?.lower === '.' && shortWeekdays.has(lexeme.lower)) next++
  const from = lexemes[next]?.lower === ',' ? next + 1 : lexemes[next]?.lower === 'the' ? next + 1 : next
  const date = gapFits(lexemes[from])
    ? (readMonthDay(context, from) ??
      readDayMonth(context, from) ??
      (lexemes[from]?.kind === 'number' ? readNumericDate(context, from) : null))
    : null
  if (date && date.interval.grain === 'day') return { ...date, first: at, rule: `weekday-${date.rule}` }
  const dated = readWeekdayDay(context, at, from, weekday)
  if (dated) return dated
  if (shortWeekdays.has(lexeme.lower)) return null
  if (reference === null) return { ...atom(at, next, open('day'), 'weekday'), relative: true }
  // News tells of the last one, the day itself included.
  const back = (dateOf(reference).weekday - weekday + 7) % 7
  return { ...atom(at, next, around(reference, 'day', -back), 'weekday'), relative: true }
}

/** «Mon 9th», «Friday the 9th»: the nearest month in which that day is that weekday. */
function readWeekdayDay(context: DateContext, at: number, from: number, weekday: number): DateAtom | null {
  const { lexemes, reference } = context
  const day = lexemes[from]?.gap === 2 ? null : dayAt(context, from)
  if (day === null || (!day.ordinal && lexemes[from - 1]?.lower === ',')) return null
  const after = lexemes[day.next]
  if (!day.ordinal && after?.kind === 'word' && after.gap < 2 && after.lower !== 'at') return null
  if (!day.ordinal && (after?.kind === 'number' || (after?.gap === 0 && /^[-–:%/]$/.test(after.lower))))
    return null
  if (reference === null) return { ...atom(at, day.next, open('day'), 'weekday-day'), relative: true }
  const { year, month } = dateOf(reference)
  for (const step of [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6]) {
    const place = dayOf(year, month + step, day.day)
    const real = dateOf(place)
    if (real.weekday === weekday && real.day === day.day)
      return { ...atom(at, day.next, around(place, 'day'), 'weekday-day'), relative: true }
  }
  return null
}

/** «on the 14th»: of the month of the reference. */
function readBareDay(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  if (
    lexemes[at - 1]?.lower !== 'the' ||
    !/^(?:on|by|until|till|since|before|after)$/.test(lexemes[at - 2]?.lower ?? '')
  )
    return null
  const day = dayAt(context, at)
  const next = day === null ? undefined : lexemes[day.next]
  if (day === null || !day.ordinal || lexemes[at]?.kind !== 'number') return null
  if (
    next !== undefined &&
    next.kind !== 'mark' &&
    next.gap < 2 &&
    !/^(?:and|at|from|to|with|for)$/.test(next.lower)
  )
    return null
  if (next?.lower === '-' && next.gap === 0) return null
  if (reference === null) return { ...atom(at, day.next, open('day'), 'bare-day'), relative: true }
  const { year, month } = dateOf(reference)
  if (!isRealDate(year, month, day.day)) return null
  return { ...atom(at, day.next, dayInterval(year, month, day.day), 'bare-day'), relative: true }
}
