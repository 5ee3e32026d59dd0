import type { Lexeme } from './lexeme.ts'

/** A sentence as a half-open range of lexemes. */
export type Range = { first: number; next: number; paragraph: number }

/** Lexeme ranges of sentences given by offsets, in order. Linear. */
export function rangesOf(
  lexemes: readonly Lexeme[],
  sentences: readonly { start: number; end: number; paragraph: number }[],
): Range[] {
  let at = 0
  return sentences.map(({ start, end, paragraph }) => {
    while (at < lexemes.length && (lexemes[at]?.end ?? 0) <= start) at++
    const first = at
    while (at < lexemes.length && (lexemes[at]?.start ?? 0) < end) at++
    return { first, next: at, paragraph }
  })
}
