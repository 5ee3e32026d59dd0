import { around, dateOf, dayOf, easter, monthInterval, yearInterval } from './calendar.ts'
import { atom, dayAt, nearestYear, open, yearAfter, yearAt } from './date-atom.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import { feasts, feastStarters, longestFeast, seasons } from './date-word.ts'

/** Q3, Q3 2031, H1 2020, 2019-H2 (the year first), FY2020. */
export function readQuarterSign(context: DateContext, at: number): DateAtom | null {
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
export function readOrdinalPeriod(context: DateContext, at: number): DateAtom | null {
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

export function readSeason(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const first = seasons.get(lexemes[at]?.lower ?? '')
  if (first === undefined) return null
  const year = yearAfter(context, at + 1)
  return year ? atom(at, year.next, monthInterval(year.year, first, 3, 'quarter'), 'season-year') : null
}

export function readFeast(context: DateContext, at: number): DateAtom | null {
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
