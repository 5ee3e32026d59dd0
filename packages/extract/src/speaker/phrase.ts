import type { Token } from '../document.ts'
import { lawyers, spokespeople } from '../languages/en/words.ts'
import { countryOf, countryOfAdjective } from './countries.ts'
import type { NameRun } from './name.ts'

/** The words of a range of items as they stand in the text, white space as one space. */
export function textOf(text: string, items: readonly Token[], first: number, end: number): string {
  const from = items[first]
  const to = items[end - 1]
  return from && to ? text.slice(from.start, to.end).replaceAll(/\s+/g, ' ').toWellFormed() : ''
}

export function spanOf(items: readonly Token[], first: number, end: number): { start: number; end: number } {
  return { start: items[first]?.start ?? 0, end: items[end - 1]?.end ?? 0 }
}

/** «a spokesman for …», «her lawyer»: through whom somebody speaks. */
export function viaOf(items: readonly Token[], first: number, end: number): 'spokesperson' | 'lawyer' | null {
  const head = items[end - 1]?.lower ?? ''
  if (spokespeople.has(head)) return 'spokesperson'
  return lawyers.has(head) && first < end - 1 ? 'lawyer' : null
}

/** The country of «the Chinese government», «the government of China»; null for any other phrase. */
export function governmentOf(items: readonly Token[], first: number, end: number): string | null {
  let government = false
  let country: string | null = null
  for (let at = first; at < end; at++) {
    const token = items[at]
    if (token === undefined) continue
    if (/^(?:government|regime|authorities)$/.test(token.lower)) government = true
    const word = token.lower.charAt(0).toUpperCase() + token.lower.slice(1)
    if (token.capital) country ??= countryOfAdjective(word) ?? countryOf(word)
  }
  return government ? country : null
}

/** The first run of capitalised words in a range. */
export function firstRun(items: readonly Token[], first: number, end: number): NameRun | null {
  for (let at = first; at < end; at++) {
    if (!items[at]?.capital) continue
    let to = at
    while (to < end && (items[to]?.capital || items[to]?.lower === '&')) to++
    return { first: at, end: to }
  }
  return null
}

/** The possessor of a phrase: «Lowton council's report» → Lowton council. */
export function possessorOf(items: readonly Token[], first: number, end: number): NameRun | null {
  for (let at = end - 2; at > first; at--) {
    if (items[at]?.lower !== "'s") continue
    let from = at
    while (from > first && items[from - 1]?.capital) from--
    return from < at ? { first: from, end: at } : null
  }
  return null
}

/** The noun phrase before a relative pronoun, its comma left out. */
export function antecedent(items: readonly Token[], relative: number): NameRun | null {
  let end = relative
  while (end > 0 && items[end - 1]?.kind === 'mark') end--
  let first = end
  while (first > 0 && end - first < 8) {
    const token = items[first - 1]
    if (token?.kind !== 'word') break
    if (
      !token.capital &&
      /^(?:of|at|by|from|to|in|for|with|on|and|said|says|is|are|was|were)$/.test(token.lower)
    )
      break
    first--
    if (/^(?:the|a|an|his|her|their|its)$/.test(token.lower)) break
  }
  return first < end ? { first, end } : null
}

/** «her nephew, Piers, …»: a name alone between commas behind a phrase. */
export function apposedName(items: readonly Token[], end: number, wholeEnd: number): NameRun | null {
  if (items[end]?.lower !== ',' || !items[end + 1]?.capital) return null
  let to = end + 1
  while (to < wholeEnd && items[to]?.capital) to++
  const after = items[to]
  if (to === end + 1) return null
  return to >= wholeEnd || after === undefined || after.lower === ',' ? { first: end + 1, end: to } : null
}

export const acronymOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
