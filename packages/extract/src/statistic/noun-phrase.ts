import { stops } from './counted.ts'
import { grains, months, weekdays } from './date-word.ts'
import type { Lexeme } from './lexeme.ts'
import { looksPlural } from './plural.ts'
import { isAuxiliary, isReporting, isVerb } from './verb.ts'

/** Lexemes as a half-open range. */
export type Stretch = { first: number; next: number }

/** Most words of a measure. */
export const longestPhrase = 10

const ties: ReadonlySet<string> = new Set(
  'of in on at to from for with by around through across under into against near among outside within aboard without'.split(
    ' ',
  ),
)
const participles: ReadonlySet<string> = new Set(
  'sold made built held known born found kept lost paid sent given taken bought caught grown drawn hit put run set left drawn written worn driven flown stolen broken'.split(
    ' ',
  ),
)
const pronouns: ReadonlySet<string> = new Set(
  'it he she they we you i him her them us me this that these those who whom whose which what there'.split(
    ' ',
  ),
)
const opening = /^[“«„]$/
const closing = /^[”»]$/

const isDate = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined &&
  (grains.has(lexeme.lower) || (lexeme.capital && (months.has(lexeme.lower) || weekdays.has(lexeme.lower))))

/** A noun with its close modifiers, from `first`: ended by a verb, a mark, a pronoun, a date or a number. */
export function nounPhrase(
  lexemes: readonly Lexeme[],
  first: number,
  limit: number,
  free: boolean,
): Stretch | null {
  const lead = lexemes[first]
  if (lead === undefined || pronouns.has(lead.lower)) return null
  let at = first
  let head = -1
  let safe = -1
  let words = 0
  for (; at < limit && at < first + 30 && words < longestPhrase; at++) {
    const lexeme = lexemes[at]
    if (lexeme === undefined || (lexeme.gap === 2 && at > first)) break
    const { lower } = lexeme
    if (lexeme.kind === 'mark') {
      if (lower === '-' && lexeme.gap === 0) continue
      if (opening.test(lower) && head < 0) continue
      if (closing.test(lower) && head < 0) continue
      break
    }
    if (lexeme.kind === 'number') break
    const determiner = /^(?:the|a|an|its|their|his|her|our|these|those|all|both|some|such)$/.test(lower)
    if (determiner && head < 0) {
      words++
      continue
    }
    if (ties.has(lower)) {
      if (head < 0) break
      safe = head
      // «to balance» is a verb, «to the coast», «to Bergen» are none.
      const after = lexemes[at + 1]
      if (lower === 'to' && after && !after.capital && !stops.has(after.lower)) break
      if (!beginsNoun(lexemes, at + 1, limit) || isDate(after) || tellsTime(lexemes, at + 1)) break
      head = -1
      words++
      continue
    }
    if (isVerb(lexemes, at) || participles.has(lower)) {
      const reduced =
        head >= 0 &&
        (participles.has(lower) || lower.endsWith('ed')) &&
        ties.has(lexemes[at + 1]?.lower ?? '') &&
        (free || verbLater(lexemes, at + 1, limit))
      if (reduced) {
        safe = head
        head = at + 1
        words++
        continue
      }
      // «registered poor households», «oak-framed barns»
      const inside = head < 0 && lower.endsWith('ed') && beginsNoun(lexemes, at + 1, limit)
      if (!inside) break
      words++
      continue
    }
    // «barrels rolling in», «a man trying to»
    if (
      head >= 0 &&
      lower.endsWith('ing') &&
      !beginsNoun(lexemes, at + 1, limit) &&
      goesOn(lexemes, at + 1, limit)
    )
      break
    if (stops.has(lower) || isAuxiliary(lower) || isDate(lexeme)) break
    // What follows a plural directly is its verb: «jobs last less», «households spend».
    if (head >= 0 && looksPlural(lexemes[head - 1]?.lower ?? '') && !looksPlural(lower)) break
    head = at + 1
    words++
  }
  const unfinished = words >= longestPhrase && goesOn(lexemes, at, limit) && safe > 0
  const owner = lexemes[head - 1]?.lower.endsWith("'s") === true
  const end = head < 0 || unfinished || owner ? safe : head
  return end > first ? { first, next: end } : null
}

/** «by the end of 2020», «at the same time», «in the year» */
const tellsTime = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.lower === 'the' &&
  (isDate(lexemes[at + 1]) ||
    /^(?:end|start|beginning|middle|time|same|last|next|past)$/.test(lexemes[at + 1]?.lower ?? ''))

const goesOn = (lexemes: readonly Lexeme[], at: number, limit: number): boolean =>
  at < limit && lexemes[at]?.kind === 'word' && lexemes[at]?.gap === 1

function beginsNoun(lexemes: readonly Lexeme[], at: number, limit: number): boolean {
  const lexeme = lexemes[at]
  if (at >= limit || lexeme === undefined || lexeme.kind !== 'word' || lexeme.gap !== 1) return false
  return (
    /^(?:the|a|an|its|their|his|her|our)$/.test(lexeme.lower) ||
    (!stops.has(lexeme.lower) && !pronouns.has(lexeme.lower))
  )
}

function verbLater(lexemes: readonly Lexeme[], at: number, limit: number): boolean {
  for (let later = at; later < limit && later < at + 12; later++) {
    const lexeme = lexemes[later]
    if (lexeme === undefined || lexeme.kind === 'mark') return false
    if (isAuxiliary(lexeme.lower) || isVerb(lexemes, later)) return true
  }
  return false
}

