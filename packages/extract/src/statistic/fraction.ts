import { parseDigits, rounded } from './digits.ts'
import type { Lexeme } from './lexeme.ts'
import type { Numeral } from './number.ts'

/** 2 1/4 and 2½ and 1/2. */
export function withFraction(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
  const { next, value } = numeral
  const sign = lexemes[next]
  if (sign?.kind === 'mark') {
    const part = fractionSigns.get(sign.lower)
    if (part !== undefined && sign.gap < 2)
      return { ...numeral, next: next + 1, value: rounded(value + part) }
    if (sign.lower === '/' || sign.lower === '⁄') {
      const lower = lexemes[next + 1]
      const below = lower?.kind === 'number' ? parseDigits(lower.lower).value : Number.NaN
      const alone =
        sign.gap === 0 &&
        lower?.gap === 0 &&
        lexemes[next + 2]?.lower !== '/' &&
        lexemes[numeral.first - 1]?.lower !== '/'
      if (alone && Number.isInteger(value) && below > value && below <= 1000 && below % 1 === 0)
        return { ...numeral, next: next + 2, value: rounded(value / below), digits: null }
    }
    return numeral
  }
  const upper = lexemes[next]
  if (
    upper?.kind === 'number' &&
    upper.gap === 1 &&
    Number.isInteger(value) &&
    lexemes[next + 1]?.lower === '/'
  ) {
    const part = withFraction(lexemes, {
      ...numeral,
      first: next,
      next: next + 1,
      value: parseDigits(upper.lower).value,
    })
    if (part.next === next + 3 && part.value < 1)
      return { ...part, first: numeral.first, value: rounded(value + part.value) }
  }
  return numeral
}

/** 1.2e9, 2.5 × 10^6, 2.5×10−5. */
export function withExponent(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
  let at = numeral.next
  const mark = lexemes[at]
  if (mark === undefined || numeral.unread !== null) return numeral
  if (mark.lower === 'e' && mark.gap === 0) at++
  else if (
    (mark.lower === '×' || mark.lower === 'x' || mark.lower === '·' || mark.lower === '*') &&
    lexemes[at + 1]?.lower === '10'
  ) {
    at += 2
    if (lexemes[at]?.lower === '^' && lexemes[at]?.gap === 0) at++
    else if (!isSign(lexemes[at]) || lexemes[at]?.gap !== 0) return numeral
  } else return numeral
  const sign = isSign(lexemes[at]) && lexemes[at]?.gap === 0 ? (lexemes[at]?.lower === '+' ? 1 : -1) : 0
  const power = lexemes[sign === 0 ? at : at + 1]
  if (power?.kind !== 'number' || power.gap !== 0 || !/^\d{1,6}$/.test(power.lower)) return numeral
  const value = Number(`${numeral.value}e${sign < 0 ? '-' : ''}${power.lower}`)
  const next = at + (sign === 0 ? 1 : 2)
  if (!Number.isFinite(value))
    return { ...numeral, next, value: Number.NaN, digits: null, unread: 'too large to be kept' }
  return { ...numeral, next, value: rounded(value) }
}

export const isSign = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined &&
  (lexeme.lower === '-' ||
    lexeme.lower === '−' ||
    lexeme.lower === '–' ||
    lexeme.lower === '+' ||
    lexeme.lower === '﹣')

export const fractionSigns: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])
