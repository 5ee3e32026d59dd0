import type { Token } from '../document.ts'
import {
  bodies,
  honorifics,
  months,
  days,
  titles,
  men,
  women,
  determiners,
  pronouns,
  prepositions,
} from '../languages/en/words.ts'

const particles = /^(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|ter|ten)$/
const joiners = /^(?:of|for|and|the|on)$/

/** A run of capitalised words in a list of tokens, half open. */
export type NameRun = { first: number; end: number }

const isNameToken = (token: Token | undefined): boolean =>
  token !== undefined && (token.capital || token.kind === 'number') && token.kind !== 'quote'

/** The last run of capitalised words in `[first, end)`; a word that only begins the sentence does not count. */
export function lastName(tokens: readonly Token[], first: number, end: number): NameRun | null {
  for (let at = end - 1; at >= first; at--) {
    const token = tokens[at]
    if (
      token?.kind !== 'word' ||
      !token.capital ||
      determiners.has(token.lower) ||
      pronouns.has(token.lower) ||
      prepositions.has(token.lower)
    )
      continue
    let from = at
    while (from > first) {
      const before = tokens[from - 1]
      if (before === undefined) break
      if (isNameToken(before) && before.kind === 'word' && !determiners.has(before.lower)) from--
      else if (
        from - 1 > first &&
        tokens[from - 2]?.capital &&
        (before.lower === '&' || particles.test(before.lower) || before.lower === "'s")
      )
        from -= 2
      else break
    }
    return { first: from, end: at + 1 }
  }
  return null
}

/** Takes in `of Education`, `for Fair Trade` behind the name of a body. */
export function extendBody(tokens: readonly Token[], run: NameRun, limit: number): NameRun {
  const { end } = run
  let { first } = run
  // «the Harbour and Docks Board»
  if (tokens[first - 1]?.lower === 'and' && tokens[first - 2]?.capital && tokens[first - 3]?.lower === 'the')
    first -= 2
  let to = end
  for (;;) {
    let at = to
    while (at < limit && joiners.test(tokens[at]?.lower ?? '')) at++
    if (at === to || at - to > 2 || at >= limit || !tokens[at]?.capital) return { first, end: to }
    while (at < limit && (tokens[at]?.capital || tokens[at]?.lower === '&')) at++
    to = at
  }
}

export type PersonName = { name: string; titles: string; man: boolean | null }

/** A run split into titles and name: `Captain`, `Jonah Hale`; the name is empty where all is title. */
export function splitTitles(
  tokens: readonly Token[],
  { first, end }: NameRun,
): { from: number; man: boolean | null; titled: boolean } {
  let from = first
  let man: boolean | null = null
  while (from < end) {
    const lower = tokens[from]?.lower ?? ''
    if (!titles.has(lower) && lower !== 'of') break
    if (men.has(lower)) man = true
    if (women.has(lower)) man = false
    from++
  }
  return { from, man, titled: from > first }
}

export const isHonorific = (lower: string): boolean => honorifics.has(lower)

/** Whether a run of words names a body rather than a person. */
export function namesBody(tokens: readonly Token[], { first, end }: NameRun): boolean {
  for (let at = first; at < end; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const { lower } = token
    if (
      bodies.has(lower) ||
      bodies.has(lower.replace(/s$/, '')) ||
      lower === '&' ||
      lower.includes('&') ||
      lower === "'s"
    )
      return true
    if (joiners.test(lower)) return true
  }
  return false
}

/** An acronym: two or more capitals and nothing else. */
export const isAcronym = (text: string): boolean => /^(?:\p{Lu}[\p{Lu}\d&-]+|(?:\p{Lu}\.){2,})$/u.test(text)
export const isCalendar = (lower: string): boolean => months.has(lower) || days.has(lower)
