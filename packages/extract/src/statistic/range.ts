import type { Lexeme } from './lexeme.ts'
import { readNumber } from './number.ts'
import { rounded } from './digits.ts'
import type { Numeral } from './number.ts'
import { measuredAfter, moneyBefore } from './measured.ts'
import type { Measured, Source } from './measured.ts'

/** The second end of a range. `next` is after its number; a unit that it carries is its own. */
export type RangeEnd = {
  numeral: Numeral
  money: ReturnType<typeof moneyBefore>
  connector: string
  firstUnit: Measured | null
}

const words = new Set(['to', 'and', 'or', 'through'])
const dashes = new Set(['-', '–', '—', '‒', '−', '~', '∼', '‐', '‑'])

/**
 * What follows a number as the other end of its range: «3 to 5 million», «between 3% and 5%», «10–20»,
 * «$5-10bn», «6- to 12-metre». `between` says that a range was announced.
 */
export function readRangeEnd(
  source: Source,
  first: Numeral,
  lead: 'between' | 'from' | null,
  hasMoney: boolean,
): RangeEnd | null {
  const { lexemes } = source
  let at = first.next
  let firstUnit: Measured | null = null
  let connector = lexemes[at]
  if (connector === undefined || connector.gap === 2) return null
  // «6- to 12-metre»
  if (
    connector.lower === '-' &&
    connector.gap === 0 &&
    lexemes[at + 1]?.gap === 1 &&
    (lexemes[at + 1]?.lower === 'to' || lexemes[at + 1]?.lower === 'or')
  )
    connector = lexemes[++at]
  else if (
    connector.lower === '-' &&
    connector.gap === 0 &&
    lexemes[at + 1]?.gap === 0 &&
    lexemes[at + 1]?.lower === 'to'
  )
    connector = lexemes[++at]
  else if (!isConnector(lexemes, at)) {
    firstUnit = measuredAfter(source, at)
    if (firstUnit === null) return null
    at = firstUnit.next
    connector = lexemes[at]
  }
  if (connector === undefined || connector.gap === 2 || !isConnector(lexemes, at)) return null
  const word = connector.lower
  if (word === 'and' && lead !== 'between') return null
  if (word === 'through' && firstUnit !== null) return null
  let from = at + 1
  // «100,000 to-150,000»
  if (word === 'to' && lexemes[from]?.lower === '-' && lexemes[from]?.gap === 0) from++
  while (/^(?:about|around|nearly|almost|roughly)$/.test(lexemes[from]?.lower ?? '')) from++
  const opening = moneyAt(source, from)
  const numeral = readNumber(lexemes, opening ?? from, opening !== null || hasMoney)
  if (numeral === null || numeral.unread !== null || (lexemes[numeral.first]?.gap ?? 2) === 2) return null
  if (word === 'to' && !sameMeasure(source, firstUnit, hasMoney, opening !== null, numeral, lead)) return null
  if (word === 'or' && !alternatives(first, numeral, firstUnit)) return null
  if (word === '/' && (opening === null || !hasMoney)) return null
  if (dashes.has(word) && !tight(lexemes, at, from)) return null
  return {
    numeral,
    money: opening === null ? null : moneyBefore(source, opening),
    connector: word,
    firstUnit,
  }
}

/** «up 6 per cent to $31», «grew by $4bn to $19bn»: a change and the level it leads to, no range. */
function sameMeasure(
  source: Source,
  unit: Measured | null,
  money: boolean,
  secondMoney: boolean,
  second: Numeral,
  lead: 'between' | 'from' | null,
): boolean {
  if (unit === null && !money) return !secondMoney
  const after = secondMoney ? null : measuredAfter(source, second.next)
  if (unit !== null && unit.unit.kind !== 'count') {
    if (secondMoney || (after !== null && after.unit.kind !== unit.unit.kind)) return false
    if (after !== null && unit.unit.kind === 'currency' && after.unit.code !== unit.unit.code) return false
    if (
      after === null &&
      (unit.unit.kind === 'percent' || unit.unit.kind === 'percentagePoint') &&
      lead === null
    )
      return false
  }
  return money || lead !== null || !secondMoney
}

function isConnector(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  if (lexeme === undefined) return false
  if (lexeme.lower === '/') return lexeme.gap === 0
  if (dashes.has(lexeme.lower)) {
    const next = lexemes[at + 1]
    return (
      next !== undefined &&
      next.gap < 2 &&
      (next.kind === 'number' ||
        /^[$€£¥₹]$/.test(next.lower) ||
        (next.kind === 'word' && lexeme.gap === next.gap && readNumber(lexemes, at + 1) !== null))
    )
  }
  return words.has(lexeme.lower)
}

/** A dash with a space before it and none after is a minus. */
function tight(lexemes: readonly Lexeme[], at: number, next: number): boolean {
  return lexemes[at]?.gap === lexemes[next]?.gap
}

/** Where the number begins after a currency sign at `from`, or null where none stands there. */
function moneyAt(source: Source, from: number): number | null {
  for (let at = from + 1; at <= from + 2; at++) {
    const money = source.lexemes[at]?.kind === 'number' ? moneyBefore(source, at) : null
    if (money && money.first === from) return at
  }
  return null
}

/** «three or four», «25 or 30»: near each other, bare, the same kind of print. */
function alternatives(first: Numeral, second: Numeral, unit: Measured | null): boolean {
  return (
    unit === null &&
    first.form === second.form &&
    second.value > first.value &&
    first.value > 0 &&
    second.value <= first.value * 2
  )
}

/** The two ends with the scale that is named once for both: «3 to 5 million». */
export function scaledEnds(first: Numeral, second: Numeral): [number, number] {
  if (
    first.scale === 1 &&
    second.scale > 1 &&
    first.value < 1000 &&
    first.value <= second.value / second.scale &&
    first.value !== 0
  )
    return [rounded(first.value * second.scale), second.value]
  return [first.value, second.value]
}
