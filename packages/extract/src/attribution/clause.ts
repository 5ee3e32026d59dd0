import type { Token } from '../document.ts'
import { conjunctions } from '../languages/en/words.ts'

/**
 * Where the clause that `at` stands in may begin: after the last quotation, semicolon or colon, or after
 * `that` or a conjunction that follows a comma.
 */
export function clauseStart(items: readonly Token[], at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const token = items[index]
    if (token === undefined) return 0
    if (token.kind === 'quote') return index + 1
    if (
      token.lower === ';' ||
      token.lower === ':' ||
      token.lower === '...' ||
      token.lower === '…' ||
      token.lower === '>'
    )
      return index + 1
    const before = items[index - 1]
    const afterComma = before !== undefined && (before.lower === ',' || before.kind === 'quote')
    if (conjunctions.has(token.lower) && (afterComma || index === 0) && at - index > 1) return index + 1
    if (
      /^(?:because|although|though|while|whereas|but|if|when|as)$/.test(token.lower) &&
      !token.capital &&
      at - index > 1
    )
      return index + 1
    if (token.lower === 'that' && at - index > 1 && index > 0 && !afterComma) return index + 1
    if (/^[.!?]$/.test(token.lower) && index < at - 1) return index + 1
  }
  return 0
}

/** Index of the first item at or after `from` that satisfies, or `limit`. */
export function seek(
  items: readonly Token[],
  from: number,
  limit: number,
  test: (token: Token, index: number) => boolean,
): number {
  for (let index = from; index < limit; index++) {
    const token = items[index]
    if (token !== undefined && test(token, index)) return index
  }
  return limit
}
