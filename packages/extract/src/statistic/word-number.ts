import { rounded } from './digits.ts'
import type { Lexeme } from './lexeme.ts'
import type { Numeral } from './number.ts'
import { denominators, tens, units } from './number-word.ts'
import { scaleWords } from './scale.ts'

/** «a half», «one half», «a quarter», «two thirds», «three-fifths» after «and». */
export function readPart(lexemes: readonly Lexeme[], at: number): { value: number; next: number } | null {
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
export function readWholeWords(lexemes: readonly Lexeme[], at: number): Whole | null {
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

export function fromWords(lexemes: readonly Lexeme[], at: number): Numeral | null {
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
