import type { Token } from '../document.ts'
import {
  adverbs,
  notAdverbs,
  auxiliaries,
  conjunctions,
  days,
  determiners,
  looksVerbal,
  months,
  prepositions,
  pronouns,
} from '../languages/en/words.ts'
import { cueOf } from '../languages/en/cues.ts'
import { opensNames } from '../speaker/name.ts'

/** A noun phrase, as half-open ranges of the items of its stretch. */
export type Mention = {
  /** The core: determiner to head noun, without appositions and what hangs on it. */
  first: number
  end: number
  /** With everything that hangs on it: `Mara Quill, an engineer`, `officials at the bank`. */
  wholeFirst: number
  wholeEnd: number
  kind: 'name' | 'pronoun' | 'nominal'
}

const isWord = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'number'
export const isAdverb = (lower: string): boolean =>
  adverbs.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !notAdverbs.has(lower))

/** Whether a word cannot stand inside a noun phrase core. */
function breaks(items: readonly Token[], at: number, from: number): boolean {
  const token = items[at]
  if (token === undefined) return true
  if (token.kind === 'quote') return true
  if (token.kind === 'mark')
    return !(
      token.lower === '&' ||
      token.lower === '/' ||
      token.lower === '$' ||
      token.lower === '%' ||
      token.lower === '£' ||
      token.lower === '€'
    )
  if (token.capital && at > from) return false
  const { lower } = token
  if (prepositions.has(lower) || pronouns.has(lower) || conjunctions.has(lower)) return true
  if (auxiliaries.has(lower) && !(lower === "'s")) return true
  if (looksVerbal(lower)) return true
  const cue = cueOf(lower)
  if (cue !== null && (cue.form === 'past' || cue.form === 'participle') && cue.use !== 'that')
    return !isModifier(items, at)
  return false
}

/** «the accused man»: a participle after a determiner. */
function isModifier(items: readonly Token[], at: number): boolean {
  const before = items[at - 1]
  return before !== undefined && determiners.has(before.lower)
}

/** The core noun phrase whose last word is at `last`; null where no noun phrase ends there. */
export function phraseEndingAt(items: readonly Token[], last: number, from: number): Mention | null {
  const head = items[last]
  if (!isWord(head)) return null
  const { lower } = head
  if (pronouns.has(lower) && !head.capital) return mention(last, last + 1, 'pronoun')
  if (pronouns.has(lower) && (last === from || lower === 'i' || !isWord(items[last - 1])))
    return mention(last, last + 1, 'pronoun')
  let first = last + 1
  while (first > from) {
    const at = first - 1
    if (breaks(items, at, from)) break
    const token = items[at]
    if (token === undefined) break
    // A capital at the head of the sentence may hide a preposition or an adverb.
    if (
      at === from &&
      (prepositions.has(lower0(items, at)) ||
        conjunctions.has(lower0(items, at)) ||
        (isAdverb(token.lower) && !(opensNames.has(token.lower) && items[at + 1]?.capital))) &&
      at < last
    )
      break
    if (isAdverb(token.lower) && !token.capital && at < last && !determiners.has(items[at - 1]?.lower ?? ''))
      break
    first = at
    if (
      determiners.has(token.lower) &&
      !(
        token.lower === 'other' ||
        token.lower === 'many' ||
        token.lower === 'few' ||
        /^(?:one|two|three|four|five|six|seven|eight|nine|ten|most|several|all|some|both|such)$/.test(
          token.lower,
        )
      )
    )
      break
    if (determiners.has(token.lower) && !isPossessor(items, at - 1)) {
      const before = items[at - 1]
      if (before === undefined || !determiners.has(before.lower)) break
    }
  }
  // «On Tuesday the minister», «Last week Mara Quill»: a day at the head is no part of the name.
  while (
    first < last &&
    (days.has(lower0(items, first)) ||
      (months.has(lower0(items, first)) &&
        lower0(items, first) !== 'may' &&
        lower0(items, first) !== 'april'))
  )
    first++
  if (first > last) return null
  if (isAdverb(lower) && last === first && !head.capital) return null
  if (days.has(lower) || (months.has(lower) && first === last)) return null
  return mention(first, last + 1, kindOf(items, first, last + 1, from))
}

const lower0 = (items: readonly Token[], at: number): string => items[at]?.lower ?? ''
const isPossessor = (items: readonly Token[], at: number): boolean => items[at]?.lower === "'s"

