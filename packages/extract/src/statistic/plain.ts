import { ageOf } from './age.ts'
import { articleFigure } from './article.ts'
import { boundAfter, boundBefore } from './approximator.ts'
import { blank, spans, unreadFigure } from './build.ts'
import type { Found, State } from './build.ts'
import { looksLikeScore } from './contest.ts'
import { canBeCounted } from './counted.ts'
import { rounded } from './digits.ts'
import { directionAfter, directionBefore, directionFrom, isTransitive } from './direction.ts'
import { noUnit } from './figure.ts'
import type { Figure } from './figure.ts'
import { isSign } from './fraction.ts'
import type { Lexeme } from './lexeme.ts'
import { countedAfter, measuredAfter, moneyBefore, perAfter } from './measured.ts'
import type { Measured, MoneyBefore } from './measured.ts'
import { readNumber } from './number.ts'
import type { Numeral } from './number.ts'
import { readRangeEnd, scaledEnds } from './range.ts'
import type { RangeEnd } from './range.ts'
import { refusal } from './refusal.ts'

/** A number with what stands around it. `next` beyond a number that is refused, so that its parts are not read again. */
export function readPlain(state: State, at: number): Found | null {
  const { lexemes } = state
  const sign = signAt(lexemes, at)
  const place = at + (sign?.length ?? 0)
  const lexeme = lexemes[place]
  if (lexeme === undefined || state.taken[place] === 1) return null
  const sum = lexeme.kind === 'number' || lexeme.kind === 'mark' ? moneyBefore(state, place) : null
  // A sign that the figure before has taken is not this one's too.
  const money = sum && sum.first >= state.floor ? sum : null
  const numeral = readNumber(lexemes, place, money !== null)
  if (numeral === null) return articleFigure(state, at)
  if (lexeme.lower === 'a' && numeral.value === 1) return articleFigure(state, at)
  const run = endOfRun(lexemes, numeral.next)
  if (run !== null)
    return {
      figure: unreadFigure(
        state,
        { ...numeral, next: run, unread: 'a run of figures without spaces' },
        money,
      ),
      next: run,
    }
  if (numeral.unread !== null) return { figure: unreadFigure(state, numeral, money), next: numeral.next }
  const lead = leadOf(lexemes, money?.first ?? place, state.floor)
  const range = readRangeEnd(state, numeral, lead, money !== null)
  const usable =
    range && !isTaken(state, range.numeral) && !leadsToLevel(state, at, lead, range) ? range : null
  const isScore = usable !== null && looksLikeScore(state, numeral, usable)
  if (isScore) return { figure: null, next: usable.numeral.next }
  return figureOf(state, { numeral, money, sign, range: usable, lead, at })
}

/** «grew by $4bn to $19bn», «up 5 points to 1,210»: both ends carry their unit and a verb stands before. */
function leadsToLevel(state: State, at: number, lead: 'between' | 'from' | null, range: RangeEnd): boolean {
  if (range.connector !== 'to' || lead !== null) return false
  if (range.firstUnit === null && range.money === null) return false
  const first = moneyBefore(state, at)?.first ?? at
  return directionBefore(state.lexemes, first, state.floor)?.change === true
}

type Parts = {
  numeral: Numeral
  money: MoneyBefore | null
  sign: { value: number; length: number; rise: boolean } | null
  range: RangeEnd | null
  lead: 'between' | 'from' | null
  at: number
}

