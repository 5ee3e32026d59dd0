import type { When } from '@onrecord/schema'
import { dateOf, dayOf, isoOf, monthInterval } from './calendar.ts'
import type { GrainName, Interval } from './calendar.ts'
import { readDate } from './date.ts'
import type { DateAtom, DateContext } from './date.ts'
import type { Lexeme } from './lexeme.ts'
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
const joins = new Set(['to', 'and', 'until', 'till', 'through', '-', '–', '—', 'thru'])

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

const mayBegin = (lexeme: Lexeme): boolean => lexeme.kind !== 'mark' || lexeme.lower === "'" || lexeme.lower === '’' || lexeme.lower === '‘'

function readAtom(context: DateContext, at: number): DateAtom | null {
  const lexeme = context.lexemes[at]
  if (lexeme === undefined || !mayBegin(lexeme)) return null
  const days = lexeme.kind === 'number' ? readDays(context, at) : null
  if (days) return days
  return readRelativeDate(context, at) ?? readDate(context, at)
}

function phraseOf(context: DateContext, atom: DateAtom, floor: number): DatePhrase {
  const { lexemes } = context
  const joined = joinRange(context, atom) ?? atom
  const edged = withEdge(context, joined, floor)
  return withLead(context, edged, floor, lexemes)
}

/** «from X to Y», «between X and Y», «X–Y»; the first end takes its year or month from the second. */
function joinRange(context: DateContext, atom: DateAtom): DateAtom | null {
  const { lexemes } = context
  const mark = lexemes[atom.next]
  if (mark === undefined || mark.gap === 2 || !joins.has(mark.lower)) return null
  const lead = lexemes[atom.first - 1]?.lower ?? ''
  if (mark.lower === 'and' && lead !== 'between') return null
  const second = readAtom(context, atom.next + 1) ?? dayEnd(context, atom)
  if (second === null) return null
  if (mark.lower === 'to' && !leads.has(lead) && second.interval.grain !== atom.interval.grain) return null
  const from = borrowed(context, atom, second)
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

/** «3 and 17 February», «20–24 September 2031»: the first end is a bare day. */
function readDays(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const first = lexemes[at]
  const mark = lexemes[at + 1]
  if (first === undefined || !/^\d{1,2}$/.test(first.lower) || mark === undefined || mark.gap === 2) return null
  const dash = /^[-–—]$/.test(mark.lower)
  const lead = lexemes[at - 1]?.lower ?? ''
  if (!dash && mark.lower !== 'to' && !(mark.lower === 'and' && lead === 'between')) return null
  const second = lexemes[at + 2]?.kind === 'number' ? readDate(context, at + 2) : null
  if (second === null || second.interval.grain !== 'day' || !/day/.test(second.rule)) return null
  if (second.interval.from === null || second.interval.to === null) return { ...second, first: at, rule: 'range' }
  const { year, month, day } = dateOf(second.interval.from)
  const from = Number(first.lower)
  if (from < 1 || from >= day) return null
  return { ...second, first: at, interval: { ...second.interval, from: dayOf(year, month, from) }, rule: 'range' }
}

/** «Sept. 20–24»: the second end is a bare day. */
function dayEnd({ lexemes }: DateContext, atom: DateAtom): DateAtom | null {
  const number = lexemes[atom.next + 1]
  if (atom.interval.grain !== 'day' || number?.kind !== 'number' || !/^\d{1,2}$/.test(number.lower)) return null
  const after = lexemes[atom.next + 2]
  if (after?.gap === 0 && after.kind !== 'mark') return null
  if (atom.interval.from === null) return { ...atom, first: atom.next + 1, next: atom.next + 2 }
  const { year, month, day } = dateOf(atom.interval.from)
  const last = Number(number.lower)
  if (last <= day) return null
  const from = dayOf(year, month, last)
  return { ...atom, first: atom.next + 1, next: atom.next + 2, interval: { from, to: from + 1, grain: 'day' } }
}

function borrowed(context: DateContext, atom: DateAtom, second: DateAtom): Interval {
  void context
  const { interval } = atom
  if (!atom.yearless || second.interval.from === null || interval.from === null) {
    if (atom.yearless && interval.from === null && second.interval.from !== null) return interval
    return interval
  }
  const start = dateOf(interval.from)
  const end = dateOf(second.interval.from)
  const year = start.month > end.month || (start.month === end.month && start.day > end.day) ? end.year - 1 : end.year
  if (interval.grain === 'month') return monthInterval(year, start.month)
  const from = dayOf(year, start.month, start.day)
  return { from, to: from + ((interval.to ?? interval.from) - interval.from), grain: interval.grain }
}

function alignedEnd(from: Interval, second: DateAtom): Interval {
  const { interval } = second
  if (!second.yearless || from.from === null || interval.from === null || interval.to === null || interval.from >= from.from) return interval
  const start = dateOf(interval.from)
  const year = dateOf(from.from).year + (dayOf(dateOf(from.from).year, start.month, start.day) < from.from ? 1 : 0)
  const moved = dayOf(year, start.month, start.day)
  return { from: moved, to: interval.grain === 'month' ? dayOf(year, start.month + 1) : moved + (interval.to - interval.from), grain: interval.grain }
}

const order: readonly GrainName[] = ['instant', 'day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century']
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
  const first = lexemes[at - 1]?.lower === 'the' && at - 1 >= floor && /^(?:start|beginning|end|middle|close)$/.test(word) ? at - 1 : at
  return { ...atom, first, interval: part(atom.interval, word), rule: `${word}-of-${atom.rule}` }
}

function part(interval: Interval, word: string): Interval {
  const { from, to, grain } = interval
  if (from === null || to === null) return interval
  const length = to - from
  if (length <= 1) return interval
  const third = Math.round(length / 3)
  if (word === 'early' || word === 'start' || word === 'beginning') return { from, to: grain === 'year' ? halfOf(from) : from + Math.max(1, third), grain: grain === 'year' ? 'half' : 'day' }
  if (word === 'mid' || word === 'middle') return { from: from + third - 1, to: to - third, grain: 'day' }
  return { from: grain === 'year' ? halfOf(from) : to - Math.max(1, third), to, grain: grain === 'year' ? 'half' : 'day' }
}

const halfOf = (from: number): number => dayOf(dateOf(from).year, 7)

/** since, until, by, before, after: opens one end. from … and between … belong to the phrase. */
function withLead(context: DateContext, atom: DateAtom, floor: number, lexemes: readonly Lexeme[]): DatePhrase {
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
    else if (lead === 'from' && (lexemes[atom.next]?.lower === 'on' || lexemes[atom.next]?.lower === 'onwards' || lexemes[atom.next]?.lower === 'onward')) interval = opened ? { from, to: null, grain } : interval
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
  void context
  return { first, next: atom.next, start: lexemes[first]?.start ?? 0, end: lexemes[atom.next - 1]?.end ?? 0, interval, relative: atom.relative, asOf, rule }
}

/** The two ends as the schema has them: ISO, the upper one exclusive, null where open. */
export function isoEnds({ from, to, grain }: Interval): { from: string | null; to: string | null } {
  const [lower, upper] = [isoOf(from, grain), isoOf(to, grain)]
  // One end more precise than the other would break their order as text: both are then given to the day.
  if (lower !== null && upper !== null && lower.length !== upper.length) return { from: isoOf(from, 'day'), to: isoOf(to, 'day') }
  return { from: lower, to: upper }
}
