import { around, dateOf, dayOf, monthInterval, shifted } from './calendar.ts'
import type { GrainName, Interval } from './calendar.ts'
import { grains, months, seasons, weekdays } from './date-word.ts'
import type { DateAtom, DateContext } from './date-atom.ts'
import type { Lexeme } from './lexeme.ts'
import { parseDigits } from './digits.ts'
import { tens, units } from './number-word.ts'

const steps: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['preceding', -1],
  ['prior', -1],
  ['this', 0],
  ['current', 0],
  ['present', 0],
  ['next', 1],
  ['coming', 1],
  ['following', 1],
  ['upcoming', 1],
])
const days: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tonight', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
  ['overnight', 0],
])

const open = (grain: GrainName): Interval => ({ from: null, to: null, grain })
const found = (first: number, next: number, interval: Interval, rule: string): DateAtom => ({
  first,
  next,
  interval,
  relative: true,
  yearless: false,
  rule,
})

/** The date that counts from the reference and begins at lexeme `at`: last year, two weeks ago, the past decade. */
export function readRelativeDate(context: DateContext, at: number): DateAtom | null {
  const { lexemes } = context
  const lexeme = lexemes[at]
  if (lexeme === undefined) return null
  if (lexeme.kind === 'word') {
    const day = days.get(lexeme.lower)
    if (day !== undefined) return readDayWord(context, at, day)
    if (lexeme.lower === 'the' || lexeme.lower === 'that' || steps.has(lexeme.lower))
      return readStep(context, at)
    if (lexeme.lower === 'earlier' || lexeme.lower === 'later') return readPartOfYear(context, at)
    if (lexeme.lower === 'year') return readYearTo(context, at)
  }
  return readCounted(context, at)
}

function readDayWord({ lexemes, reference }: DateContext, at: number, step: number): DateAtom {
  let next = at + 1
  const part = lexemes[next]?.lower
  if (part === 'morning' || part === 'afternoon' || part === 'evening' || part === 'night') next++
  return found(at, next, reference === null ? open('day') : around(reference, 'day', step), 'day-word')
}

/** Count of units at `at`: two, a, several, 10, «three or four» (the second). */
export function countAt(
  lexemes: readonly Lexeme[],
  at: number,
): { value: number | null; next: number } | null {
  const lexeme = lexemes[at]
  if (lexeme === undefined) return null
  if (lexeme.kind === 'number') {
    const { value } = parseDigits(lexeme.lower)
    return value <= 1000 ? { value, next: at + 1 } : null
  }
  const word = lexeme.lower
  if (word === 'a' || word === 'an')
    return lexemes[at + 1]?.lower === 'few'
      ? { value: null, next: at + 2 }
      : lexemes[at + 1]?.lower === 'couple'
        ? { value: 2, next: lexemes[at + 2]?.lower === 'of' ? at + 3 : at + 2 }
        : { value: 1, next: at + 1 }
  if (word === 'few' || word === 'several' || word === 'many') return { value: null, next: at + 1 }
  const unit = units.get(word)
  if (unit !== undefined) {
    if (lexemes[at + 1]?.lower === 'or' || lexemes[at + 1]?.lower === 'to') {
      const more = units.get(lexemes[at + 2]?.lower ?? '')
      if (more !== undefined) return { value: null, next: at + 3 }
    }
    return { value: unit, next: at + 1 }
  }
  const ten = tens.get(word)
  if (ten === undefined) return null
  const hyphen = lexemes[at + 1]?.lower === '-' ? at + 2 : at + 1
  const below = units.get(lexemes[hyphen]?.lower ?? '')
  return below !== undefined && below < 10
    ? { value: ten + below, next: hyphen + 1 }
    : { value: ten, next: at + 1 }
}

