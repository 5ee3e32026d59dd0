import { stops } from './counted.ts'
import type { Figure } from './figure.ts'
import type { Lexeme } from './lexeme.ts'
import { isAuxiliary, isVerb } from './verb.ts'

/** Words of the text as a half-open range of lexemes, and the rule that chose them. */
export type Words = { first: number; next: number; rule: string }

type Around = {
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

/** The thing measured: subject of the verb before the figure, the noun after it, what it is «of», or the nearest words. */
export function readMeasure(around: Around, figure: Figure): Words | null {
  const { lexemes } = around
  const kind = figure.unit.kind
  const share = figure.kind === 'share'
  if (share || kind === 'percent') {
    const after = share ? readPredicate(around, figure) : null
    if (after) return after
  }
  const object = readObject(around, figure)
  if (object) return object
  const wide = kind === 'count' || kind === 'none' || figure.kind === 'rank'
  if (wide && opensClause(around, figure)) return readFollowing(around, figure) ?? readSubject(around, figure)
  if (figure.unit.kind === 'currency' || figure.unit.kind === 'physical' || kind === 'time') {
    const of =
      lexemes[figure.next]?.lower === 'of'
        ? readFollowing({ ...around }, { ...figure, next: figure.next + 1 })
        : null
    if (of) return { ...of, rule: 'of' }
    if (isDetermined(around, figure)) {
      const noun = readFollowing(around, figure)
      if (noun) return { ...noun, rule: 'noun' }
    }
  }
  return (
    readSubject(around, figure) ??
    readFollowing(around, figure) ??
    readOpening(around, figure) ??
    readNearest(around, figure)
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

/** «62% of adults support the scheme», «60% of whom were in the south»: the predicate after the whole. */
function readPredicate(around: Around, figure: Figure): Words | null {
  const whole = readWhole(around, figure)
  if (whole === null) return null
  const { lexemes, ceiling } = around
  let end = whole.next
  while (end < ceiling && end - whole.first < longest) {
    const lexeme = lexemes[end]
    if (lexeme === undefined || lexeme.gap === 2) break
    if (lexeme.kind === 'mark' && /^[,;:.()—–!?]$/.test(lexeme.lower)) break
    end++
  }
  return { first: whole.first, next: end, rule: 'whole-and-predicate' }
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
  if (preposition !== 'at' && preposition !== 'of' && preposition !== 'to' && !lasting && !within) return null
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
    if (!isVerb(lexemes, verb)) continue
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

/** The noun after the figure, or its own counted noun, with what follows it in the clause. */
function readFollowing({ lexemes, ceiling }: Around, figure: Figure): Words | null {
  const counted = figure.unit.kind === 'count' && figure.unit.per === null
  let first = figure.next
  if (counted) while (first > figure.first && (lexemes[first - 1]?.end ?? 0) > figure.numberEnd) first--
  let end = Math.max(first, figure.next)
  while (end < ceiling && end - first < longest) {
    const lexeme = lexemes[end]
    if (lexeme === undefined || (lexeme.gap === 2 && end > first)) break
    if (lexeme.kind === 'mark' && /^[,;:.()—–!?…]$/.test(lexeme.lower)) break
    end++
  }
  return trimmed(lexemes, first, end, 'following')
}

/** «Exports to China, which take a third, dropped by 12%»: the words the sentence opens with, up to their comma or verb. */
function readOpening({ lexemes, first, floor }: Around, figure: Figure): Words | null {
  if (floor === first) return null
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

/** The nearest words before the figure in its sentence. */
function readNearest({ lexemes, first, floor }: Around, figure: Figure): Words | null {
  for (const from of [floor, first]) {
    const found = trimmed(lexemes, Math.max(from, figure.first - longest), figure.first, 'nearest')
    if (found) return found
  }
  return null
}

/** The question that a bare figure answers: its words, where the sentence before ends in a question mark. */
export function readQuestion(
  lexemes: readonly Lexeme[],
  sentence: { first: number; next: number } | undefined,
): Words | null {
  if (sentence === undefined || lexemes[sentence.next - 1]?.lower !== '?') return null
  return trimmed(
    lexemes,
    Math.max(sentence.first, sentence.next - longest - 4),
    sentence.next - 1,
    'question',
  )
}
