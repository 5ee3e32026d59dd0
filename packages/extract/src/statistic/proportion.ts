import type { Lexeme } from './lexeme.ts'
import { readNumber } from './number.ts'
import { rounded } from './digits.ts'
import { denominators, units } from './number-word.ts'
import { grains } from './date-word.ts'

/** A share told without percent: two-thirds, half of, one in five. */
export type Proportion = { first: number; next: number; value: number; rule: 'fraction' | 'half' | 'in' }

/** The proportion that begins at lexeme `at`, or null. `bounded` says that an approximator stands before it. */
export function readProportion(lexemes: readonly Lexeme[], at: number, bounded: boolean): Proportion | null {
  return readIn(lexemes, at) ?? readFraction(lexemes, at, bounded) ?? readHalf(lexemes, at, bounded)
}

/** one in five, 3 in 10, nine out of ten. The lower number is round, as it is in speech, or «out of» stands there. */
function readIn(lexemes: readonly Lexeme[], at: number): Proportion | null {
  const first = lexemes[at]
  if (first === undefined || first.kind === 'mark') return null
  const above = readNumber(lexemes, at)
  if (above === null || above.scale > 1 || !Number.isInteger(above.value) || above.value < 1) return null
  let place = above.next
  const out = lexemes[place]?.lower === 'out' && lexemes[place + 1]?.lower === 'of'
  if (out) place += 2
  else if (lexemes[place]?.lower === 'in') place++
  else if (
    lexemes[place]?.lower === '-' &&
    lexemes[place + 1]?.lower === 'in' &&
    lexemes[place + 2]?.lower === '-'
  )
    place += 3
  else return null
  if (lexemes[place]?.lower === 'every') place++
  const below = readNumber(lexemes, place)
  if (below === null || !Number.isInteger(below.value) || below.value <= above.value) return null
  const after = lexemes[below.next]
  if (!out) {
    if (below.value > 20 && below.scale === 1 && below.value % 10 !== 0) return null
    // «three in two years», «one in 4 cm»: a time is no whole.
    if (after?.gap === 1 && grains.has(after.lower)) return null
    if (above.form !== below.form && above.value !== 1) return null
  } else if (after?.lower === 'the') return null
  if (below.form === 'digits' && /^(?:1[6-9]|20|21)\d\d$/.test(lexemes[place]?.lower ?? '') && !out)
    return null
  return { first: at, next: below.next, value: rounded(above.value / below.value), rule: 'in' }
}

/** two-thirds, a third, one quarter, three fifths: «a third» and «one fifth» need «of» or a bound, being places in a row too. */
function readFraction(lexemes: readonly Lexeme[], at: number, bounded: boolean): Proportion | null {
  const first = lexemes[at]
  if (first === undefined || first.kind !== 'word') return null
  const article = first.lower === 'a' || first.lower === 'an'
  let above = article ? 1 : units.get(first.lower)
  if (above === undefined || above === 0) return null
  let place = at + 1
  const hyphen = lexemes[place]?.lower === '-'
  if (hyphen) place++
  const word = lexemes[place]
  const below = denominators.get(word?.lower ?? '')
  if (word === undefined || below === undefined || word.gap === 2) return null
  const plural = word.lower.endsWith('s') || word.lower === 'halves'
  if (above > 1 !== plural) return null
  if (above >= below) return null
  const next = lexemes[place + 1]
  if (next?.lower === '-' && next.gap === 0) return null
  const of = next?.lower === 'of'
  const closed = next === undefined || next.kind === 'mark' || next.gap === 2
  const compared =
    next !== undefined &&
    /^(?:more|less|fewer|larger|smaller|higher|lower|from|in|are|were|is|was|to|said|say)$/.test(next.lower)
  if (above === 1 && article && below !== 2 && !of && !bounded && !closed && !compared) return null
  if (below === 2 && article)
    return of || bounded ? { first: at, next: place + 1, value: 0.5, rule: 'fraction' } : null
  above /= below
  return { first: at, next: place + 1, value: rounded(above), rule: 'fraction' }
}

const wholes = new Set('of the its their his her our my your all that those these'.split(' '))
const refused = new Set(
  'first second third last this next other latter the opening closing early final better every each a'.split(
    ' ',
  ),
)

/** half of its income, half the people, more than half. */
function readHalf(lexemes: readonly Lexeme[], at: number, bounded: boolean): Proportion | null {
  const word = lexemes[at]
  if (word?.lower !== 'half') return null
  const next = lexemes[at + 1]
  if (next?.lower === '-' && next.gap === 0) return null
  const before = lexemes[at - 1]
  if (before && refused.has(before.lower) && before.gap < 3 && word.gap < 2) return null
  const whole = next !== undefined && next.gap < 2 && wholes.has(next.lower)
  if (!whole && !bounded) return null
  if (next?.lower === 'a' || next?.lower === 'an') return null
  return { first: at, next: at + 1, value: 0.5, rule: 'half' }
}