function figureOf(state: State, { numeral, money, sign, range, lead, at }: Parts): Found {
  const { lexemes } = state
  const last = range?.numeral ?? numeral
  let next = last.next
  let margin: Numeral | null = null
  if (
    range === null &&
    (lexemes[next]?.lower === '±' ||
      (lexemes[next]?.lower === '+' && lexemes[next + 1]?.lower === '/' && lexemes[next + 2]?.lower === '-'))
  ) {
    margin = readNumber(lexemes, lexemes[next]?.lower === '±' ? next + 1 : next + 3)
    if (margin && margin.unread === null) next = margin.next
    else margin = null
  }
  let measured = money || range?.money ? null : measuredAfter(state, next)
  const early = measured === null ? boundAfter(lexemes, next) : null
  if (early) next = early.next
  if (measured === null && early && !money) measured = measuredAfter(state, next)
  const numberNext = measured && isSignUnit(measured) ? measured.next : early ? early.first : next
  let unit = money?.unit ?? range?.money?.unit ?? measured?.unit ?? range?.firstUnit?.unit ?? null
  let unitName = money?.name ?? range?.money?.name ?? measured?.name ?? range?.firstUnit?.name ?? null
  if (measured) next = measured.next
  const refused = refusal(lexemes, numeral, unit !== null || numeral.scale > 1, money !== null, last.next)
  if (refused !== null) return { figure: null, next: skipRefused(lexemes, last.next, refused) }
  const age = unit === null ? ageOf(state, numeral, next) : null
  if (age === 'band') return { figure: null, next: last.next }
  if (
    money &&
    lexemes[next]?.kind === 'word' &&
    lexemes[next]?.gap === 1 &&
    /^(?:u\.s\.?|us|usd|cad|aud)$/.test(lexemes[next]?.lower ?? '') &&
    lexemes[next]?.capital &&
    money.unit.code === null
  ) {
    const code = /^(?:cad|aud)$/.test(lexemes[next]?.lower ?? '')
      ? (lexemes[next]?.lower.toUpperCase() ?? null)
      : 'USD'
    unit = { ...money.unit, code }
    unitName = code
    next++
  }
  if (unit === null && age === 'age') {
    unit = { kind: 'time', code: 'a', text: null, per: null }
    unitName = 'year of age'
  }
  const compared =
    unit === null && lexemes[next]?.gap === 1
      ? (/^(?:more|fewer|less)$/.exec(lexemes[next]?.lower ?? '')?.[0] ?? null)
      : null
  const compares = compared === null ? null : countedAfter(state, next + 1, false)
  const wide =
    compares ??
    (unit === null || unit.kind === 'none'
      ? countedAfter(
          state,
          lexemes[next]?.lower === 'of' && numeral.scale > 1 && canBeCounted(lexemes[next + 1])
            ? next + 1
            : next,
          numeral.value === 1 && range === null,
        )
      : null)
  if (wide && lexemes[wide.next]?.lower === 'too' && lexemes[wide.next + 1]?.kind === 'word')
    return { figure: null, next: wide.next }
  // «one of the fourteen»: a figure taken up again.
  if (
    unit === null &&
    wide === null &&
    numeral.form === 'words' &&
    numeral.scale === 1 &&
    /^(?:the|these|those)$/.test(lexemes[numeral.first - 1]?.lower ?? '') &&
    range === null
  )
    return { figure: null, next }
  if (wide) {
    unit = wide.unit
    unitName = wide.name
    next = wide.next
  }
  const late = early ?? boundAfter(lexemes, next)
  if (late && late !== early) next = late.next
  const bareRate = unit === null && lexemes[next]?.lower === 'per'
  const per = unit === null && !bareRate ? null : perAfter(state, next, unit?.kind === 'currency')
  if (per) {
    unit = { ...(unit ?? { kind: 'count', code: null, text: null }), per: per.per }
    unitName = unitName === null ? null : `${unitName} per ${per.name}`
    next = per.next
  }
  let first = money && money.first < numeral.first ? money.first : sign ? at : numeral.first
  const numberFirst = first
  const bound = boundBefore(lexemes, first, state.floor, unit?.kind === 'time')
  const ranged = range !== null
  const told = directionBefore(lexemes, ranged && lead ? first - 1 : (bound?.first ?? first), state.floor)
  const from = told === null ? directionFrom(lexemes, next) : null
  const following =
    told === null && unit !== null && /^(?:percent|percentagePoint|basisPoint|currency)$/.test(unit.kind)
      ? directionAfter(lexemes, next)
      : null
  if (bound) first = bound.first
  if (ranged && lead === 'between') first = Math.min(first, numberFirst - 1)
  const negative = sign !== null && sign.value < 0
  // «40 fewer farms», «12 more people than last year»: a difference.
  const than = compares === null ? null : compared === 'more' ? 'up' : 'down'
  const direction =
    negative && !ranged ? 'down' : sign?.rise ? 'up' : (told?.direction ?? following ?? from ?? than)
  const change =
    told?.change === true ||
    following !== null ||
    than !== null ||
    (sign !== null && unit?.kind === 'percent')
  const value = negative ? rounded(-numeral.value) : numeral.value
  const numbers = numbersOf(value, range ? scaledEnds(numeral, range.numeral) : null, margin)
  if (numbers === null) return { figure: null, next }
  const approximator = range || margin ? numbers.approximator : (bound?.bound ?? late?.bound ?? 'exact')
  const kind = kindOf(unit, change, lexemes[told?.at ?? -1]?.lower ?? '', [
    numbers.value,
    numbers.low,
    numbers.high,
  ])
  return {
    figure: {
      ...blank,
      ...spans(state, first, next, ranged && lead === 'between' ? numberFirst - 1 : numberFirst, numberNext),
      ...numbers,
      approximator,
      digits: numeral.digits,
      unit: unit ?? noUnit,
      unitName,
      kind,
      direction: direction ?? (kind === 'change' ? 'none' : null),
      verb: told?.at ?? -1,
      rule: range ? 'range' : margin ? 'plus-minus' : money ? 'money' : unit === null ? 'bare' : unit.kind,
      score: unit === null ? 0.6 : unit.kind === 'count' ? 0.8 : 0.92,
    },
    next,
  }
}

