import type { Lexeme } from './lexeme.ts'
import { orderWords, scaleWords } from './scale.ts'

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
