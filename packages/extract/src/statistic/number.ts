import { parseDigits, rounded } from './digits.ts'
import { fractionSigns, isSign, withExponent, withFraction } from './fraction.ts'
import type { Lexeme } from './lexeme.ts'
import { denominators } from './number-word.ts'
import { looksPlural } from './plural.ts'
import { scaleAbbreviations, scaleLetters, scaleWords } from './scale.ts'
import { fromWords, readPart, readWholeWords } from './word-number.ts'

/** A number as printed, with its scale words. `first` and `next` are a half-open range of lexemes. */
export type Numeral = {
  first: number
  next: number
  value: number
  /** Significant digits printed; null for words. */
  digits: number | null
  form: 'digits' | 'words'
  /** What the scale words multiply with; 1 for none. */
  scale: number
  /** Why the value is not to be trusted; then it is NaN. */
  unread: string | null
}

/** The number that begins at lexeme `at`, or null. `money` says that a currency stands before it. */
export function readNumber(lexemes: readonly Lexeme[], at: number, money = false): Numeral | null {
  const first = lexemes[at]
  if (first === undefined) return null
  if (first.kind === 'number') return withScale(lexemes, fromDigits(lexemes, at), money)
  if (first.kind === 'mark') return fromFractionSign(lexemes, at)
  return fromWords(lexemes, at)
}

function fromDigits(lexemes: readonly Lexeme[], at: number): Numeral {
  const lexeme = lexemes[at]
  const { value, digits, unread } = parseDigits(lexeme?.lower ?? '')
  const numeral: Numeral = { first: at, next: at + 1, value, digits, form: 'digits', scale: 1, unread }
  return withExponent(lexemes, withFraction(lexemes, numeral))
}

function fromFractionSign(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const mark = lexemes[at]
  const value = fractionSigns.get(mark?.lower ?? '')
  if (value !== undefined)
    return {
      first: at,
      next: at + 1,
      value: rounded(value),
      digits: null,
      form: 'digits',
      scale: 1,
      unread: null,
    }
  // .5 with nothing before the point.
  const tail = lexemes[at + 1]
  if (
    mark?.lower === '.' &&
    tail?.kind === 'number' &&
    tail.gap === 0 &&
    /^\d+$/.test(tail.lower) &&
    (mark.gap > 0 || isSign(lexemes[at - 1]) || lexemes[at - 1]?.lower === '$')
  )
    return {
      ...fromDigits(lexemes, at + 1),
      first: at,
      value: rounded(Number(`0.${tail.lower.slice(0, 20)}`)),
    }
  return null
}

/** Applies scale words and short scales: 1.29 million, 3 hundred and 21, 5k, 2 dozen, 3 million and a half. */
function withScale(lexemes: readonly Lexeme[], numeral: Numeral, money: boolean): Numeral {
  if (numeral.unread !== null) return numeral
  let { next, value, scale } = numeral
  for (let times = 0; times < 3; times++) {
    const factor = scaleAt(lexemes, next, value, money)
    if (factor === null) break
    value *= factor
    scale *= factor
    next++
  }
  const rest = scale > 1 ? fromTail(lexemes, next, scale) : null
  if (rest)
    return { ...numeral, next: rest.next, value: rounded(value + rest.value), scale, digits: numeral.digits }
  return { ...numeral, next, value: rounded(value), scale }
}

const lengthWords = new Set(
  'long wide tall high deep above below away from sprint race run off north south east west freestyle butterfly backstroke hurdles apart thick'.split(
    ' ',
  ),
)

function scaleAt(lexemes: readonly Lexeme[], at: number, value: number, money: boolean): number | null {
  const word = lexemes[at]
  if (word === undefined || word.kind !== 'word' || word.gap === 2) return null
  const scale = scaleWords.get(word.lower)
  if (scale !== undefined) return scale
  if (word.lower === 'dozen' || word.lower === 'dozens') return 12
  const short = scaleAbbreviations.get(word.lower)
  if (short !== undefined) return word.lower === 'mil' && word.gap === 1 && !money ? null : short
  if (word.gap !== 0 && !money)
    return word.capital && (word.lower === 'm' || word.lower === 'b') ? bigLetter(lexemes, at) : null
  const letter = scaleLetters.get(word.lower)
  if (letter === undefined) return null
  if (money) return word.gap === 0 || word.capital || word.lower === 'm' || word.lower === 'b' ? letter : null
  const after = lexemes[at + 1]
  const counts =
    after?.kind === 'word' &&
    after.gap === 1 &&
    (after.lower === 'of' || looksPlural(after.lower) || after.capital)
  switch (word.lower) {
    case 'k':
      return word.capital && !Number.isInteger(value) ? null : letter
    case 'm':
      if (word.capital) return letter
      return counts && !lengthWords.has(after.lower) ? letter : null
    case 'b':
      return counts || (word.capital && after?.kind !== 'word') ? letter : null
    default:
      return null
  }
}

/** «1,204.5 M», «3 B people»: a capital letter on its own that ends the figure or stands before what is counted. */
function bigLetter(lexemes: readonly Lexeme[], at: number): number | null {
  const after = lexemes[at + 1]
  const scale = lexemes[at]?.lower === 'm' ? 1e6 : 1e9
  if (after === undefined || after.gap === 2 || after.kind !== 'word') return scale
  return looksPlural(after.lower) && !after.capital ? scale : null
}

/** What follows a scale: «and 21», «and a half», «two hundred». */
function fromTail(
  lexemes: readonly Lexeme[],
  at: number,
  scale: number,
): { value: number; next: number } | null {
  const joined = lexemes[at]?.lower === 'and' && lexemes[at]?.gap === 1
  const from = joined ? at + 1 : at
  const part = joined ? readPart(lexemes, from) : null
  if (part) {
    const value = part.value * (scale >= 1000 ? scale : 1)
    return { value, next: part.next }
  }
  const rest = lexemes[from]
  if (rest === undefined || rest.gap === 2) return null
  if (rest.kind === 'number' && joined) {
    const { value } = parseDigits(rest.lower)
    const after = lexemes[from + 1]
    if (Number.isInteger(value) && value < scale && after?.kind !== 'mark' && scale === 100)
      return { value, next: from + 1 }
    return null
  }
  if (rest.kind !== 'word') return null
  const words = readWholeWords(lexemes, from)
  return words &&
    words.value < scale &&
    words.value > 0 &&
    (joined ? scale >= 100 && words.value < 1000 : words.next > from + 1) &&
    !isUnitFraction(lexemes, words.next)
    ? { value: words.value, next: words.next }
    : null
}

const isUnitFraction = (lexemes: readonly Lexeme[], at: number): boolean =>
  denominators.has(lexemes[at]?.lower ?? '') && lexemes[at]?.lower !== 'second'