const isSignUnit = ({ unit }: Measured): boolean =>
  unit.kind === 'percent' ||
  unit.kind === 'percentagePoint' ||
  unit.kind === 'basisPoint' ||
  unit.kind === 'currency'

function numbersOf(
  value: number,
  ends: [number, number] | null,
  margin: Numeral | null,
): {
  value: number | null
  low: number | null
  high: number | null
  approximator: 'range' | 'plusMinus' | 'exact'
} | null {
  if (ends) {
    const [a, b] = value < 0 ? [-ends[0], ends[1]] : ends
    if (a === b) return { value: a, low: null, high: null, approximator: 'exact' }
    return { value: null, low: Math.min(a, b), high: Math.max(a, b), approximator: 'range' }
  }
  if (margin)
    return {
      value,
      low: rounded(value - margin.value),
      high: rounded(value + margin.value),
      approximator: 'plusMinus',
    }
  return { value, low: null, high: null, approximator: 'exact' }
}

function kindOf(
  unit: Figure['unit'] | null,
  change: boolean,
  verb: string,
  numbers: readonly (number | null)[],
): Figure['kind'] {
  if (unit === null) return change ? 'change' : 'level'
  switch (unit.kind) {
    case 'percentagePoint':
      return 'change'
    case 'basisPoint':
      return change ? 'change' : 'level'
    case 'percent': {
      if (change) return 'change'
      const possible = numbers.every((number) => number === null || (number >= 0 && number <= 100))
      return possible ? 'share' : 'level'
    }
    case 'none':
    case 'count':
    case 'currency':
    case 'physical':
    case 'time':
    case 'other':
      if (unit.per !== null) return 'rate'
      return change && !isTransitive(verb) ? 'change' : 'level'
    default:
      return unit.kind satisfies never
  }
}

function signAt(
  lexemes: readonly Lexeme[],
  at: number,
): { value: number; length: number; rise: boolean } | null {
  const mark = lexemes[at]
  if (mark === undefined) return null
  if ((mark.lower === 'minus' || mark.lower === 'negative') && lexemes[at + 1] !== undefined)
    return readNumber(lexemes, at + 1) ? { value: -1, length: 1, rise: false } : null
  if (!isSign(mark)) return null
  const after = lexemes[at + 1]
  const touches = after?.gap === 0 || at === 0
  const opens = mark.gap > 0 || at === 0 || /^[(,;:[]$/.test(lexemes[at - 1]?.lower ?? '')
  if (!touches || !opens || after === undefined) return null
  // «– 5» after a space is a dash; only a minus touches its number.
  if (mark.lower === '–' && at > 0 && lexemes[at - 1]?.kind !== 'mark' && mark.gap === 0) return null
  const currency = after.kind === 'mark' && lexemes[at + 2]?.kind === 'number'
  if (after.kind !== 'number' && !currency && !(after.lower === '.' && lexemes[at + 2]?.kind === 'number'))
    return null
  return { value: mark.lower === '+' ? 1 : -1, length: currency ? 2 : 1, rise: mark.lower === '+' }
}

function leadOf(lexemes: readonly Lexeme[], at: number, floor: number): 'between' | 'from' | null {
  let place = at - 1
  while (place >= floor && /^(?:about|around|roughly|approximately)$/.test(lexemes[place]?.lower ?? ''))
    place--
  const word = place >= floor ? lexemes[place]?.lower : undefined
  return word === 'between' || word === 'from' ? word : null
}

const isTaken = (state: State, numeral: Numeral): boolean => state.taken[numeral.first] === 1

function skipRefused(lexemes: readonly Lexeme[], next: number, reason: string): number {
  let place = next
  if (reason !== 'phone' && reason !== 'reference') return next
  while (place < lexemes.length) {
    const lexeme = lexemes[place]
    const following = lexemes[place + 1]
    if (lexeme === undefined || lexeme.gap === 2) break
    if (lexeme.kind === 'number' && (reason === 'phone' || lexeme.gap === 0)) place++
    else if (lexeme.gap === 0 && lexeme.kind === 'word') place++
    else if (
      lexeme.gap === 0 &&
      /^[-/.()]$/.test(lexeme.lower) &&
      following?.gap === 0 &&
      following.kind !== 'mark'
    )
      place++
    else break
  }
  return place
}

/** Numbers joined by single marks without a space, from here on more than any list or date has. */
const longestRun = 16

function endOfRun(lexemes: readonly Lexeme[], at: number): number | null {
  let next = at
  while (
    lexemes[next]?.kind === 'mark' &&
    lexemes[next]?.gap === 0 &&
    lexemes[next + 1]?.kind === 'number' &&
    lexemes[next + 1]?.gap === 0
  )
    next += 2
  return next - at > 2 * longestRun ? next : null
}