function mention(first: number, end: number, kind: Mention['kind']): Mention {
  return { first, end, wholeFirst: first, wholeEnd: end, kind }
}

function kindOf(items: readonly Token[], first: number, end: number, from: number): Mention['kind'] {
  for (let at = first; at < end; at++) {
    const token = items[at]
    if (token?.kind !== 'word' || !token.capital) continue
    if (at > from || end - first > 1) {
      if (at === from && determiners.has(token.lower)) continue
      return 'name'
    }
    return 'name'
  }
  return 'nominal'
}

/** The noun phrase that begins at `at`: after `said`, `according to`, `told`. */
export function phraseStartingAt(items: readonly Token[], at: number, limit: number): Mention | null {
  const opening = items[at]
  if (!isWord(opening) || days.has(opening.lower) || (months.has(opening.lower) && opening.lower !== 'may'))
    return null
  if (/^(?:last|earlier|late|later|next|today|yesterday|tomorrow)$/.test(opening.lower)) return null
  if (
    pronouns.has(opening.lower) &&
    !(opening.lower === 'one' && isWord(items[at + 1])) &&
    !determiners.has(opening.lower)
  )
    return mention(at, at + 1, 'pronoun')
  let end = at
  let seenNoun = false
  while (end < limit) {
    const token = items[end]
    if (token === undefined) break
    if (token.kind === 'quote') break
    if (token.kind === 'mark') {
      if (token.lower === '&' && isWord(items[end + 1])) {
        end++
        continue
      }
      break
    }
    if (end > at && !token.capital) {
      if (breaks(items, end, at - 1)) break
      if (
        determiners.has(token.lower) &&
        !determiners.has(items[end - 1]?.lower ?? '') &&
        items[end - 1]?.lower !== "'s"
      )
        break
      if (isAdverb(token.lower) && seenNoun) break
    }
    if (
      end === at &&
      (prepositions.has(token.lower) || conjunctions.has(token.lower) || auxiliaries.has(token.lower)) &&
      !token.capital
    )
      return null
    if (seenNoun && (days.has(token.lower) || months.has(token.lower))) break
    if (!determiners.has(token.lower)) seenNoun = true
    end++
  }
  if (end === at || !seenNoun)
    return determiners.has(opening.lower) && end > at ? mention(at, end, 'nominal') : null
  const core = mention(at, end, kindOf(items, at, end, -1))
  return follow(items, core, limit)
}

/** Takes in `of the union`, `at the bank`, and an apposition between commas. */
function follow(items: readonly Token[], core: Mention, limit: number): Mention {
  let whole = core.end
  for (let step = 0; step < 4; step++) {
    const next = items[whole]
    if (next === undefined || whole >= limit || next.kind !== 'word') break
    if (
      !/^(?:of|at|from|for|with|in|by)$/.test(next.lower) &&
      !(next.lower === 'and' && core.kind === 'name' && items[whole + 1]?.capital)
    )
      break
    const inner = innerPhrase(items, whole + 1, limit)
    if (inner === null || isTime(items, whole + 1)) break
    whole = inner
  }
  return { ...core, wholeEnd: whole }
}

function isTime(items: readonly Token[], at: number): boolean {
  const token = items[at]
  const next = items[at + 1]
  return (
    token === undefined ||
    token.kind === 'number' ||
    days.has(token.lower) ||
    months.has(token.lower) ||
    (determiners.has(token.lower) &&
      /^(?:statement|interview|email|e-mail|speech|tweet|letter|press|news|telephone|phone|post|note|memo|report|briefing)$/.test(
        next?.lower ?? '',
      ))
  )
}

function innerPhrase(items: readonly Token[], at: number, limit: number): number | null {
  let end = at
  while (end < limit) {
    const token = items[end]
    if (token === undefined || token.kind === 'quote') break
    if (token.kind === 'mark' && token.lower !== '&') break
    if (!token.capital && end > at && (breaks(items, end, at - 1) || isAdverb(token.lower))) break
    if (
      end === at &&
      !token.capital &&
      (prepositions.has(token.lower) || auxiliaries.has(token.lower) || conjunctions.has(token.lower))
    )
      return null
    if (end > at && determiners.has(token.lower) && !determiners.has(items[end - 1]?.lower ?? '')) break
    if (end > at && (days.has(token.lower) || months.has(token.lower))) break
    end++
  }
  return end > at ? end : null
}