/** two years ago, a year earlier, three weeks from now, in two years' time. */
function readCounted({ lexemes, reference }: DateContext, at: number): DateAtom | null {
  const count = countAt(lexemes, at)
  if (count === null) return null
  let place = count.next
  const step = steps.get(lexemes[place]?.lower ?? '')
  const moved = step !== undefined && step !== 0 ? grains.get(lexemes[place + 1]?.lower ?? '') : undefined
  if (step !== undefined && moved !== undefined) {
    if (reference === null || count.value === null) return found(at, place + 2, open(moved), 'count-step')
    const far = shifted(reference, moved, step * count.value)
    return found(
      at,
      place + 2,
      step < 0
        ? { from: far, to: reference, grain: 'day' }
        : { from: reference + 1, to: far + 1, grain: 'day' },
      'count-step',
    )
  }
  if (
    lexemes[place]?.lower === 'and' &&
    lexemes[place + 1]?.lower === 'a' &&
    lexemes[place + 2]?.lower === 'half'
  )
    place += 3
  if (lexemes[place]?.lower === 'calendar' || lexemes[place]?.lower === 'full') place++
  const grain = grains.get(lexemes[place]?.lower ?? '')
  if (grain === undefined || grain === 'half') return null
  place++
  const word = lexemes[place]?.lower
  const after = lexemes[place + 1]?.lower
  let sign = 0
  let next = place + 1
  if (
    word === 'ago' ||
    word === 'earlier' ||
    word === 'before' ||
    word === 'previously' ||
    word === 'prior'
  ) {
    if (word === 'before' && lexemes[place + 1]?.kind === 'word' && lexemes[place + 1]?.gap !== 2) return null
    sign = -1
  } else if (word === 'from' && (after === 'now' || after === 'today')) {
    sign = 1
    next++
  } else if (word === 'hence') sign = 1
  else if (word === 'later') return count.value === null ? null : found(at, next, open(grain), 'later')
  else return null
  if (reference === null || count.value === null) return found(at, next, open(grain), 'counted')
  // «a year earlier» and «two days ago» are one unit; years are told by the year.
  const fine = grain === 'day' || grain === 'week'
  const target = shifted(reference, grain, sign * count.value)
  return found(
    at,
    next,
    fine || grain === 'month'
      ? around(target, grain === 'week' ? 'day' : grain)
      : around(target, grain === 'decade' ? 'year' : grain),
    'counted',
  )
}

