import type { Token } from '../document.ts'
import { days, determiners, months, objectPronouns, prepositions, pronouns } from '../languages/en/words.ts'
import { isAdverb, phraseStartingAt } from './mention.ts'

/** What follows a cue and its addressee and adjuncts: said *to reporters in Lowton on Monday* that … */
export type Tail = {
  /** First item that may be content. */
  at: number
  opener: 'end' | 'comma' | 'colon' | 'quote' | 'that' | 'to' | 'clause'
  addressee: readonly [number, number] | null
  /** Whether something stood between the cue and here. */
  adjunct: boolean
}

const toldLemmas = new Set([
  'tell',
  'inform',
  'remind',
  'warn',
  'ask',
  'assure',
  'advise',
  'urge',
  'instruct',
  'beg',
  'implore',
  'email',
  'text',
  'order',
  'promise',
  'accuse',
])
const adjunctPrepositions = new Set('in on at to of about during after before from via through'.split(' '))

/** Reads on from `from`, the item after the cue (or after an inverted subject). */
export function readTail(items: readonly Token[], from: number, lemma: string, inverted: boolean): Tail {
  let at = from
  let addressee: readonly [number, number] | null = null
  if (toldLemmas.has(lemma) && !inverted) {
    const object = addresseeAt(items, at)
    if (object !== null) {
      addressee = [at, object]
      at = object
    }
  }
  for (let step = 0; step < 8; step++) {
    const next = adjunctEnd(items, at)
    if (next === null) break
    if (items[at]?.lower === 'to' && addressee === null) addressee = [at + 1, next]
    at = next
  }
  const token = items[at]
  const result = (opener: Tail['opener'], start: number): Tail => ({
    at: start,
    opener,
    addressee,
    adjunct: at > from,
  })
  if (token === undefined) return result('end', at)
  if (token.kind === 'quote') return result('quote', at)
  if (token.lower === ',') {
    const after = items[at + 1]
    if (after?.kind === 'quote') return result('quote', at + 1)
    // said, on Monday, that … : an adjunct between commas
    const closing = adjunctBetweenCommas(items, at)
    if (closing !== null) return { ...readTail(items, closing, '', true), addressee, adjunct: true }
    return result('comma', at)
  }
  if (token.lower === ':')
    return items[at + 1] === undefined
      ? result('colon', at + 1)
      : result(items[at + 1]?.kind === 'quote' ? 'quote' : 'colon', at + 1)
  if (/^[.!?;…)\]]|^\.\.+$|^[—–-]+$/.test(token.lower)) return result('end', at)
  if (token.lower === 'that' && items[at + 1] !== undefined) return result('that', at)
  if (token.lower === 'to') return result('to', at)
  return result('clause', at)
}

function addresseeAt(items: readonly Token[], at: number): number | null {
  const token = items[at]
  if (token?.kind !== 'word') return null
  if (objectPronouns.has(token.lower)) return at + 1
  if (pronouns.has(token.lower) || token.lower === 'that' || prepositions.has(token.lower)) return null
  const phrase = phraseStartingAt(items, at, items.length)
  if (phrase === null) return null
  const core = phrase.end
  const next = items[core]
  // «told reporters the plan …», «told the Post that …», «told CNN, “…”»
  if (next !== undefined && next.kind === 'word' && phrase.wholeEnd > phrase.end) return phrase.wholeEnd
  return core
}

function adjunctEnd(items: readonly Token[], at: number): number | null {
  const token = items[at]
  if (token?.kind !== 'word') return null
  const { lower } = token
  if (days.has(lower)) return at + 1
  if (
    isAdverb(lower) &&
    !token.capital &&
    lower !== 'then' &&
    lower !== 'there' &&
    lower !== 'only' &&
    lower !== 'even'
  )
    return at + 1
  if (/^(?:last|this|next|earlier|late|early|later)$/.test(lower) && isDate(items[at + 1]))
    return at + 2 + (isDate(items[at + 2]) ? 1 : 0)
  if (!adjunctPrepositions.has(lower)) return null
  if (/^(?:to|for|by|as|with|against|after|before)$/.test(lower)) {
    const object = items[at + 1]
    if (object === undefined || object.kind !== 'word') return null
    if (
      lower === 'to' &&
      !object.capital &&
      !determiners.has(object.lower) &&
      !objectPronouns.has(object.lower)
    )
      return null
  }
  if (isDate(items[at + 1])) {
    let date = at + 2
    while (items[date]?.kind === 'number') date++
    return date
  }
  const phrase = phraseStartingAt(items, at + 1, items.length)
  if (phrase === null) return items[at + 1]?.kind === 'number' ? at + 2 : null
  const end = phrase.wholeEnd
  return end
}

const isDate = (token: Token | undefined): boolean =>
  token !== undefined &&
  (days.has(token.lower) ||
    months.has(token.lower) ||
    /^(?:week|month|year|night|morning|afternoon|evening|summer|winter|spring|fall|autumn|today|wednesday)$/.test(
      token.lower,
    ))

function adjunctBetweenCommas(items: readonly Token[], comma: number): number | null {
  const opening = items[comma + 1]
  if (opening?.kind !== 'word' || !(prepositions.has(opening.lower) || isAdverb(opening.lower))) return null
  for (let at = comma + 2; at < items.length && at - comma < 12; at++) {
    const token = items[at]
    if (token?.kind === 'quote') return null
    if (token?.lower === ',' || token?.lower === ':') {
      const after = items[at + 1]
      return after?.kind === 'quote' || after?.lower === 'that' ? at + 1 : null
    }
  }
  return null
}
