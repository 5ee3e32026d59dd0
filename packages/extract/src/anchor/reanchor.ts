import { anchorAt, splitsPair } from '@onrecord/schema'
import type { Anchor } from '@onrecord/schema'
import { compare, isCorrection } from './compare.ts'
import type { Comparison } from './compare.ts'
import { differencesOf } from './diff.ts'
import type { Difference } from './diff.ts'
import { tokenRange } from './token.ts'
import type { AnchorToken, Tokenized } from './token.ts'
import { anchorTuning } from './tuning.ts'
import type { AnchorTuning } from './tuning.ts'

export type Reanchored =
  /** Safe: a machine may store it. `moved`: the paragraph stands elsewhere among those that were kept. */
  | { state: 'attached' | 'moved'; parts: Anchor[] }
  /** A person decides: the nearest words, and how they differ from the old ones. */
  | { state: 'changed'; nearest: Anchor[]; differences: Difference[] }
  | { state: 'gone' }

/**
 * Finds the words of `parts`, one occurrence in `from`, in `to`, another revision of the same source. Offsets are
 * UTF-16 code units. Never throws; a doubtful place is `changed`, never guessed. About linear in both texts. Rule:
 * "Re-anchoring guard" of the design: the exact words stand once in both texts, in a paragraph that continues the
 * old one or at least is no other one's, or eight tokens on each side agree.
 */
export function reanchor(
  parts: readonly Anchor[],
  from: string,
  to: string,
  tuning: AnchorTuning = anchorTuning,
): Reanchored {
  return reanchorIn(compare(from, to, tuning), parts, tuning)
}

/** As `reanchor`, for many occurrences of the same two revisions. */
export function reanchorIn(
  comparison: Comparison,
  parts: readonly Anchor[],
  tuning: AnchorTuning = anchorTuning,
): Reanchored {
  const found = parts.map((part) => follow(comparison, part, tuning))
  const isSafe = (result: Followed) => result.state === 'attached' || result.state === 'moved'
  const spans = found.flatMap((result) => (result.state === 'gone' ? [] : [result.span]))
  const isInOrder = spans.every((span, index) => index === 0 || (spans[index - 1]?.end ?? 0) <= span.start)
  if (spans.length === 0) return { state: 'gone' }
  const anchors = spans.map((span) => anchorAt(comparison.to.text, span))
  if (found.every(isSafe) && isInOrder) {
    return { state: found.some(({ state }) => state === 'moved') ? 'moved' : 'attached', parts: anchors }
  }
  const differences = parts.flatMap((part, index) => {
    const result = found[index]
    return differencesOf(
      within(comparison.from, part),
      result === undefined || result.state === 'gone' ? [] : within(comparison.to, result.span),
      tuning.diffCells,
    )
  })
  return { state: 'changed', nearest: isInOrder ? anchors : anchors.slice(0, 1), differences }
}

type Span = { start: number; end: number }
type Followed = { state: 'attached' | 'moved' | 'changed'; span: Span } | { state: 'gone' }

function follow(comparison: Comparison, part: Anchor, tuning: AnchorTuning): Followed {
  const { from } = comparison
  const range = from.text.slice(part.start, part.end) === part.exact ? tokenRange(from.tokens, part) : null
  if (range === null) return { state: 'gone' }
  const isSingle = isOnly(from, from.tokens.slice(range.from, range.to), tuning)
  const mapped = mappedPlace(comparison, range)
  if (mapped !== null) {
    const span = spanAt(comparison, part, range, mapped)
    if (span === null) return { state: 'gone' }
    const isSafe =
      (isSingle && isOnly(comparison.to, from.tokens.slice(range.from, range.to), tuning)) ||
      guardHolds(comparison, range, mapped, tuning)
    return { state: isSafe ? order(comparison, range.from) : 'changed', span }
  }
  return (isSingle ? elsewhere(comparison, part, range, tuning) : null) ?? nearest(comparison, range, tuning)
}

type Range = { from: number; to: number }

/** Where all tokens of a range went, if they still stand side by side. */
function mappedPlace({ mates }: Comparison, { from, to }: Range): number | null {
  const first = mates[from] ?? -1
  if (first < 0) return null
  for (let index = from; index < to; index++) if (mates[index] !== first + index - from) return null
  return first
}

/** The one place of words that left their paragraph; null where a machine should not say so. */
function elsewhere(
  comparison: Comparison,
  part: Anchor,
  range: Range,
  tuning: AnchorTuning,
): Followed | null {
  const { from, to, counterparts } = comparison
  const words = from.tokens.slice(range.from, range.to)
  const [place, another] = placesOf(to, words, tuning)
  const span = place === undefined || another !== undefined ? null : spanAt(comparison, part, range, place)
  if (place === undefined || span === null) return null
  const paragraph = to.paragraphOf[place] ?? -1
  const counterpart = counterparts[from.paragraphOf[range.from] ?? -1] ?? -1
  // The paragraph goes on elsewhere without these words: what repeats them now may be about them, not them.
  if (counterpart >= 0 && counterpart !== paragraph) return null
  if (isCorrection(to, paragraph)) return null
  return {
    state:
      counterpart === paragraph
        ? order(comparison, range.from)
        : orderBetween(comparison, range.from, paragraph),
    span,
  }
}

