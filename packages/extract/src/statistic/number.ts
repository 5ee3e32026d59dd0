import { digitValue, longestNumber } from './lexeme.ts'
import type { Lexeme } from './lexeme.ts'
import { denominators, tens, units } from './number-word.ts'
import { orderWords, scaleAbbreviations, scaleLetters, scaleWords } from './scale.ts'

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

/** Keeps fifteen significant digits, as the schema's figures do. */
export const rounded = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value + 0 : Number(value.toPrecision(15)) + 0

/** The number that begins at lexeme `at`, or null. `money` says that a currency stands before it. */
export function readNumber(lexemes: readonly Lexeme[], at: number, money = false): Numeral | null {
  const first = lexemes[at]
  if (first === undefined) return null
  if (first.kind === 'number') return withScale(lexemes, fromDigits(lexemes, at), money)
  if (first.kind === 'mark') return fromFractionSign(lexemes, at)
  return fromWords(lexemes, at)
}

/** The value of one printed number without scale; decimals and groups told by its own marks. */
export function parseDigits(printed: string): { value: number; digits: number; unread: string | null } {
  if (printed.length > longestNumber) return { value: Number.NaN, digits: 0, unread: 'too many digits' }
  if (plainDigits.test(printed))
    return { value: Number(printed), digits: significantOf(printed), unread: null }
  const marks = [...printed].filter((char) => digitValue(char.charCodeAt(0)) < 0)
  const last = marks.at(-1)
  const decimal =
    last !== undefined && isDecimalMark(printed, marks, last) ? printed.lastIndexOf(last) : printed.length
  let plain = ''
  for (let index = 0; index < printed.length; index++) {
    const value = digitValue(printed.charCodeAt(index))
    if (value >= 0) plain += value
    else if (index === decimal) plain += '.'
  }
  const significant = plain.replace('.', '').replace(/^0+/, '')
  const whole = decimal === printed.length ? significant.replace(/0+$/, '') : significant
  const value = Number(plain)
  if (whole.length > 15)
    return { value: Number.NaN, digits: 0, unread: 'more digits than can be kept exactly' }
  return { value: rounded(value), digits: Math.max(1, significant.length), unread: null }
}

const plainDigits = /^[0-9]{1,15}$/

function significantOf(printed: string): number {
  let zeros = 0
  while (zeros < printed.length - 1 && printed.charCodeAt(zeros) === 48) zeros++
  return printed.length - zeros
}

function isDecimalMark(printed: string, marks: readonly string[], last: string): boolean {
  if (last === '٫' || last === '·' || last === '．') return true
  if (marks.length > 1) return marks[0] !== last
  const after = printed.length - 1 - printed.lastIndexOf(last)
  if (last === '.') return true
  return last === ',' && after !== 3
}

function fromDigits(lexemes: readonly Lexeme[], at: number): Numeral {
  const lexeme = lexemes[at]
  const { value, digits, unread } = parseDigits(lexeme?.lower ?? '')
  const numeral: Numeral = { first: at, next: at + 1, value, digits, form: 'digits', scale: 1, unread }
  return withExponent(lexemes, withFraction(lexemes, numeral))
}

