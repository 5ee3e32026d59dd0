import type { Token } from '../document.ts'
import { auxiliaries, conjunctions, determiners, people, prepositions } from '../languages/en/words.ts'
import { isAdverb, phraseEndingAt, phraseStartingAt } from './mention.ts'
import type { Mention } from './mention.ts'

const isComma = (token: Token | undefined): boolean => token?.lower === ','

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