const summaries: ReadonlySet<string> = new Set(
  'average mean median total maximum minimum record peak high low combined estimate estimated figure number further another additional sum'.split(
    ' ',
  ),
)

/**
 * A measure as a table prints it: no date in front, no pronoun that points elsewhere, quotation marks in
 * pairs, few words. Null where nothing that names a thing is left.
 */
export function tidied(lexemes: readonly Lexeme[], words: Stretch, limit: number): Stretch | null {
  let { first, next } = words
  for (let moved = true; moved && first < next;) {
    moved = false
    const lower = lexemes[first]?.lower ?? ''
    const second = lexemes[first + 1]?.lower ?? ''
    // «July a coalition», «year the office»; «day care» stays.
    const dated = grains.has(lower)
      ? /^(?:the|a|an|its|their)$/.test(second)
      : isDate(lexemes[first]) && !(second === '-' && lexemes[first + 1]?.gap === 0)
    const pointing =
      /^(?:this|last|next|each|every|that|same|earlier)$/.test(lower) &&
      isDate(lexemes[first + 1]) &&
      first + 1 < next
    if (dated || pointing || (lexemes[first]?.kind === 'mark' && !opening.test(lower))) moved = true
    if (moved) first++
  }
  // Words after a subject pronoun are its verb.
  if (/^(?:they|he|she|we|you|i|it|who)$/.test(lexemes[first - 1]?.lower ?? '')) {
    first++
    while (first < next && (stops.has(lexemes[first]?.lower ?? '') || lexemes[first]?.lower === 'about')) {
      if (/^(?:the|a|an|its|their)$/.test(lexemes[first]?.lower ?? '')) break
      first++
    }
  }
  if (first >= next) return null
  if (
    /^(?:who|whom|whose|which|that|it|them|they|he|she|we|this|those|these)$/.test(
      lexemes[first]?.lower ?? '',
    )
  )
    return null
  const paired = inPairs(lexemes, short(lexemes, { first, next }), limit)
  // What a mark or pronoun stood before may need the same care.
  if (paired && paired.first > words.first) return tidied(lexemes, paired, limit)
  return paired && namesThing(lexemes, paired) ? paired : null
}

/** Cut before the last small word that keeps it within the most words. */
function short(lexemes: readonly Lexeme[], { first, next }: Stretch): Stretch {
  let words = 0
  let cut = next
  for (let at = first; at < next; at++) {
    const lexeme = lexemes[at]
    if (lexeme === undefined || lexeme.kind === 'mark') continue
    if (words > 1 && ties.has(lexeme.lower) && lexeme.lower !== 'of') cut = at
    if (++words > longestPhrase) return { first, next: cut < next ? cut : at }
  }
  return { first, next }
}

/** Closes a quotation whose other mark stands next to it, and leaves out the mark, or what it parts, where none does. */
function inPairs(lexemes: readonly Lexeme[], { first, next }: Stretch, limit: number): Stretch | null {
  let open = -1
  let straight = false
  for (let at = first; at < next; at++) {
    const lower = lexemes[at]?.lower ?? ''
    const upright = lower === '"'
    if (!upright && !opening.test(lower) && !closing.test(lower)) continue
    if (open >= 0 && (upright ? straight : !straight && closing.test(lower))) open = -1
    // A second mark that opens, or one of another make: what stands before it is paired on its own.
    else if (open >= 0) return inPairs(lexemes, { first, next: at }, at)
    else if (upright || opening.test(lower)) {
      open = at
      straight = upright
    } else return at > first ? { first, next: at } : inPairs(lexemes, { first: first + 1, next }, limit)
  }
  if (open < 0) return first < next ? { first, next } : null
  const after = next < limit ? (lexemes[next]?.lower ?? '') : ''
  if (straight ? after === '"' : closing.test(after)) return { first, next: next + 1 }
  if (open === first) return first + 1 < next ? { first: first + 1, next } : null
  return { first, next: open }
}

function namesThing(lexemes: readonly Lexeme[], { first, next }: Stretch): boolean {
  let weight = 0
  for (let at = first; at < next; at++) {
    const lexeme = lexemes[at]
    if (lexeme?.kind !== 'word' || stops.has(lexeme.lower) || pronouns.has(lexeme.lower)) continue
    if (summaries.has(lexeme.lower) || isDate(lexeme) || lexeme.lower.length < 2) continue
    if (
      next - first === 1 &&
      (/^(?:seen|done|gone|been|lived|sold|waited)$/.test(lexeme.lower) || isReporting(lexeme.lower))
    )
      continue
    weight++
  }
  return weight > 0
}

/** The last plural noun before `at` that is not inside quotation marks, with its modifiers: what «seven» stands for. */
export function antecedent(lexemes: readonly Lexeme[], first: number, at: number): Stretch | null {
  let quoted = 0
  for (let end = at - 1; end >= first && end > at - 40; end--) {
    const lexeme = lexemes[end]
    if (lexeme === undefined) break
    if (closing.test(lexeme.lower)) quoted++
    else if (opening.test(lexeme.lower)) quoted = Math.max(0, quoted - 1)
    if (quoted > 0 || lexeme.kind !== 'word' || lexeme.capital) continue
    if (!looksPlural(lexeme.lower) || stops.has(lexeme.lower) || isVerb(lexemes, end) || isDate(lexeme))
      continue
    let from = end
    while (from > first && end - from < 3) {
      const before = lexemes[from - 1]
      if (before?.kind !== 'word' || before.gap === 2 || stops.has(before.lower) || isVerb(lexemes, from - 1))
        break
      from--
    }
    return { first: from, next: end + 1 }
  }
  return null
}
