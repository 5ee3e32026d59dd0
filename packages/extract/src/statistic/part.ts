import { around, dateOf, dayOf, shifted } from './calendar.ts'
import type { GrainName, Interval } from './calendar.ts'
import { grains } from './date-word.ts'
import { dayAt } from './date-atom.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import { countAt } from './relative.ts'

type Inner = (context: DateContext, at: number) => DateAtom | null

const edgeWords = /^(?:start|beginning|end|middle|close)$/

/**
 * A part of another date: «the first week of January», «the last three months of 2021», «the week of May 4»,
 * «the end of the year», «12th day of May», «two days after Easter». `inner` reads the other date.
 */
export function readPart(context: DateContext, at: number, inner: Inner): DateAtom | null {
  const { lexemes } = context
  const from = lexemes[at]?.lower === 'the' ? at + 1 : at
  const word = lexemes[from]
  if (word === undefined || (from > at && word.gap === 2)) return null
  if (edgeWords.test(word.lower)) return readEdge(context, at, from, inner)
  if (word.lower === 'week') return readWeekOf(context, at, from, inner)
  return readOrdinalPart(context, at, from, inner) ?? readOffset(context, at, from, inner)
}

const relativeAtom = (
  first: number,
  next: number,
  interval: Interval,
  rule: string,
  relative: boolean,
): DateAtom => ({ first, next, interval, relative, yearless: false, rule })

/** «the end of 2031», «the end of the week». */
function readEdge(context: DateContext, at: number, from: number, inner: Inner): DateAtom | null {
  const { lexemes, reference } = context
  if (lexemes[from + 1]?.lower !== 'of') return null
  const article = lexemes[from + 2]?.lower === 'the' || lexemes[from + 2]?.lower === 'this'
  const place = article ? from + 3 : from + 2
  const edge = lexemes[from]?.lower ?? ''
  const grain = grains.get(lexemes[place]?.lower ?? '')
  if (
    grain !== undefined &&
    grain !== 'half' &&
    !lexemes[place]?.lower.endsWith('s') &&
    lexemes[place + 1]?.kind !== 'number' &&
    (article || grain === 'year')
  ) {
    const interval: Interval =
      reference === null ? { from: null, to: null, grain } : part(around(reference, grain), edge)
    return relativeAtom(at, place + 1, interval, `${edge}-of-period`, true)
  }
  const whole = lexemes[place]?.gap === 2 ? null : inner(context, place)
  return whole
    ? { ...whole, first: at, interval: part(whole.interval, edge), rule: `${edge}-of-${whole.rule}` }
    : null
}

/** «the week of May 4», «week 5 of 2031». */
function readWeekOf(context: DateContext, at: number, from: number, inner: Inner): DateAtom | null {
  const { lexemes } = context
  const number = lexemes[from + 1]
  if (number?.kind === 'number' && /^[1-9]\d?$/.test(number.lower) && lexemes[from + 2]?.lower === 'of') {
    const year = inner(context, from + 3)
    if (year?.interval.grain !== 'year') return null
    return { ...year, first: at, interval: weekOf(year.interval, Number(number.lower)), rule: 'week-of-year' }
  }
  const link = lexemes[from + 1]?.lower
  if (link !== 'of' && link !== 'commencing' && link !== 'beginning' && link !== 'ending' && link !== 'ended')
    return null
  const day = inner(context, from + 2)
  if (day === null || day.interval.grain !== 'day') return null
  const { interval } = day
  if (interval.from === null || interval.to === null)
    return { ...day, first: at, interval: { ...interval, grain: 'week' }, rule: 'week-of-day' }
  if (link === 'ending' || link === 'ended')
    return {
      ...day,
      first: at,
      interval: { from: interval.to - 7, to: interval.to, grain: 'week' },
      rule: 'week-to-day',
    }
  return { ...day, first: at, interval: around(interval.from, 'week'), rule: 'week-of-day' }
}

/** The nth week of a year or month; a year's first week holds its first Thursday. */
function weekOf({ from, to }: Interval, count: number): Interval {
  if (from === null || to === null) return { from: null, to: null, grain: 'week' }
  const first = around(from + 3, 'week').from ?? from
  return { from: first + 7 * (count - 1), to: first + 7 * count, grain: 'week' }
}

