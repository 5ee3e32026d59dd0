import type { When } from '@onrecord/schema'
import { dateOf, dayOf, isoOf, monthInterval } from './calendar.ts'
import type { GrainName, Interval } from './calendar.ts'
import { mayBeginDate } from './date-start.ts'
import { dayAt } from './date-atom.ts'
import { readDate } from './date.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import type { Lexeme } from './lexeme.ts'
import { ordinals } from './number-word.ts'
import { part, readPart } from './part.ts'
import { readRelativeDate } from './relative.ts'
import { readTimeOfDay } from './time-of-day.ts'

/** A date or period of a text; `first` and `next` are a half-open range of lexemes, offsets UTF-16 code units. */
export type DatePhrase = {
  first: number
  next: number
  start: number
  end: number
  interval: Interval
  relative: boolean
  /** A point the value holds at («as of», «by», «on») rather than a stretch. */
  asOf: boolean
  rule: string
}

/** The day a partial date or instant stands for, null where it names none. */
export function referenceDay(when: When | null): number | null {
  if (when === null) return null
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(when)
  if (!parts) return null
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return dayOf(year, month, day)
}

const leads = new Set(['from', 'between'])
const joins = new Set(['to', 'and', 'until', 'till', 'through', '-', '–', '—', 'thru', '~'])

/**
 * Dates and periods in order and apart. `taken` is filled for every lexeme that belongs to one, and to a time
 * of day; a number there is none. Linear: every phrase looks a bounded way ahead.
 */
export function readDates(context: DateContext): { phrases: DatePhrase[]; taken: Uint8Array } {
  const { lexemes } = context
  const phrases: DatePhrase[] = []
  const taken = new Uint8Array(lexemes.length)
  let at = 0
  while (at < lexemes.length) {
    const time = readTimeOfDay(lexemes, at)
    if (time !== null) {
      taken.fill(1, at, time)
      at = time
      continue
    }
    const atom = readAtom(context, at)
    if (atom === null) {
      at++
      continue
    }
    const phrase = phraseOf(context, atom, phrases.at(-1)?.next ?? 0)
    taken.fill(1, Math.max(phrase.first, at), phrase.next)
    phrases.push(phrase)
    at = phrase.next
  }
  return { phrases, taken }
}

/** How many dates may lie inside each other: «the end of the first week of July» has three. */
const deepest = 3

function readAtom(context: DateContext, at: number, depth = 0): DateAtom | null {
  const lexeme = context.lexemes[at]
  if (lexeme === undefined || !mayBeginDate(context.lexemes, at)) return null
  const days = lexeme.kind === 'number' || ordinals.has(lexeme.lower) ? readDays(context, at) : null
  if (days) return days
  const whole =
    depth < deepest ? readPart(context, at, (inner, from) => readAtom(inner, from, depth + 1)) : null
  if (whole) return whole
  return readRelativeDate(context, at) ?? readDate(context, at)
}

function phraseOf(context: DateContext, atom: DateAtom, floor: number): DatePhrase {
  const { lexemes } = context
  const joined = joinRange(context, atom) ?? atom
  const edged = withEdge(context, joined, floor)
  return withLead(edged, floor, lexemes)
}

/** «from X to Y», «between X and Y», «X–Y»; the first end takes its year or month from the second. */
function joinRange(context: DateContext, atom: DateAtom): DateAtom | null {
  const { lexemes } = context
  const mark = lexemes[atom.next]
  if (mark === undefined || mark.gap === 2 || !joins.has(mark.lower)) return null
  const lead = lexemes[atom.first - 1]?.lower ?? ''
  if (mark.lower === 'and' && lead !== 'between') return null
  const second =
    readAtom(
      context,
      lexemes[atom.next + 1]?.lower === 'the' && lexemes[atom.next + 2]?.kind === 'number'
        ? atom.next + 2
        : atom.next + 1,
    ) ??
    dayEnd(context, atom) ??
    nowEnd(context, atom)
  if (second === null) return null
  if (mark.lower === 'to' && !leads.has(lead) && second.interval.grain !== atom.interval.grain) return null
  const from = borrowed(atom, second)
  const to = alignedEnd(from, second)
  if (from.from !== null && to.to !== null && from.from >= to.to) return null
  const grain = finer(from.grain, to.grain)
  const openEnd = from.from === null || to.to === null
  return {
    first: atom.first,
    next: second.next,
    interval: openEnd ? { from: null, to: null, grain } : { from: from.from, to: to.to, grain },
    relative: atom.relative || second.relative,
    yearless: atom.yearless && second.yearless,
    rule: 'range',
  }
}

