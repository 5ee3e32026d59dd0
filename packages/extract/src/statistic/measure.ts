import { stops } from './counted.ts'
import type { Figure } from './figure.ts'
import { directionOf } from './direction.ts'
import type { Lexeme } from './lexeme.ts'
import { nounPhrase, tidied } from './noun-phrase.ts'
import { looksPlural } from './plural.ts'
import { isAuxiliary, isReporting, isVerb } from './verb.ts'

/** Words of the text as a half-open range of lexemes, and the rule that chose them. */
export type Words = { first: number; next: number; rule: string }

/** Where the words of a figure are looked for. */
export type Around = {
  lexemes: readonly Lexeme[]
  /** The sentence, as lexemes. */
  first: number
  next: number
  /** After the figure before this one in the sentence, or its beginning. */
  floor: number
  /** Where the next figure of the sentence begins, or its end. */
  ceiling: number
}

/** Most words of a measure. */
const longest = 12
const pronouns: ReadonlySet<string> = new Set(
  'it he she they we you i there this that these those who which what its their'.split(' '),
)

/** What stands after a share: «of the new jobs», «of whom»; null where no «of» follows. */
export function readWhole({ lexemes, next }: Around, figure: Figure): Words | null {
  let at = figure.next
  if (/^(?:or|and)$/.test(lexemes[at]?.lower ?? '')) return null
  const of = lexemes[at]
  if (of?.lower === 'of') at++
  else if (
    !(
      figure.rule === 'proportion-half' &&
      of !== undefined &&
      /^(?:the|its|their|all|his|her|our)$/.test(of.lower)
    )
  )
    return null
  let end = at
  while (end < next && end - at < 8) {
    const lexeme = lexemes[end]
    if (lexeme === undefined || (lexeme.gap === 2 && end > at)) break
    if (lexeme.kind === 'mark' && !/^[-’'“”"‘]$/.test(lexeme.lower)) break
    if (end > at && (isVerb(lexemes, end) || closers.has(lexeme.lower))) break
    end++
  }
  return end > at ? { first: at, next: end, rule: 'of' } : null
}
const closers = new Set(
  'in on at to by for with than as while but who which that from is are was were said says and or'.split(' '),
)

/**
 * The thing measured, as a reader would write it: what is shared out or counted, the subject of the verb before
 * the figure, the noun after it, what it is «of», or the nearest words. Null where none of them names a thing.
 */
export function readMeasure(around: Around, figure: Figure): Words | null {
  for (const read of readersFor(around, figure)) {
    const found = read(around, figure)
    const tidy = found && tidied(around.lexemes, found, around.next)
    if (found && tidy) return { ...tidy, rule: found.rule }
  }
  return null
}

type Read = (around: Around, figure: Figure) => Words | null

function readersFor(around: Around, figure: Figure): readonly Read[] {
  const { kind } = figure.unit
  if (figure.kind === 'share' && pointsBack(around.lexemes, figure)) return []
  const lead: Read[] = figure.kind === 'share' && kind !== 'count' ? [readShared, readObject] : [readObject]
  if (kind === 'count')
    return isToldOfSubject(around, figure) || /^(?:points?|units?)$/.test(figure.unit.text ?? '')
      ? [readObject, readSubject, readFollowing]
      : [readFollowing, readObject, readSubject, readOpening]
  if (standsForNoun(around, figure)) return []
  if ((kind === 'none' || figure.kind === 'rank') && opensClause(around, figure))
    return [...lead, readFollowing, readSubject]
  if (kind === 'currency' || kind === 'physical' || kind === 'time') lead.push(readOf, readDetermined)
  // A length of time that something lasted is not told by the words nearest to it.
  if (kind === 'time')
    return around.lexemes[figure.first - 1]?.lower === ','
      ? [...lead, readSubject, readNearest]
      : [...lead, readSubject]
  return [...lead, readSubject, readFollowing, readOpening, readNearest, readFirst]
}

/** Whether a share is «of them», «of whom», «of it»: of what was named before. */
export function pointsBack(lexemes: readonly Lexeme[], figure: Figure): boolean {
  return (
    lexemes[figure.next]?.lower === 'of' &&
    /^(?:it|that|this|them|those|these|whom|which)$/.test(lexemes[figure.next + 1]?.lower ?? '') &&
    !(
      /^(?:that|this|those|these)$/.test(lexemes[figure.next + 1]?.lower ?? '') &&
      lexemes[figure.next + 2]?.kind === 'word' &&
      !stops.has(lexemes[figure.next + 2]?.lower ?? '') &&
      !isVerb(lexemes, figure.next + 2)
    )
  )
}

/** «There had been seven focused on rents», «another 300 from the hills»: a bare number whose noun stood before. */
export function standsForNoun(around: Around, figure: Figure): boolean {
  if (figure.unit.kind !== 'none' || figure.kind !== 'level') return false
  const { lexemes } = around
  const after = lexemes[figure.next]
  if (after?.kind !== 'word' || after.gap !== 1) return false
  if (/^(?:another|others?)$/.test(lexemes[figure.first - 1]?.lower ?? ''))
    return /^(?:from|in|of|at|who|were|are)$/.test(after.lower)
  return (
    opensClause(around, figure) &&
    (/^(?:from|of|who|were|are|had|have)$/.test(after.lower) ||
      (after.lower.endsWith('ed') && isVerb(lexemes, figure.next)))
  )
}

/** «62% of adults», «half of the new jobs»: what is shared out. */
function readShared(around: Around, figure: Figure): Words | null {
  const whole = readWhole(around, figure)
  const noun = whole && nounPhrase(around.lexemes, whole.first, around.ceiling, true)
  return noun && { ...noun, rule: 'shared-out' }
}

function readOf(around: Around, figure: Figure): Words | null {
  if (around.lexemes[figure.next]?.lower !== 'of') return null
  const noun = readFollowing(around, { ...figure, next: figure.next + 1 })
  return noun && { ...noun, rule: 'of' }
}

function readDetermined(around: Around, figure: Figure): Words | null {
  const noun = isDetermined(around, figure) ? readFollowing(around, figure) : null
  return noun && { ...noun, rule: 'noun' }
}

/** «The toll was 40 people», «exports rose to 300 crates»: the verb before the figure gives it to its subject. */
function isToldOfSubject({ lexemes, first, floor }: Around, figure: Figure): boolean {
  let at = figure.first - 1
  while (
    at >= floor &&
    /^(?:to|at|by|from|of|an?|average|total|only|just|now|not|then|still|again|already)$/.test(
      lexemes[at]?.lower ?? '',
    )
  )
    at--
  const verb = lexemes[at]?.lower ?? ''
  if (at <= first || !isVerb(lexemes, at)) return false
  const before = lexemes[at - 1]?.lower ?? ''
  if (pronouns.has(before) || stops.has(before)) return false
  return (
    /^(?:is|are|was|were|reached|totalled|totaled|averaged|stood|stands|hit)$/.test(verb) ||
    directionOf(verb) !== null
  )
}

/** «The £26.5m site», «a 20-metre wall»: the figure stands before its noun. */
function isDetermined({ lexemes }: Around, figure: Figure): boolean {
  const before = lexemes[figure.first - 1]?.lower ?? ''
  const after = lexemes[figure.next]
  return (
    /^(?:the|a|an|its|their|his|her|this|that|our)$|'s$/.test(before) &&
    after?.kind === 'word' &&
    after.gap === 1 &&
    !stops.has(after.lower)
  )
}

/** Whether nothing but small words stands between the clause's beginning and the figure. */
function opensClause({ lexemes, floor }: Around, figure: Figure): boolean {
  for (let at = figure.first - 1; at >= floor; at--) {
    const lexeme = lexemes[at]
    if (lexeme === undefined) break
    if (lexeme.kind === 'mark') {
      if (/^[,;:.(“"‘—–]$/.test(lexeme.lower)) return true
      continue
    }
    if (lexeme.lower === 'there') return true
    if (!stops.has(lexeme.lower)) return false
    if (isAuxiliary(lexeme.lower) && lexemes[at - 1]?.lower !== 'there' && lexemes[at - 2]?.lower !== 'there')
      return false
  }
  return true
}

/** «put core inflation at 2.7%», «called for 12 GW»: the words between verb and figure where a preposition ties them. */
function readObject({ lexemes, first, floor }: Around, figure: Figure): Words | null {
  let end = figure.first
  while (end > floor && lexemes[end - 1]?.kind === 'mark' && /^[“"‘']$/.test(lexemes[end - 1]?.lower ?? ''))
    end--
  const preposition = lexemes[end - 1]?.lower
  const time = figure.unit.kind === 'time' || figure.unit.kind === 'physical'
  const lasting = time && /^(?:for|within|inside|over|in|after)$/.test(preposition ?? '')
  const within = time && /^(?:within|inside)$/.test(lexemes[figure.first]?.lower ?? '')
  if (!/^(?:at|of|to|worth)$/.test(preposition ?? '') && !lasting && !within) return null
  if (!within) end--
  const least = lasting || within ? first : floor
  let at = end
  while (at > least && end - at < longest) {
    const lexeme = lexemes[at - 1]
    if (
      lexeme === undefined ||
      (lexeme.kind === 'mark' && !/^[-’']$/.test(lexeme.lower)) ||
      isVerb(lexemes, at - 1) ||
      lexeme.lower === 'and' ||
      lexeme.lower === 'with'
    )
      break
    at--
  }
  return trimmed(lexemes, at, end, 'object')
}

/** The subject: from the clause's beginning to its verb. Goes back over clauses whose subject is left out. */
function readSubject({ lexemes, first }: Around, figure: Figure): Words | null {
  let verb = figure.first - 1
  for (let steps = 0; verb >= first && steps < 40; verb--, steps++) {
    // Who says a figure is not what it measures.
    if (!isVerb(lexemes, verb) || isReporting(lexemes[verb]?.lower ?? '')) continue
    let end = verb
    while (
      end > first &&
      (isAuxiliary(lexemes[end - 1]?.lower ?? '') ||
        /ly$|^(?:also|now|not|to|has|have|had|still)$/.test(lexemes[end - 1]?.lower ?? ''))
    )
      end--
    let at = end
    while (at > first && end - at < longest) {
      const before = lexemes[at - 1]
      if (before === undefined) break
      if (before.kind === 'mark' && !/^[-’'“”"‘&.%$£€]$/.test(before.lower)) break
      // A dash with spaces round it ends a date line or opens an aside.
      if (before.lower === '-' && before.gap > 0) break
      if (
        isVerb(lexemes, at - 1) ||
        /^(?:that|while|but|although|though|because|and|as|if|when|which|who|said|says)$/.test(before.lower)
      )
        break
      at--
    }
    const found = trimmed(lexemes, at, end, 'subject')
    if (found) return found
  }
  return null
}

/** Cuts small words off both ends; null where no word of weight is left. */
function trimmed(lexemes: readonly Lexeme[], first: number, next: number, rule: string): Words | null {
  let from = first
  let to = next
  while (from < to && isLight(lexemes, from)) from++
  while (to > from && (lexemes[to - 1]?.kind === 'mark' || stops.has(lexemes[to - 1]?.lower ?? ''))) to--
  for (let at = from; at < to; at++) {
    const lexeme = lexemes[at]
    if (
      lexeme?.kind === 'word' &&
      !stops.has(lexeme.lower) &&
      !pronouns.has(lexeme.lower) &&
      lexeme.lower.length > 1
    )
      return { first: from, next: to, rule }
  }
  return null
}

const isLight = (lexemes: readonly Lexeme[], at: number): boolean => {
  const lexeme = lexemes[at]
  if (lexeme === undefined || lexeme.kind === 'mark') return true
  return stops.has(lexeme.lower) && !/^(?:the|a|an|its|their)$/.test(lexeme.lower)
}

/** The noun after the figure, or its own counted noun, with its close modifiers. */
function readFollowing(around: Around, figure: Figure): Words | null {
  const { lexemes, ceiling } = around
  const limit = Math.max(ceiling, figure.next)
  const free = !opensClause(around, figure)
  if (figure.unit.kind !== 'count') {
    // «$12,000 for a new roof»
    const bought = figure.unit.kind === 'currency' && lexemes[figure.next]?.lower === 'for'
    const noun = nounPhrase(lexemes, figure.next + (bought ? 1 : 0), limit, free)
    return noun && { ...noun, rule: 'following' }
  }
  let first = figure.next
  while (first > figure.first && (lexemes[first - 1]?.end ?? 0) > figure.numberEnd) first--
  // «tens of thousands of people», «40-odd»
  while (/^(?:-|of)$/.test(lexemes[first]?.lower ?? '')) first++
  const noun = nounPhrase(lexemes, first, limit, free)
  const next = figure.unit.per === null ? Math.max(noun?.next ?? 0, figure.next) : (noun?.next ?? 0)
  return next > first ? { first, next, rule: 'counted' } : null
}

/** «Exports to China, which take a third, dropped by 12%»: the words the sentence opens with, up to their comma or verb. */
function readOpening(around: Around, figure: Figure): Words | null {
  return around.floor === around.first ? null : readFirst(around, figure)
}

/** The words a sentence begins with, up to a comma or verb. */
function readFirst({ lexemes, first }: Around, figure: Figure): Words | null {
  let end = first
  while (end < figure.first && end - first < longest) {
    const lexeme = lexemes[end]
    if (
      lexeme === undefined ||
      (lexeme.kind === 'mark' && /^[,;:.()—–]$/.test(lexeme.lower)) ||
      isVerb(lexemes, end)
    )
      break
    end++
  }
  return end < figure.first ? trimmed(lexemes, first, end, 'opening') : null
}

/** The nearest words before the figure in its sentence, after the last comma; no lone word that may be a verb. */
function readNearest({ lexemes, first, floor }: Around, figure: Figure): Words | null {
  for (const least of [floor, first]) {
    let from = Math.max(least, figure.first - longest)
    for (let at = from; at < figure.first - 1; at++)
      if (/^[,;:()—–]$/.test(lexemes[at]?.lower ?? '')) from = at + 1
    const found = trimmed(lexemes, from, figure.first, 'nearest')
    const lone = found && found.next - found.first === 1 ? lexemes[found.first] : undefined
    if (found && (lone === undefined || lone.capital || looksPlural(lone.lower))) return found
  }
  return null
}

/** The question that a bare figure answers: its words, where the sentence before ends in a question mark. */
export function readQuestion(
  lexemes: readonly Lexeme[],
  sentence: { first: number; next: number } | undefined,
): Words | null {
  if (sentence === undefined || lexemes[sentence.next - 1]?.lower !== '?') return null
  for (let at = sentence.first; at < sentence.next - 2; at++) {
    if (lexemes[at]?.lower !== 'how' || !/^(?:many|much)$/.test(lexemes[at + 1]?.lower ?? '')) continue
    const noun = nounPhrase(lexemes, at + 2, sentence.next, true)
    if (noun) return { ...noun, rule: 'question' }
  }
  return trimmed(
    lexemes,
    Math.max(sentence.first, sentence.next - longest - 4),
    sentence.next - 1,
    'question',
  )
}