/** last year, the past two decades, next Monday, this spring, the same month, the year. */
function readStep(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  const article = lexemes[at]?.lower === 'the'
  const from = article ? at + 1 : at
  const which = lexemes[from]
  if (which === undefined || (article && which.gap === 2)) return null
  if (which.lower === 'that' && !article) return readThat(context, from)
  const step = steps.get(which.lower)
  if (step === undefined)
    return article
      ? which.lower === 'weekend'
        ? found(at, from + 1, weekendOf(reference, 0), 'weekend')
        : readYearTo(context, from)
      : null
  let place = steps.get(lexemes[from + 1]?.lower ?? '') === 1 && step === 0 ? from + 2 : from + 1
  const word = lexemes[place]
  if (word === undefined || word.gap === 2) return null
  if (!article && /^(?:morning|afternoon|evening|night)$/.test(word.lower))
    return found(
      at,
      place + 1,
      reference === null ? open('day') : around(reference, 'day', step),
      'part-of-day',
    )
  const weekday = weekdays.get(word.lower)
  if (weekday !== undefined && word.lower.length > 4)
    return found(
      at,
      place + 1,
      reference === null ? open('day') : weekdayAt(reference, weekday, step),
      'step-weekday',
    )
  const month = word.capital ? months.get(word.lower) : undefined
  if (month !== undefined)
    return found(
      at,
      place + 1,
      reference === null ? open('month') : monthAt(reference, month, step),
      'step-month',
    )
  const season = seasons.get(word.lower)
  if (season !== undefined)
    return found(
      at,
      place + 1,
      reference === null ? open('quarter') : seasonAt(reference, season, step),
      'step-season',
    )
  if (word.lower === 'weekend') {
    return found(at, place + 1, weekendOf(reference, step), 'weekend')
  }
  if (
    word.lower === 'fiscal' ||
    word.lower === 'financial' ||
    word.lower === 'calendar' ||
    word.lower === 'full' ||
    word.lower === 'entire'
  )
    place++
  const single = grains.get(lexemes[place]?.lower ?? '')
  if (single !== undefined && !lexemes[place]?.lower.endsWith('s')) {
    if (single === 'half') return null
    if (lexemes[place + 1]?.lower === '-' && lexemes[place + 1]?.gap === 0) return null
    if (reference === null) return found(at, place + 1, open(single), 'step')
    const named = single === 'week' ? weekdayIn(context, at, place + 1, step) : null
    if (named) return named
    // «the past year» runs up to now, «last year» is the calendar's.
    if (
      (which.lower === 'past' || (article && which.lower === 'last')) &&
      single !== 'day' &&
      single !== 'quarter'
    )
      return found(
        at,
        place + 1,
        { from: shifted(reference, single, -1), to: reference, grain: 'day' },
        'past',
      )
    return found(at, place + 1, around(reference, single, step), 'step')
  }
  if (step === 0) return null
  const count = countAt(lexemes, place)
  if (count === null) return null
  const noun = /^(?:business|working|trading|full|calendar|fiscal)$/.test(lexemes[count.next]?.lower ?? '')
    ? count.next + 1
    : count.next
  const grain = grains.get(lexemes[noun]?.lower ?? '')
  if (grain === undefined) return null
  const next = noun + 1
  if (reference === null || count.value === null) return found(at, next, open(grain), 'step-count')
  if (grain === 'quarter') {
    const [near, far] = [around(reference, grain, step), around(reference, grain, step * count.value)]
    return found(
      at,
      next,
      step < 0 ? { from: far.from, to: near.to, grain } : { from: near.from, to: far.to, grain },
      'step-count',
    )
  }
  const far = shifted(reference, grain, step * count.value)
  return found(
    at,
    next,
    step < 0
      ? { from: far, to: reference, grain: 'day' }
      : { from: reference + 1, to: far + 1, grain: 'day' },
    'step-count',
  )
}

function weekendOf(reference: number | null, step: number): Interval {
  if (reference === null) return open('day')
  const week = around(reference, 'week', step)
  return { from: (week.from ?? 0) + 5, to: week.to, grain: 'day' }
}

/** «next week on Wednesday». */
function weekdayIn(
  { lexemes, reference }: DateContext,
  first: number,
  at: number,
  step: number,
): DateAtom | null {
  const from = lexemes[at]?.lower === 'on' ? at + 1 : at
  const weekday = lexemes[from]?.gap === 2 ? undefined : weekdays.get(lexemes[from]?.lower ?? '')
  if (weekday === undefined || (lexemes[from]?.lower.length ?? 0) < 6) return null
  if (reference === null) return found(first, from + 1, open('day'), 'week-weekday')
  const monday = around(reference, 'week', step).from ?? reference
  return found(first, from + 1, around(monday + ((weekday + 6) % 7), 'day'), 'week-weekday')
}

function weekdayAt(reference: number, weekday: number, step: number): Interval {
  const now = dateOf(reference).weekday
  if (step < 0) return around(reference, 'day', -(((now - weekday + 6) % 7) + 1))
  const monday = around(reference, 'week', step).from ?? reference
  return around(monday + ((weekday + 6) % 7), 'day')
}

function monthAt(reference: number, month: number, step: number): Interval {
  const { year, month: now } = dateOf(reference)
  if (step === 0) return monthInterval(year, month)
  return step < 0
    ? monthInterval(month < now ? year : year - 1, month)
    : monthInterval(month > now ? year : year + 1, month)
}

function seasonAt(reference: number, first: number, step: number): Interval {
  const { year, month } = dateOf(reference)
  const started = first === 12 && month < 3 ? year - 1 : year
  return monthInterval(started + step, first, 3, 'quarter')
}