/** «from March to date», «until now». */
function nowEnd({ lexemes, reference }: DateContext, atom: DateAtom): DateAtom | null {
  const word = lexemes[atom.next + 1]?.lower
  if (word !== 'date' && word !== 'now' && word !== 'present') return null
  const interval: Interval =
    reference === null
      ? { from: null, to: null, grain: 'day' }
      : { from: reference, to: reference, grain: 'day' }
  return { ...atom, first: atom.next + 1, next: atom.next + 2, interval, relative: true, yearless: false }
}

/** «3 and 17 February», «3–9 September 2031»: the first end is a bare day. */
function readDays(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const opening = dayAt(context, at)
  if (opening === null) return null
  const mark = lexemes[opening.next]
  if (mark === undefined || mark.gap === 2) return null
  const dash = /^[-–—]$/.test(mark.lower)
  const lead = lexemes[at - 1]?.lower ?? ''
  if (
    !dash &&
    !/^(?:to|till|until|through)$/.test(mark.lower) &&
    !(mark.lower === 'and' && lead === 'between')
  )
    return null
  const from = lexemes[opening.next + 1]?.lower === 'the' ? opening.next + 2 : opening.next + 1
  const second = dayAt(context, from) ? readDate(context, from) : null
  if (second === null || second.interval.grain !== 'day' || !/day/.test(second.rule)) return null
  if (second.interval.from === null || second.interval.to === null)
    return { ...second, first: at, rule: 'range' }
  const { year, month, day } = dateOf(second.interval.from)
  if (opening.day === day) return null
  return {
    ...second,
    first: at,
    interval: { ...second.interval, from: dayOf(year, opening.day < day ? month : month - 1, opening.day) },
    rule: 'range',
  }
}

/** «Sept. 3–9»: the second end is a bare day. */
function dayEnd(context: DateContext, atom: DateAtom): DateAtom | null {
  const { lexemes } = context
  const at = lexemes[atom.next + 1]?.lower === 'the' ? atom.next + 2 : atom.next + 1
  if (atom.interval.grain !== 'day' || lexemes[at]?.gap === 2) return null
  const end = dayAt(context, at)
  if (end === null) return null
  const after = lexemes[end.next]
  if ((after?.gap === 0 && after.kind !== 'mark') || after?.lower === '%') return null
  if (atom.interval.from === null) return { ...atom, first: at, next: end.next }
  const { year, month, day } = dateOf(atom.interval.from)
  if (end.day === day || (end.day < day && !end.ordinal)) return null
  const from = dayOf(year, end.day < day ? month + 1 : month, end.day)
  return { ...atom, first: at, next: end.next, interval: { from, to: from + 1, grain: 'day' } }
}

function borrowed(atom: DateAtom, second: DateAtom): Interval {
  const { interval } = atom
  if (!atom.yearless || second.interval.from === null || interval.from === null) {
    if (atom.yearless && interval.from === null && second.interval.from !== null) return interval
    return interval
  }
  const start = dateOf(interval.from)
  const end = dateOf(second.interval.from)
  const year =
    start.month > end.month || (start.month === end.month && start.day > end.day) ? end.year - 1 : end.year
  if (interval.grain === 'month') return monthInterval(year, start.month)
  const from = dayOf(year, start.month, start.day)
  return { from, to: from + ((interval.to ?? interval.from) - interval.from), grain: interval.grain }
}

