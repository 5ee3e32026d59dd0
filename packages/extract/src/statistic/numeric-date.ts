import { dayInterval, isRealDate, monthInterval } from './calendar.ts'
import { atom, nearestYear, open } from './date-atom.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import { months } from './date-word.ts'
import type { Lexeme } from './lexeme.ts'

/** 2019-08-01, 8/1/2019, 14.10.2031, 01/02. */
export function readNumericDate(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const first = lexemes[at]
  const compact = compactDate(first, at)
  if (compact) return compact
  const mark = lexemes[at + 1]
  if (first === undefined || mark?.kind !== 'mark' || mark.gap !== 0 || !/^[-/.‐‑]$/.test(mark.lower))
    return null
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

/** «on 10/14»: a month and a day only where a preposition says so, a fraction otherwise. */
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

/** 20310914 */
function compactDate(first: Lexeme | undefined, at: number): DateAtom | null {
  const parts = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(first?.lower ?? '')
  if (!parts) return null
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return isRealDate(year, month, day) ? atom(at, at + 1, dayInterval(year, month, day), 'compact-date') : null
}
