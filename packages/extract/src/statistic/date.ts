import {
  around,
  dateOf,
  dayInterval,
  dayOf,
  easter,
  isRealDate,
  monthInterval,
  yearInterval,
} from './calendar.ts'
import type { Interval } from './calendar.ts'
import {
  ambiguousMonths,
  feasts,
  feastStarters,
  longestFeast,
  months,
  seasons,
  shortWeekdays,
  weekdays,
} from './date-word.ts'
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

const open = (grain: Interval['grain']): Interval => ({ from: null, to: null, grain })
const gapFits = (lexeme: Lexeme | undefined): boolean => lexeme !== undefined && lexeme.gap < 2

/** The date without reference to another that begins at lexeme `at`: 14 October 2031, July, Q3 2031, 1990s, 2019-08-01. */
export function readDate(context: DateContext, at: number): DateAtom | null {
  const lexeme = context.lexemes[at]
  if (lexeme === undefined) return null
  if (lexeme.kind === 'number')
    return (
      readNumericDate(context, at) ??
      readDayMonth(context, at) ??
      readOrdinalPeriod(context, at) ??
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

const atom = (first: number, next: number, interval: Interval, rule: string, yearless = false): DateAtom => ({
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
function yearAfter(context: DateContext, at: number): { year: number; next: number } | null {
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
  const day = gapFits(lexemes[comma]) ? dayAt(context, comma) : null
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

/** 2019-08-01, 8/1/2019, 14.10.2031, 01/02. */
function readNumericDate(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const first = lexemes[at]
  const mark = lexemes[at + 1]
  if (first === undefined || mark?.kind !== 'mark' || mark.gap !== 0 || !/^[-/.‐‑]$/.test(mark.lower))
    return compactDate(first, at)
  const second = lexemes[at + 2]
  if (second?.kind === 'word' && second.gap === 0) return readNamedNumeric(context, at, mark.lower)
  if (second?.kind !== 'number' || second.gap !== 0) return null
  // 23.04.2022: the lexer takes the last two parts for a decimal.
  if (mark.lower === '.') return readDottedDate(first, second, at)
  if (mark.lower === '/' && !(lexemes[at + 3]?.lower === '/' && lexemes[at + 3]?.gap === 0))
    return readMonthSlashDay(context, at)
  const again = lexemes[at + 3]
  const third = lexemes[at + 4]
  if (again?.lower !== mark.lower || again.gap !== 0 || third?.kind !== 'number' || third.gap !== 0)
    return readYearMonth(first, second, at, mark.lower)
  // A fourth part makes it something else; another mark may join a second date.
  if (
    lexemes[at + 5]?.gap === 0 &&
    lexemes[at + 5]?.lower === mark.lower &&
    lexemes[at + 6]?.kind === 'number'
  )
    return null
  const parts = [first.lower, second.lower, third.lower].map(Number)
  const [a = 0, b = 0, c = 0] = parts
  if (/^\d{4}$/.test(first.lower))
    return isRealDate(a, b, c) && a >= 1000 ? atom(at, at + 5, dayInterval(a, b, c), 'iso-date') : null
  if (!/^\d{1,2}$/.test(first.lower) || !/^\d{1,2}$/.test(second.lower)) return null
  if (!/^(?:\d{4}|\d{2})$/.test(third.lower)) return null
  const year = third.lower.length === 2 ? (c < 50 ? 2000 + c : 1900 + c) : c
  // Dots are used where the day comes first; slashes may be either, so the month is first where it can be.
  const monthFirst = mark.lower !== '.' && a <= 12
  const [month, day] = monthFirst ? [a, b] : [b, a]
  if (isRealDate(year, month, day)) return atom(at, at + 5, dayInterval(year, month, day), 'numeric-date')
  return isRealDate(year, day, month) ? atom(at, at + 5, dayInterval(year, day, month), 'numeric-date') : null
}

function readDottedDate(first: Lexeme, second: Lexeme, at: number): DateAtom | null {
  const parts = /^(\d{1,2})\.(\d{4})$/.exec(second.lower)
  if (!parts || !/^\d{1,2}$/.test(first.lower)) return null
  const [month, year] = [Number(parts[1]), Number(parts[2])]
  const day = Number(first.lower)
  return isRealDate(year, month, day) ? atom(at, at + 3, dayInterval(year, month, day), 'numeric-date') : null
}

/** 2019/aug/01, 22-Jan-2019. */
function readNamedNumeric({ lexemes }: DateContext, at: number, mark: string): DateAtom | null {
  const [first, named, again, third] = [lexemes[at], lexemes[at + 2], lexemes[at + 3], lexemes[at + 4]]
  const month = months.get(named?.lower ?? '')
  if (month === undefined || again?.lower !== mark || third?.kind !== 'number' || third.gap !== 0) return null
  const [a, b] = [Number(first?.lower), Number(third.lower)]
  const [year, day] = a > 31 ? [a, b] : [b, a]
  return year > 31 && isRealDate(year, month, day)
    ? atom(at, at + 5, dayInterval(year, month, day), 'numeric-date')
    : null
}

/** «on 11/20»: a month and a day only where a preposition says so, a fraction otherwise. */
function readMonthSlashDay({ lexemes, reference }: DateContext, at: number): DateAtom | null {
  const [first, second] = [lexemes[at]?.lower ?? '', lexemes[at + 2]?.lower ?? '']
  if (
    !/^(?:on|by|until|till|from|since|before|after|to|between|this|and|or|friday|monday|tuesday|wednesday|thursday|saturday|sunday)$/.test(
      lexemes[at - 1]?.lower ?? '',
    )
  )
    return null
  if (!/^\d{1,2}$/.test(first) || !/^\d{1,2}$/.test(second) || lexemes[at + 3]?.lower === 'of') return null
  const [month, day] = Number(first) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)]
  if (!isRealDate(2000, month, day)) return null
  if (reference === null) return { ...atom(at, at + 3, open('day'), 'month-day', true), relative: true }
  const year = nearestYear(reference, month, day)
  return { ...atom(at, at + 3, dayInterval(year, month, day), 'month-day', true), relative: true }
}

function readYearMonth(first: Lexeme, second: Lexeme, at: number, mark: string): DateAtom | null {
  if (mark !== '-' || !/^(?:19|20)\d\d$/.test(first.lower) || !/^(?:0[1-9]|1[0-2])$/.test(second.lower))
    return null
  // 2008-09 may be a month or two years: with zeroes before it, a month.
  if (Number(second.lower) === (Number(first.lower) + 1) % 100) return null
  return atom(at, at + 3, monthInterval(Number(first.lower), Number(second.lower)), 'iso-month')
}

const yearPrepositions = new Set(
  'in since until till by from to of during before after through throughout between and around circa early late mid fiscal year the vs versus than for'.split(
    ' ',
  ),
)

function readYear(context: DateContext, at: number): DateAtom | null {
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
function readShortDecade({ lexemes }: DateContext, at: number): DateAtom | null {
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
  if (shortWeekdays.has(lexeme.lower)) return null
  if (reference === null) return { ...atom(at, next, open('day'), 'weekday'), relative: true }
  // News tells of the last one, the day itself included.
  const back = (dateOf(reference).weekday - weekday + 7) % 7
  return { ...atom(at, next, around(reference, 'day', -back), 'weekday'), relative: true }
}

/** Q3, Q3 2031, H1 2020, 2019-H2 (the year first), FY2020. */
function readQuarterSign(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const letter = lexemes[at]
  const number = lexemes[at + 1]
  if (letter === undefined || number?.kind !== 'number' || number.gap !== 0 || !letter.capital) return null
  if (letter.lower === 'fy' && /^(?:\d\d|\d{4})$/.test(number.lower)) {
    const year = number.lower.length === 2 ? 2000 + Number(number.lower) : Number(number.lower)
    return atom(at, at + 2, yearInterval(year), 'fiscal-year')
  }
  const quarter = letter.lower === 'q'
  if (!quarter && letter.lower !== 'h') return null
  const place = Number(number.lower)
  if (!/^\d$/.test(number.lower) || place < 1 || place > (quarter ? 4 : 2)) return null
  const size = quarter ? 3 : 6
  const before = lexemes[at - 1]?.lower === '-' ? yearAt(context, at - 2) : yearAt(context, at - 1)
  const year = yearAfter(context, at + 2)
  const meant = year?.year ?? before ?? (reference === null ? null : dateOf(reference).year)
  const next = year?.next ?? at + 2
  if (meant === null)
    return { ...atom(at, next, open(quarter ? 'quarter' : 'half'), 'quarter', true), relative: true }
  const first = before !== null && !year ? (lexemes[at - 1]?.lower === '-' ? at - 2 : at - 1) : at
  return {
    ...atom(
      first,
      next,
      monthInterval(meant, (place - 1) * size + 1, size, quarter ? 'quarter' : 'half'),
      'quarter',
      !year && before === null,
    ),
    relative: !year && before === null,
  }
}

/** the third quarter of 2031, the first half, 19th century, 3rd week of January. */
function readOrdinalPeriod(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const ordinal = dayAt(context, at)
  if (ordinal === null || !ordinal.ordinal) return null
  let from = ordinal.next
  if (
    lexemes[from]?.lower === '-' ||
    lexemes[from]?.lower === 'calendar' ||
    lexemes[from]?.lower === 'fiscal' ||
    lexemes[from]?.lower === 'financial'
  )
    from++
  const unit = lexemes[from]?.lower
  if (unit === 'century') {
    const first = (ordinal.day - 1) * 100
    return ordinal.day <= 21 ? atom(at, from + 1, yearInterval(first, 100, 'century'), 'century') : null
  }
  if (unit !== 'quarter' && unit !== 'half') return null
  if (ordinal.day > (unit === 'quarter' ? 4 : 2)) return null
  const size = unit === 'quarter' ? 3 : 6
  let next = from + 1
  let year = yearAfter(context, next)?.year ?? null
  let relative = false
  if (year !== null) next = yearAfter(context, next)?.next ?? next
  else {
    const of = lexemes[next]?.lower === 'of' ? next + 1 : next
    const which = lexemes[of]?.lower
    const noun = lexemes[of + 1]?.lower === 'year'
    if (of > next || noun)
      if (noun && (which === 'the' || which === 'this' || which === 'last' || which === 'next')) {
        next = of + 2
        year =
          reference === null
            ? null
            : dateOf(reference).year + (which === 'last' ? -1 : which === 'next' ? 1 : 0)
        relative = true
      } else if (unit === 'half' && of > next && !noun) return null
  }
  // A half of something else («the first half», in sport) is no half-year unless the year stands there or money is near.
  if (unit === 'half' && year === null && !relative) return null
  if (year === null && reference !== null && !relative) {
    const { year: now, month } = dateOf(reference)
    // The quarter meant is the last one that is over, or running.
    year = (ordinal.day - 1) * size + 1 > month ? now - 1 : now
    relative = true
  }
  const interval = year === null ? open(unit) : monthInterval(year, (ordinal.day - 1) * size + 1, size, unit)
  return {
    ...atom(at, next, interval, 'ordinal-period', relative || year === null),
    relative: relative || year === null,
  }
}

function readSeason(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const first = seasons.get(lexemes[at]?.lower ?? '')
  if (first === undefined) return null
  const year = yearAfter(context, at + 1)
  return year ? atom(at, year.next, monthInterval(year.year, first, 3, 'quarter'), 'season-year') : null
}

function readFeast(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const lexeme = lexemes[at]
  if (lexeme === undefined || !feastStarters.has(lexeme.lower)) return null
  let key = ''
  let found: { next: number; place: readonly [number, number] | null } | null =
    lexeme.lower === 'easter' ? { next: at + 1, place: null } : null
  for (let place = at; place < at + longestFeast; place++) {
    const word = lexemes[place]
    if (word?.kind !== 'word' || (place > at && word.gap === 2)) break
    key += (place > at ? '_' : '') + word.lower
    if (lexemes[place + 1]?.lower === "'" && lexemes[place + 1]?.gap === 0) key += "'"
    const feast = feasts.get(key)
    if (feast) found = { next: place + 1, place: feast }
  }
  if (found === null) return null
  const year = yearAfter(context, found.next)
  const meant =
    year?.year ??
    (reference === null
      ? null
      : found.place
        ? nearestYear(reference, ...found.place)
        : dateOf(reference).year)
  if (meant === null) return { ...atom(at, found.next, open('day'), 'feast', true), relative: true }
  const day = found.place ? dayOf(meant, ...found.place) : easter(meant)
  return { ...atom(at, year?.next ?? found.next, around(day, 'day'), 'feast', !year), relative: !year }
}

/** nineteen ninety-six, two thousand and five, twenty twenty. */
function yearWordsAt(lexemes: readonly Lexeme[], at: number): { year: number; next: number } | null {
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

function pairAt(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
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

function readYearWords({ lexemes }: DateContext, at: number): DateAtom | null {
  const before = lexemes[at - 1]?.lower ?? ''
  if (!/^(?:in|since|until|by|from|during|of|before|after)$/.test(before)) return null
  const words = yearWordsAt(lexemes, at)
  return words ? atom(at, words.next, yearInterval(words.year), 'year-words') : null
}

/** 20310914 */
function compactDate(first: Lexeme | undefined, at: number): DateAtom | null {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(first?.lower ?? '')
  if (!parts) return null
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return isRealDate(year, month, day) ? atom(at, at + 1, dayInterval(year, month, day), 'compact-date') : null
}

/** «2017 April», «2019-Q1», «2019 H2»: the year stands first. */
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
