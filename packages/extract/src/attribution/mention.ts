import type { Token } from '../document.ts'
import {
  adverbs,
  auxiliaries,
  conjunctions,
  days,
  determiners,
  looksVerbal,
  months,
  people,
  prepositions,
  pronouns,
} from '../languages/en/words.ts'
import { cueOf } from '../languages/en/cues.ts'

/** A noun phrase, as half-open ranges of the items of its stretch. */
export type Mention = {
  /** The core: determiner to head noun, without appositions and what hangs on it. */
  first: number
  end: number
  /** With everything that hangs on it: `Adrian Zenz, an academic`, `officials at the bank`. */
  wholeFirst: number
  wholeEnd: number
  kind: 'name' | 'pronoun' | 'nominal'
}

const isWord = (token: Token | undefined): token is Token =>
  token?.kind === 'word' || token?.kind === 'number'
const isComma = (token: Token | undefined): boolean => token?.lower === ','
export const isAdverb = (lower: string): boolean =>
  adverbs.has(lower) ||
  (lower.length > 4 &&
    lower.endsWith('ly') &&
    ![
      'family',
      'ally',
      'reply',
      'july',
      'italy',
      'assembly',
      'supply',
      'bully',
      'rally',
      'tally',
      'folly',
      'jelly',
      'emily',
      'sally',
      'kelly',
      'billy',
      'molly',
      'holly',
      'lily',
      'anomaly',
      'monopoly',
      'ugly',
      'only',
      'fly',
      'butterfly',
      'elderly',
      'daily',
      'weekly',
      'monthly',
      'early',
    ].includes(lower))

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
      (prepositions.has(lower0(items, at)) || conjunctions.has(lower0(items, at)) || isAdverb(token.lower)) &&
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

/**
 * The subject that ends just before `at` (auxiliaries and adverbs between are skipped), with apposition and
 * attributes: `Mara Quill, head of the union, …`, `officials at the bank`. `from` is where its clause may begin.
 */
export function subjectBefore(items: readonly Token[], at: number, from: number): Mention | null {
  let last = at - 1
  while (last >= from) {
    const token = items[last]
    if (token === undefined) return null
    if (
      token.kind === 'word' &&
      !token.capital &&
      ((auxiliaries.has(token.lower) && token.lower !== "'s") ||
        isAdverb(token.lower) ||
        token.lower === 'all')
    )
      last--
    else if (token.lower === "'s" && last === at - 1) return null
    else break
  }
  if (last < from) return null
  if (
    isComma(items[last]) ||
    items[last]?.lower === ')' ||
    items[last]?.lower === '—' ||
    items[last]?.lower === '–'
  )
    return pastApposition(items, last, from)
  const core = phraseEndingAt(items, last, from)
  return core === null ? null : attached(items, core, from)
}

/** The phrase with the prepositional phrases it hangs on: `Peter at the Project` → Peter is the head. */
function attached(items: readonly Token[], core: Mention, from: number): Mention | null {
  let head = core
  if (core.kind === 'pronoun') return core
  for (let step = 0; step < 6; step++) {
    const before = items[head.first - 1]
    if (before === undefined || head.first - 1 < from || before.kind !== 'word') break
    if (relativeAt(items, head.first - 1)) {
      // «a man who lives nearby»: the verb was not known as one.
      const outer = phraseEndingAt(items, head.first - 2, from)
      if (before.lower === 'who' && outer !== null && outer.kind !== 'pronoun') {
        head = { ...outer, wholeEnd: core.wholeEnd }
        continue
      }
      break
    }
    if (before.capital && head.first - 1 === from) break
    if (/^(?:and|or)$/.test(before.lower)) {
      const other = phraseEndingAt(items, head.first - 2, from)
      const joined =
        other !== null &&
        other.kind !== 'pronoun' &&
        (other.first === from || items[other.first - 1]?.kind !== 'word')
      if (joined && head.first === core.first && other.kind === head.kind)
        return { ...other, end: head.end, wholeFirst: other.first, wholeEnd: core.wholeEnd, kind: other.kind }
      break
    }
    if (
      !prepositions.has(before.lower) ||
      /^(?:like|than|until|during|despite|since|after|before|including|as)$/.test(before.lower)
    )
      break
    const outer = phraseEndingAt(items, head.first - 2, from)
    if (outer === null || outer.kind === 'pronoun' || head.first - 2 < from) break
    head = { ...outer, wholeEnd: core.wholeEnd }
  }
  return { ...head, wholeFirst: head.first, wholeEnd: core.wholeEnd }
}