function alignedEnd(from: Interval, second: DateAtom): Interval {
  const { interval } = second
  if (
    !second.yearless ||
    from.from === null ||
    interval.from === null ||
    interval.to === null ||
    interval.from >= from.from
  )
    return interval
  const start = dateOf(interval.from)
  const year =
    dateOf(from.from).year + (dayOf(dateOf(from.from).year, start.month, start.day) < from.from ? 1 : 0)
  const moved = dayOf(year, start.month, start.day)
  return {
    from: moved,
    to: interval.grain === 'month' ? dayOf(year, start.month + 1) : moved + (interval.to - interval.from),
    grain: interval.grain,
  }
}

const order: readonly GrainName[] = [
  'instant',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
]
const finer = (a: GrainName, b: GrainName): GrainName => (order.indexOf(a) <= order.indexOf(b) ? a : b)

/** early 2019, mid-November, the end of March: part of the period. */
function withEdge({ lexemes }: DateContext, atom: DateAtom, floor: number): DateAtom {
  let at = atom.first - 1
  if (at < floor) return atom
  if (lexemes[at]?.lower === '-' && lexemes[at]?.gap === 0) at--
  let word = lexemes[at]?.lower ?? ''
  if (word === 'of' || (word === 'the' && lexemes[at - 1]?.lower === 'of')) {
    at = word === 'of' ? at - 1 : at - 2
    word = lexemes[at]?.lower ?? ''
    if (!/^(?:start|beginning|end|middle|close)$/.test(word)) return atom
  } else if (word !== 'early' && word !== 'late' && word !== 'mid') return atom
  if (at < floor) return atom
  const first =
    lexemes[at - 1]?.lower === 'the' && at - 1 >= floor && /^(?:start|beginning|end|middle|close)$/.test(word)
      ? at - 1
      : at
  return { ...atom, first, interval: part(atom.interval, word), rule: `${word}-of-${atom.rule}` }
}

/** since, until, by, before, after: opens one end. from … and between … belong to the phrase. */
function withLead(atom: DateAtom, floor: number, lexemes: readonly Lexeme[]): DatePhrase {
  const { from, to, grain } = atom.interval
  let { first } = atom
  let interval = atom.interval
  let asOf = grain === 'day' || grain === 'instant'
  let rule = atom.rule
  const at = first - 1
  const lead = at >= floor && lexemes[first]?.gap !== 2 ? (lexemes[at]?.lower ?? '') : ''
  const opened = from !== null || to !== null
  if (lead === 'from' || lead === 'between') {
    if (rule === 'range') first = at
    else if (
      lead === 'from' &&
      (lexemes[atom.next]?.lower === 'on' ||
        lexemes[atom.next]?.lower === 'onwards' ||
        lexemes[atom.next]?.lower === 'onward')
    )
      interval = opened ? { from, to: null, grain } : interval
  } else if (lead === 'since') {
    first = at
    rule = 'since'
    if (opened) interval = { from, to: null, grain }
  } else if (lead === 'until' || lead === 'till') {
    first = at
    rule = 'until'
    if (opened) interval = { from: null, to, grain }
  } else if (lead === 'by') {
    first = at
    rule = 'by'
    asOf = true
    if (opened) interval = { from: null, to, grain }
  } else if (lead === 'before') {
    first = at
    rule = 'before'
    if (opened) interval = { from: null, to: from, grain }
  } else if (lead === 'after') {
    first = at
    rule = 'after'
    if (opened) interval = { from: to, to: null, grain }
  }
  return {
    first,
    next: atom.next,
    start: lexemes[first]?.start ?? 0,
    end: lexemes[atom.next - 1]?.end ?? 0,
    interval,
    relative: atom.relative,
    asOf,
    rule,
  }
}

/** The two ends as the schema has them: ISO, the upper one exclusive, null where open. */
export function isoEnds({ from, to, grain }: Interval): { from: string | null; to: string | null } {
  // «the last 0 days» has no day in it.
  if (from !== null && to !== null && from >= to) return { from: null, to: null }
  const [lower, upper] = [isoOf(from, grain), isoOf(to, grain)]
  // One end more precise than the other would break their order as text: both are then given to the day.
  if (lower !== null && upper !== null && lower.length !== upper.length)
    return { from: isoOf(from, 'day'), to: isoOf(to, 'day') }
  return { from: lower, to: upper }
}