/** «first week of January», «the last three months of 2021», «the 12th day of next month». */
function readOrdinalPart(context: DateContext, at: number, from: number, inner: Inner): DateAtom | null {
  const { lexemes } = context
  const last = lexemes[from]?.lower === 'last' || lexemes[from]?.lower === 'final'
  const ordinal = last ? null : dayAt(context, from)
  if (!last && (ordinal === null || !ordinal.ordinal)) return null
  let place = last ? from + 1 : (ordinal?.next ?? from + 1)
  const count = last || ordinal?.day === 1 ? countAt(lexemes, place) : null
  if (count) place = count.next
  const grain = grains.get(lexemes[place]?.lower ?? '')
  if (grain === undefined || grain === 'half' || grain === 'quarter' || lexemes[place + 1]?.lower !== 'of')
    return null
  const article = lexemes[place + 2]?.lower === 'the' && grains.has(lexemes[place + 3]?.lower ?? '')
  const whole = article ? currentPeriod(context, place + 2) : inner(context, place + 2)
  if (whole === null || lexemes[place + 2]?.gap === 2) return null
  const { from: start, to: end } = whole.interval
  const done = (interval: Interval): DateAtom => ({
    ...whole,
    first: at,
    interval,
    rule: `part-of-${whole.rule}`,
  })
  if (start === null || end === null || (count !== null && count.value === null))
    return done({ from: null, to: null, grain })
  const size = count?.value ?? 1
  if (grain === 'week' && !(last && whole.interval.grain === 'month')) {
    const weeks = last ? around(end - 4, 'week') : weekOf(whole.interval, ordinal?.day ?? 1)
    const first = weeks.from ?? start
    return done(
      last
        ? { from: first - 7 * (size - 1), to: weeks.to, grain }
        : { from: first, to: first + 7 * size, grain },
    )
  }
  if (grain === 'week')
    return done({
      from: (around(end - 1, 'week').from ?? end) - 7 * (size - 1),
      to: around(end - 1, 'week').to,
      grain,
    })
  if (last) return done({ from: shifted(end, grain, -size), to: end, grain: grain === 'day' ? 'day' : grain })
  const first = shifted(start, grain, (ordinal?.day ?? 1) - 1)
  return done({ from: first, to: shifted(first, grain, size), grain })
}

/** «two days after Easter», «three weeks before Christmas», «three weeks from tomorrow». */
function readOffset(context: DateContext, at: number, from: number, inner: Inner): DateAtom | null {
  const { lexemes } = context
  if (from > at) return null
  const count = countAt(lexemes, at)
  const grain = count && grains.get(lexemes[count.next]?.lower ?? '')
  if (!count || !grain || grain === 'half') return null
  const link = lexemes[count.next + 1]?.lower
  if (link !== 'after' && link !== 'before' && link !== 'from') return null
  const base = inner(context, count.next + 2)
  if (base === null || base.interval.grain !== 'day' || lexemes[count.next + 2]?.gap === 2) return null
  if (base.interval.from === null || count.value === null) return { ...base, first: at, rule: 'offset' }
  const day = shifted(base.interval.from, grain, link === 'before' ? -count.value : count.value)
  return { ...base, first: at, interval: { from: day, to: day + 1, grain: 'day' }, rule: 'offset' }
}

/** Early, middle or late part of a period: thirds of it, halves of a year at its ends. */
export function part(interval: Interval, word: string): Interval {
  const { from, to, grain } = interval
  if (from === null || to === null) return interval
  const length = to - from
  if (length <= 1) return interval
  const third = Math.round(length / 3)
  const half: GrainName = 'half'
  const middle = dayOf(dateOf(from).year, 7)
  switch (word) {
    case 'early':
    case 'start':
    case 'beginning':
      return grain === 'year'
        ? { from, to: middle, grain: half }
        : { from, to: from + Math.max(1, third), grain: 'day' }
    case 'mid':
    case 'middle':
      return grain === 'year'
        ? { from: dayOf(dateOf(from).year, 5), to: dayOf(dateOf(from).year, 9), grain: 'month' }
        : { from: from + third - 1, to: to - third, grain: 'day' }
    default:
      return grain === 'year'
        ? { from: middle, to, grain: half }
        : { from: to - Math.max(1, third), to, grain: 'day' }
  }
}

/** «of the year», «of the month»: the one the reference lies in. */
function currentPeriod({ lexemes, reference }: DateContext, at: number): DateAtom | null {
  const grain = grains.get(lexemes[at + 1]?.lower ?? '')
  if (grain === undefined || grain === 'half' || grain === 'day' || lexemes[at + 1]?.lower.endsWith('s'))
    return null
  const interval: Interval = reference === null ? { from: null, to: null, grain } : around(reference, grain)
  return relativeAtom(at, at + 2, interval, 'current', true)
}