const relativeAt = (items: readonly Token[], at: number): boolean =>
  /^(?:who|which|that)$/.test(items[at]?.lower ?? '')

/** A subject cut off from its verb by an apposition between commas, brackets or dashes. */
function pastApposition(items: readonly Token[], close: number, from: number): Mention | null {
  const mark = items[close]?.lower
  const opens = mark === ')' ? '(' : mark
  let best: Mention | null = null
  for (let at = close - 1; at > from && close - at < 60; at--) {
    if (items[at]?.kind === 'quote') break
    if (items[at]?.lower === ';' || items[at]?.lower === ':') break
    if (items[at]?.lower !== opens) continue
    const core = phraseEndingAt(items, at - 1, from)
    if (core === null) continue
    const whole = attached(items, core, from)
    if (whole === null) continue
    const candidate = { ...whole, wholeEnd: close }
    const atHead = whole.first === from || startsClause(items, whole.first, from)
    if (best === null || (atHead && candidate.kind !== 'pronoun')) best = candidate
    if (mark === ')') break
    if (atHead && whole.kind === 'name') break
  }
  if (best !== null) return best
  // «Mara Quill from the union, said»: a comma too many. «…, said Mara»: the comma closes something else.
  const core = mark === ',' ? phraseEndingAt(items, close - 1, from) : null
  const whole = core === null ? null : attached(items, core, from)
  return whole !== null &&
    whole.first === from &&
    whole.kind === 'name' &&
    (from === 0 || items[from - 1]?.kind === 'mark')
    ? whole
    : null
}

/** The first noun phrase of a sentence, what introduces it (On Monday, …) left out: its likely subject. */
export function openingSubject(items: readonly Token[], before: number): Mention | null {
  let at = 0
  for (let step = 0; step < 3 && at < before; step++) {
    const token = items[at]
    if (token === undefined) return null
    if (token.kind !== 'word' && token.kind !== 'number') {
      at++
      continue
    }
    const introduces =
      prepositions.has(token.lower) ||
      conjunctions.has(token.lower) ||
      isAdverb(token.lower) ||
      /(?:ed|ing)$/.test(token.lower)
    if (!introduces) {
      const phrase = phraseStartingAt(items, at, before)
      if (
        phrase !== null &&
        phrase.end <= before &&
        (phrase.kind !== 'nominal' ||
          determiners.has(token.lower) ||
          people.has(items[phrase.end - 1]?.lower ?? ''))
      )
        return phrase
    }
    if (prepositions.has(token.lower)) {
      // «At her funeral a man …»: the subject may follow without a comma.
      const object = phraseStartingAt(items, at + 1, before)
      const after = object === null ? null : phraseStartingAt(items, object.wholeEnd, before)
      if (after !== null && items[object?.wholeEnd ?? 0]?.kind === 'word') return after
    }
    while (at < before && items[at]?.lower !== ',') at++
    at++
  }
  return null
}

function startsClause(items: readonly Token[], at: number, from: number): boolean {
  const before = items[at - 1]
  return (
    before === undefined ||
    at <= from ||
    before.kind === 'mark' ||
    before.kind === 'quote' ||
    conjunctions.has(before.lower)
  )
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