/** 2 1/4 and 2½ and 1/2. */
function withFraction(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
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
function withExponent(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
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

const fractionSigns: ReadonlyMap<string, number> = new Map([
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
  if (word.gap !== 0 && !money) return word.capital && word.lower === 'm' ? bigLetter(lexemes, at) : null
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

/** «1,674,200.5 M»: a capital letter on its own that ends the figure. */
function bigLetter(lexemes: readonly Lexeme[], at: number): number | null {
  const after = lexemes[at + 1]
  if (after !== undefined && after.gap !== 2 && after.kind === 'word') return null
  return 1e6
}

export function looksPlural(word: string): boolean {
  return (
    (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word)) || irregularPlurals.has(word)
  )
}
export const irregularPlurals: ReadonlySet<string> = new Set(
  'people men women children feet teeth mice police cattle sheep fish aircraft series species staff persons folk youth clergy poultry livestock personnel offspring salmon deer headquarters media data criteria crises spacecraft fishermen policemen lawmakers servicemen businessmen congressmen'.split(
    ' ',
  ),
)

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

/** «a half», «one half», «a quarter», «two thirds», «three-fifths» after «and». */
function readPart(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const first = lexemes[at]
  if (first === undefined || first.kind !== 'word') return null
  let above = first.lower === 'a' || first.lower === 'an' ? 1 : units.get(first.lower)
  let from = at + 1
  if (first.lower === 'half' || first.lower === 'quarter') {
    above = 1
    from = at
  }
  if (lexemes[from]?.lower === '-') from++
  const below = denominators.get(lexemes[from]?.lower ?? '')
  if (above === undefined || below === undefined || above === 0 || above >= below) return null
  return { value: above / below, next: from + 1 }
}

type Whole = { value: number; next: number; scale: number }

/** A whole number in words; «and» only after hundred or a greater scale. */
function readWholeWords(lexemes: readonly Lexeme[], at: number): Whole | null {
  let total = 0
  let current = -1
  let scale = 1
  let next = at
  let last: 'none' | 'unit' | 'ten' | 'scale' = 'none'
  for (let index = at; index < lexemes.length && index - at < 24; index++) {
    const lexeme = lexemes[index]
    if (lexeme === undefined || (lexeme.gap === 2 && index > at)) break
    const word = lexeme.lower
    if (index > at && word === '-' && lexeme.gap === 0 && last !== 'none') {
      const after = lexemes[index + 1]
      if (
        after?.gap !== 0 ||
        !(units.has(after.lower) || tens.has(after.lower) || scaleWords.has(after.lower))
      )
        break
      continue
    }
    if (word === 'and') {
      const after = lexemes[index + 1]?.lower ?? ''
      if (last !== 'scale' || !(units.has(after) || tens.has(after))) break
      // «two hundred and three thousand»: the rest must end below the scale it follows.
      continue
    }
    const unit = units.get(word)
    if (unit !== undefined) {
      const fits =
        current < 0 || (last === 'ten' && unit < 10 && unit > 0) || (last === 'scale' && current % 100 === 0)
      if (!fits) break
      current = Math.max(0, current) + unit
      last = 'unit'
    } else if (tens.has(word)) {
      if (!(current < 0 || (last === 'scale' && current % 100 === 0))) break
      current = Math.max(0, current) + (tens.get(word) ?? 0)
      last = 'ten'
    } else {
      const factor = scaleWords.get(word)
      const article = index === at + 1 && (lexemes[at]?.lower === 'a' || lexemes[at]?.lower === 'an')
      if (factor === undefined || (last === 'none' && !article)) {
        if (
          index === at &&
          (word === 'a' || word === 'an') &&
          scaleWords.has(lexemes[index + 1]?.lower ?? '')
        )
          continue
        break
      }
      if (factor === 100) {
        if (current >= 100) break
        current = (current < 0 ? 1 : current) * 100
      } else {
        total += (current < 0 && total > 0 ? 0 : Math.max(current, current < 0 ? 1 : 0)) * factor
        if (current < 0 && total === 0) break
        current = -1
      }
      scale = Math.max(scale, factor)
      last = 'scale'
    }
    next = index + 1
  }
  return next === at ? null : { value: total + Math.max(0, current), next, scale }
}

function fromWords(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const first = lexemes[at]
  if (first === undefined) return null
  const word = first.lower
  const numeral = (value: number, next: number, scale: number): Numeral => ({
    first: at,
    next,
    value: rounded(value),
    digits: null,
    form: 'words',
    scale,
    unread: null,
  })
  const dozen = readDozen(lexemes, at)
  if (dozen) return numeral(dozen.value, dozen.next, 1)
  const part = readHalfOfScale(lexemes, at)
  if (part) return numeral(part.value, part.next, part.scale)
  if (!(units.has(word) || tens.has(word) || word === 'a' || word === 'an')) return null
  const whole = readWholeWords(lexemes, at)
  if (whole === null) return null
  let { value, next } = whole
  let { scale } = whole
  if (lexemes[next]?.lower === 'point') {
    const decimals = readDecimalWords(lexemes, next + 1)
    if (decimals) {
      value += decimals.value
      next = decimals.next
      const factor = scaleWords.get(lexemes[next]?.lower ?? '')
      if (factor !== undefined) {
        value *= factor
        scale = factor
        next++
      }
    }
  }
  if (lexemes[next]?.lower === 'and') {
    const half = readPart(lexemes, next + 1)
    if (half) {
      value += half.value * (scale >= 1000 ? scale : 1)
      next = half.next
      const factor = scaleWords.get(lexemes[next]?.lower ?? '')
      if (factor !== undefined && scale === 1) {
        value *= factor
        scale = factor
        next++
      }
    }
  }
  return numeral(value, next, scale)
}

function readDozen(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  const word = lexemes[at]?.lower ?? ''
  const one = lexemes[at + 1]?.lower ?? ''
  const two = lexemes[at + 2]?.lower ?? ''
  if (word === 'half' && one === 'a' && two === 'dozen') return { value: 6, next: at + 3 }
  if (word === 'half' && one === 'dozen') return { value: 6, next: at + 2 }
  if (one !== 'dozen' || two === "'s") return null
  const times = word === 'a' ? 1 : units.get(word)
  return times === undefined ? null : { value: times * 12, next: at + 2 }
}

/** «half a million», «a quarter million», «quarter million», «a quarter of a million». */
function readHalfOfScale(
  lexemes: readonly Lexeme[],
  at: number,
): { value: number; next: number; scale: number } | null {
  let from = at
  if (lexemes[from]?.lower === 'a') from++
  const word = lexemes[from]?.lower
  const part = word === 'half' ? 0.5 : word === 'quarter' ? 0.25 : null
  if (part === null) return null
  let next = from + 1
  if (lexemes[next]?.lower === 'of') next++
  if (lexemes[next]?.lower === 'a' || lexemes[next]?.lower === '-') next++
  const scale = scaleWords.get(lexemes[next]?.lower ?? '')
  return scale === undefined ? null : { value: part * scale, next: next + 1, scale }
}

function readDecimalWords(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
  let printed = ''
  let next = at
  while (next - at < 12) {
    const word = lexemes[next]?.lower ?? ''
    const digit = units.get(word) ?? tens.get(word)
    if (digit === undefined || (digit > 9 && printed !== '')) break
    printed += digit
    next++
    if (digit > 9) break
  }
  return printed === '' ? null : { value: Number(`0.${printed}`), next }
}

/** «dozens», «tens of thousands», «several hundred»: no number, the range its words usually cover. */
export function readOrder(
  lexemes: readonly Lexeme[],
  at: number,
): { first: number; next: number; low: number; high: number } | null {
  const word = lexemes[at]?.lower ?? ''
  const single = orderWords.get(word)
  if (single === undefined) {
    const few = word === 'several' ? 3 : word === 'few' && lexemes[at - 1]?.lower === 'a' ? 3 : null
    const scale = few === null ? undefined : scaleWords.get(lexemes[at + 1]?.lower ?? '')
    if (few === null || scale === undefined) return null
    return { first: word === 'few' ? at - 1 : at, next: at + 2, low: few * scale, high: 10 * scale - 1 }
  }
  let next = at + 1
  let low = single
  while (lexemes[next]?.lower === 'of' && next - at < 4) {
    const factor = orderWords.get(lexemes[next + 1]?.lower ?? '')
    if (factor === undefined) break
    low *= factor
    next += 2
  }
  if (next === at + 1 && (single === 10 || single === 20)) return null
  const dozen = word === 'dozens' && next === at + 1
  return { first: at, next, low: 2 * low, high: dozen ? 99 : 10 * low - 1 }
}