/** What stands between the neighbours of words that are no longer whole: changed words, or nothing. */
function nearest({ from, to, mates }: Comparison, range: Range, tuning: AnchorTuning): Followed {
  const paragraph = from.paragraphs[from.paragraphOf[range.from] ?? -1]
  if (paragraph === undefined) return { state: 'gone' }
  let before = range.from - 1
  while (before >= paragraph.from && mates[before] === -1) before--
  let after = range.to
  while (after < from.tokens.length && after < paragraph.to && mates[after] === -1) after++
  const kept = Array.from(mates.subarray(range.from, range.to)).filter((mate) => mate >= 0)
  const low = before >= paragraph.from ? (mates[before] ?? -1) + 1 : (kept[0] ?? -1)
  const high = after < paragraph.to ? (mates[after] ?? -1) : (kept.at(-1) ?? -1) + 1
  const first = trimToWords(to.tokens, low, high, kept)
  if (low < 0 || first === null) return { state: 'gone' }
  const words = from.tokens.slice(range.from, range.to).filter(({ isWord }) => isWord)
  const keptWords = from.tokens
    .slice(range.from, range.to)
    .filter((token, index) => token.isWord && (mates[range.from + index] ?? -1) >= 0)
  const hasFigure = (tokens: readonly AnchorToken[]) => tokens.some(({ text }) => /\p{N}/u.test(text))
  const isFigure =
    range.to - range.from <= tuning.figureTokens &&
    hasFigure(words) &&
    hasFigure(to.tokens.slice(first.from, first.to))
  if (!isFigure && keptWords.length < words.length * tuning.kept) return { state: 'gone' }
  const start = to.tokens[first.from]?.start
  const end = to.tokens[first.to - 1]?.end
  return start === undefined || end === undefined || keptWords.length + Number(isFigure) === 0
    ? { state: 'gone' }
    : { state: 'changed', span: { start, end } }
}

// Marks at the edges belong to the sentence around, not to the words, unless they were among the old ones.
function trimToWords(
  tokens: readonly AnchorToken[],
  low: number,
  high: number,
  kept: readonly number[],
): Range | null {
  let from = low
  let to = high
  const isOuter = (index: number) =>
    tokens[index]?.isWord !== true && !isSign(tokens[index]) && !kept.includes(index)
  while (from < to && isOuter(from)) from++
  while (to > from && isOuter(to - 1)) to--
  return from < to ? { from, to } : null
}

function isSign(token: AnchorToken | undefined): boolean {
  return token !== undefined && /^[\p{Sc}%‰°]$/u.test(token.text)
}

function order({ keptOrder, from }: Comparison, token: number): 'attached' | 'moved' {
  return keptOrder[from.paragraphOf[token] ?? -1] === true ? 'attached' : 'moved'
}

function orderBetween(
  { from, counterparts, keptOrder }: Comparison,
  token: number,
  paragraph: number,
): 'attached' | 'moved' {
  const ours = from.paragraphOf[token] ?? 0
  const before = counterparts.findLastIndex(
    (theirs, index) => index < ours && theirs >= 0 && keptOrder[index] === true,
  )
  const after = counterparts.findIndex(
    (theirs, index) => index > ours && theirs >= 0 && keptOrder[index] === true,
  )
  const isBetween =
    (before < 0 || (counterparts[before] ?? 0) <= paragraph) &&
    (after < 0 || paragraph <= (counterparts[after] ?? 0))
  return isBetween ? 'attached' : 'moved'
}

/** Whether `guardTokens` on each side agree, or all there are up to the edge of both texts. */
function guardHolds(
  { from, to }: Comparison,
  range: Range,
  place: number,
  { guardTokens }: AnchorTuning,
): boolean {
  const length = range.to - range.from
  for (let step = 1; step <= guardTokens; step++) {
    if (from.tokens[range.from - step]?.text !== to.tokens[place - step]?.text) return false
    if (from.tokens[range.to - 1 + step]?.text !== to.tokens[place + length - 1 + step]?.text) return false
  }
  return true
}

function isOnly(tokenized: Tokenized, words: readonly AnchorToken[], tuning: AnchorTuning): boolean {
  const [first, second] = placesOf(tokenized, words, tuning)
  return first !== undefined && second === undefined
}

/** Up to two places where a run of tokens stands; its rarest token is looked up. Two where it is too common to look. */
function placesOf(
  { tokens, places }: Tokenized,
  words: readonly AnchorToken[],
  tuning: AnchorTuning,
): number[] {
  let rarest = 0
  const count = (index: number) => places.get(words[index]?.text ?? '')?.length ?? 0
  words.forEach((_, index) => {
    if (count(index) < count(rarest)) rarest = index
  })
  const candidates = places.get(words[rarest]?.text ?? '') ?? []
  if (candidates.length > tuning.places) return candidates.slice(0, 2)
  const found: number[] = []
  for (const candidate of candidates) {
    const start = candidate - rarest
    if (words.every(({ text }, index) => tokens[start + index]?.text === text)) found.push(start)
    if (found.length > 1) break
  }
  return found
}

/** The span in `to` of tokens from `place` on, cut inside its first and last token as the old one was. */
function spanAt({ from, to }: Comparison, part: Span, range: Range, place: number): Span | null {
  const first = from.tokens[range.from]
  const last = from.tokens[range.to - 1]
  const newFirst = to.tokens[place]
  const newLast = to.tokens[place + range.to - range.from - 1]
  if (first === undefined || last === undefined || newFirst === undefined || newLast === undefined)
    return null
  const start = newFirst.start + Math.max(0, part.start - first.start)
  const end = newLast.end - Math.max(0, last.end - part.end)
  return start < end && !splitsPair(to.text, start) && !splitsPair(to.text, end) ? { start, end } : null
}

function within({ tokens }: Tokenized, span: Span): readonly AnchorToken[] {
  const range = tokenRange(tokens, span)
  return range === null ? [] : tokens.slice(range.from, range.to)
}