/** «in the year», «in the month» after earlier and later. */
function readInThe({ lexemes, reference }: DateContext, at: number): DateAtom | null {
  const grain = lexemes[at + 1]?.lower === 'the' ? grains.get(lexemes[at + 2]?.lower ?? '') : undefined
  if (grain === undefined || grain === 'half' || lexemes[at + 2]?.lower.endsWith('s')) return null
  return found(at, at + 3, reference === null ? open(grain) : around(reference, grain), 'step')
}

/** earlier this year, later this month. */
function readPartOfYear(context: DateContext, at: number): DateAtom | null {
  const { lexemes, reference } = context
  if (lexemes[at + 1]?.lower !== 'this' && lexemes[at + 1]?.lower !== 'in') return null
  const inner = lexemes[at + 1]?.lower === 'this' ? readStep(context, at + 1) : readInThe(context, at + 1)
  if (inner === null) return null
  if (reference === null || inner.interval.from === null || inner.interval.to === null)
    return { ...inner, first: at }
  const earlier = lexemes[at]?.lower === 'earlier'
  const interval: Interval = earlier
    ? {
        from: inner.interval.from,
        to: Math.max(inner.interval.from + 1, reference),
        grain: inner.interval.grain,
      }
    : { from: Math.min(reference, inner.interval.to - 1), to: inner.interval.to, grain: inner.interval.grain }
  return { ...inner, first: at, interval, rule: 'part-of-step' }
}

/** (the) year to September, twelve months to March 2031: ends with the month named. */
function readYearTo({ lexemes, reference }: DateContext, at: number): DateAtom | null {
  let place = at
  let count = 1
  if (lexemes[place]?.lower === 'year') place++
  else {
    const many = countAt(lexemes, place)
    if (many === null || many.value === null || lexemes[many.next]?.lower !== 'months') return null
    count = many.value
    place = many.next + 1
  }
  const grain: GrainName = place === at + 1 ? 'year' : 'month'
  const link = lexemes[place]?.lower
  if (link !== 'to' && link !== 'ending' && link !== 'ended' && link !== 'through') return null
  place++
  if (lexemes[place]?.lower === 'date' && link === 'to' && grain === 'year')
    return found(
      at,
      place + 1,
      reference === null
        ? open('year')
        : { from: dayOf(dateOf(reference).year), to: reference, grain: 'day' },
      'year-to-date',
    )
  if (lexemes[place]?.lower === 'in') place++
  const month = lexemes[place]?.capital ? months.get(lexemes[place]?.lower ?? '') : undefined
  if (month === undefined) return null
  if (lexemes[place + 1]?.lower === '.' && lexemes[place + 1]?.gap === 0 && lexemes[place + 2]?.gap === 1)
    place++
  if (/^(?:[12]?\d|3[01])$/.test(lexemes[place + 1]?.lower ?? '')) place++
  if (lexemes[place + 1]?.lower === ',' && /^(?:19|20|21)\d\d$/.test(lexemes[place + 2]?.lower ?? '')) place++
  const number = lexemes[place + 1]
  const year =
    number?.kind === 'number' && /^(?:19|20|21)\d\d$/.test(number.lower) ? Number(number.lower) : null
  const next = year === null ? place + 1 : place + 2
  if (year === null && reference === null) return found(at, next, open(grain), 'year-to')
  const now = reference === null ? { year: 0, month: 0 } : dateOf(reference)
  const meant = year ?? (month <= now.month ? now.year : now.year - 1)
  const size = grain === 'year' ? 12 : count
  const interval: Interval = {
    from: dayOf(meant, month + 1 - size),
    to: dayOf(meant, month + 1),
    grain: 'month',
  }
  return { ...found(at, next, interval, 'year-to'), relative: year === null }
}

/** «that year», «that winter»: a time that the text named before, so that nothing can be resolved. */
function readThat({ lexemes }: DateContext, at: number): DateAtom | null {
  const word = lexemes[at + 1]
  if (word === undefined || word.gap !== 1) return null
  const grain = seasons.has(word.lower) ? 'quarter' : grains.get(word.lower)
  if (grain === undefined || grain === 'half' || word.lower.endsWith('s')) return null
  return found(at, at + 2, open(grain), 'that')
}
