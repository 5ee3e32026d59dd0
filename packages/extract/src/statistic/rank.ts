import type { Lexeme } from './lexeme.ts'
import { ordinals } from './number-word.ts'

/** A place in an order: fourth-largest, 3rd highest, ranked 12th. `next` is after the superlative. */
export type Rank = { first: number; next: number; numberNext: number; value: number }

const irregular = new Set('best worst most least largest biggest highest lowest smallest longest'.split(' '))
const isSuperlative = (word: string): boolean =>
  irregular.has(word) ||
  (word.length > 5 &&
    word.endsWith('est') &&
    !/^(?:forest|interest|request|protest|harvest|honest|modest|invest|contest|conquest|northwest|southwest|northeast|suggest|arrest|manifest|priest|guest|quest|budapest|everest|midwest)/.test(
      word,
    ))

export function readRank(lexemes: readonly Lexeme[], at: number): Rank | null {
  const word = lexemes[at]
  if (word === undefined) return null
  let value = word.kind === 'word' ? ordinals.get(word.lower) : undefined
  let next = at + 1
  if (word.kind === 'number') {
    const suffix = lexemes[next]
    if (!/^\d{1,4}$/.test(word.lower) || suffix?.gap !== 0 || !/^(?:st|nd|rd|th)$/.test(suffix.lower))
      return null
    value = Number(word.lower)
    next++
  }
  if (value === undefined || value < 1) return null
  const numberNext = next
  if (lexemes[next]?.lower === '-') next++
  const superlative = lexemes[next]
  if (superlative?.kind === 'word' && superlative.gap < 2 && isSuperlative(superlative.lower))
    return { first: at, next: next + 1, numberNext, value }
  const before = lexemes[at - 1]?.lower
  if ((before === 'ranked' || before === 'ranks' || before === 'ranking') && word.gap < 2)
    return { first: at, next: numberNext, numberNext, value }
  return null
}
