import { mix } from './hash.ts'
import type { Context } from './context.ts'
import { TAG } from './tag.ts'
import type { View } from './view.ts'

/** Features of a token, and of the step that leads to it. */
export const spanWidth = 38
export const stepWidth = 12

/** Tokens on each side of a cue that are looked at; more of a paragraph than that is left out. */
const reach = 180
/** Sentences on each side, likewise. */
const sentences = 6

/**
 * The tokens to read for a cue: its sentence, where quotation marks stand next to it those sentences too and one more,
 * all in its paragraph, and the next paragraph where a colon ends its own.
 */
export function windowOf(view: View, cue: number): { first: number; end: number } {
  const own = view.sentence[cue] ?? 0
  const paragraph = view.paragraph[cue] ?? 0
  const from = Math.max(view.paragraphFirst[paragraph] ?? 0, cue - reach)
  const to = Math.min(view.paragraphEnd[paragraph] ?? 0, cue + reach)
  let left = own
  while (
    left > own - sentences &&
    (view.sentenceFirst[left] ?? 0) > from &&
    view.marked[left === own ? left - 1 : left] === 1
  )
    left--
  let right = own
  while (
    right < own + sentences &&
    (view.sentenceEnd[right] ?? 0) < to &&
    view.marked[right === own ? right + 1 : right] === 1
  )
    right++
  let end = Math.min(to, view.sentenceEnd[right] ?? 0)
  if (
    end === view.paragraphEnd[paragraph] &&
    view.tag[end - 1] === TAG.colon &&
    paragraph + 1 < view.paragraphEnd.length
  )
    end = view.paragraphEnd[paragraph + 1] ?? end
  return { first: Math.max(from, view.sentenceFirst[left] ?? 0), end: Math.min(end, cue + reach) }
}

const far = (distance: number): number =>
  distance <= 4
    ? distance
    : distance <= 6
      ? 5
      : distance <= 9
        ? 6
        : distance <= 14
          ? 7
          : distance <= 22
            ? 8
            : distance <= 35
              ? 9
              : 10

/** Room for the features of one window; grown as needed and used again. */
export type Sheet = { first: number; size: number; span: Int32Array; counts: Uint8Array; step: Int32Array }
export const newSheet = (): Sheet => ({
  first: 0,
  size: 0,
  span: new Int32Array(2 * (reach + 1) * spanWidth),
  counts: new Uint8Array(2 * (reach + 1)),
  step: new Int32Array(2 * (reach + 1) * stepWidth),
})

/** Features of every token of the window, all relative to the cue, into `sheet`. */
export function spanFeatures(view: View, context: Context, cue: number, sheet: Sheet): void {
  const { tag, word, lemma, suffix, quote, quotation, sentence, coarse, phrase } = view
  const { around, before, after, opens, strength, strong } = context
  const { first, end } = windowOf(view, cue)
  sheet.first = first
  sheet.size = end - first
  const { span, step, counts } = sheet
  const own = sentence[cue] ?? 0
  const cueLemma = lemma[cue] ?? 0
  const cueTag = tag[cue] ?? 0
  const ownFirst = view.sentenceFirst[own] ?? 0
  const ownEnd = view.sentenceEnd[own] ?? 0
  const near = (index: number): number => (index < ownFirst || index >= ownEnd ? 0 : (tag[index] ?? 0))
  const rightOf = mix(near(cue + 1), near(cue + 2))
  const frame = mix(cueTag, mix(near(cue - 1), near(cue + 1)))
  const cueQuotation = quotation[cue] ?? -1
  const cueInside = cueQuotation >= 0 ? 1 : 0
  const marksAround = near(cue - 1) * 64 + cueTag
  const ownOpening = near(ownFirst) * 2 + (view.quoted[own] ?? 0)
  // What a quotation or «that» close by on either side says of where the content is.
  let shape = 0
  for (let index = cue + 1; index < Math.min(ownEnd, cue + 9); index++) {
    if (tag[index] === TAG.quote) shape |= 1
    if (tag[index] === TAG.that) shape |= 2
  }
  for (let index = cue - 1; index >= Math.max(ownFirst, cue - 7); index--)
    if (tag[index] === TAG.quote) shape |= 4
  for (let way = -1; way <= 1; way++) {
    let commas = 0
    let verbs = 0
    let marks = 0
    let cues = 0
    let thats = 0
    let trail = 11
    let lastGroup = -1
    let trailLength = 0
    let order = 0
    let lastPhrase = -1
    let allQuoted = 1
    let lastSentence = own
    const side = way + 2
    for (let at = way === 0 ? cue : cue + way; at >= first && at < end; at += way === 0 ? end : way) {
      const t = tag[at] ?? 0
      const group = coarse[at] ?? 0
      const q = quote[at] ?? 0
      const sentenceOf = sentence[at] ?? 0
      const other = sentenceOf !== own
      if (other && sentenceOf !== lastSentence) {
        if (lastSentence !== own) allQuoted &= view.quoted[lastSentence] ?? 0
        lastSentence = sentenceOf
      }
      const where = other ? 4 + side + (Math.abs(sentenceOf - own) > 1 ? 4 : 0) : side
      const distance = Math.abs(at - cue)
      const bucket = far(distance)
      if (group !== lastGroup && trailLength < 7 && !other) {
        trail = mix(trail, group === 0 ? 16 + t : group)
        trailLength++
        lastGroup = group
      }
      const phraseOf = phrase[at] ?? -1
      if (phraseOf >= 0 && phraseOf !== lastPhrase) {
        order++
        lastPhrase = phraseOf
      }
      const rank = phraseOf < 0 ? 0 : Math.min(order, 4)
      const same = quotation[at] === cueQuotation ? 1 : 0
      const from = (at - first) * spanWidth
      let count = 0
      const add = (kind: number, value: number): void => {
        span[from + count++] = mix(kind, value)
      }
      const l = lemma[at] ?? 0
      const ends = (view.sentenceEnd[sentenceOf] ?? 0) - at
      const sq = where * 4 + q
      const whereTag = where * 64 + t
      if (other) {
        const sentenceKind = (view.quoted[sentenceOf] ?? 0) + 2 * allQuoted + 4 * (strength[sentenceOf] ?? 0)
        const kindOf = sq * 16 + sentenceKind
        add(30, sq)
        add(31, kindOf)
        add(32, kindOf * 8 + shape)
        add(33, mix(cueLemma, sq * 4 + (sentenceKind & 3)))
        add(34, whereTag)
        add(35, kindOf * 8192 + cueInside * 4096 + marksAround)
        add(36, mix(word[view.sentenceFirst[sentenceOf] ?? 0] ?? 0, sq))
        add(37, mix(rightOf, kindOf))
        add(38, sq * 128 + ownOpening)
        add(39, kindOf * 64 + (tag[ownEnd - 2] ?? 0))
        add(40, mix(around[at] ?? 0, where))
      } else {
        const cv = commas * 16 + verbs * 4 + marks
        const sideTag = side * 64 + t
        const sideCv = side * 64 + cv
        const sideLemma = mix(cueLemma, side)
        const sideTrail = mix(trail, side)
        const phraseBefore = phraseOf < 0 ? t : near((view.phraseFirst[phraseOf] ?? 0) - 1)
        const phraseEnd = phraseOf < 0 ? 0 : (view.phraseEnd[phraseOf] ?? 0)
        const phraseAfter = phraseOf < 0 ? 7 : near(phraseEnd)
        const phraseHead = phraseOf < 0 ? t : (tag[phraseEnd - 1] ?? 0)
        const sideRank = side * 8 + rank
        add(0, sq)
        add(1, side * 16 + bucket)
        add(2, mix(word[at] ?? 0, side))
        add(3, sideTag * 16 + bucket)
        add(4, mix(around[at] ?? 0, side))
        add(5, mix(before[at] ?? 0, side))
        add(6, mix(after[at] ?? 0, side))
        add(7, mix(cueLemma, sideTag))
        add(8, mix(cueLemma, 4096 + side * 16 + bucket))
        add(9, sideTag * 4 + commas)
        add(10, sideCv)
        add(11, mix(cueLemma, 8192 + sideCv))
        add(12, mix(sideTrail, t))
        add(13, mix(sideTrail, cueLemma))
        add(14, mix(frame, side * 16 + bucket))
        add(15, mix(frame, 4096 + sideCv))
        add(16, sideTag * 8 + rank)
        add(17, sideRank * 64 + phraseBefore)
        add(18, sideRank * 64 + phraseAfter)
        add(19, mix(cueLemma, 16384 + sq))
        add(20, side * 8 + Math.min(ends, 5))
        add(21, mix(rightOf, sideTag * 8 + Math.min(bucket, 6)))
        add(22, ((shape * 64 + sq) * 2 + cueInside) * 2 + same)
        add(23, (sideTag * 2 + thats) * 4 + verbs)
        add(24, sideCv * 4 + cues)
        add(25, mix(sideLemma, l))
        add(26, mix(suffix[at] ?? 0, sideTag))
        add(27, mix(frame, 32768 + sideCv * 8 + rank))
        add(28, mix(cueLemma, 65536 + (side * 2 + same) * 64 + cueTag))
        add(29, ((side * 8 + shape) * 16 + bucket) * 2 + thats)
        add(41, mix(around[at] ?? 0, 64 + (side * 4 + verbs) * 4 + commas))
        add(42, mix(sideTrail, 4096 + shape * 64 + cueTag))
        add(43, mix(cueLemma, 131072 + sideRank * 4 + commas))
        add(44, mix(around[at] ?? 0, 65536 + sideRank * 64 + cueTag))
        add(45, (sideRank * 64 + phraseHead) * 64 + phraseAfter)
        add(46, (sideTag * 4 + cues) * 4 + verbs)
      }
      counts[at - first] = count
      const to = (at - first) * stepWidth
      if (at > first) {
        const previous = tag[at - 1] ?? 0
        const newSentence = sentence[at - 1] !== sentenceOf ? 1 : 0
        const w = word[at] ?? 0
        const pw = word[at - 1] ?? 0
        const quoteStep = (quote[at - 1] ?? 0) * 4 + q
        const s = where * 2 + newSentence
        const opening = t === TAG.comma || t === TAG.that || t === TAG.to || group === 6 ? t : 64 + group
        const close = Math.min(distance, 3)
        const tagPair = previous * 64 + t
        step[to] = mix(50, s)
        step[to + 1] = mix(51, s * 4096 + tagPair)
        step[to + 2] = mix(52, mix(pw, s * 64 + t))
        step[to + 3] = mix(53, mix(w, s * 64 + previous))
        step[to + 4] = mix(54, s * 16 + quoteStep)
        step[to + 5] = mix(55, mix(cueLemma, (s * 128 + opening) * 4 + close))
        step[to + 6] = mix(56, ((s * 8 + (opens[at - 1] ?? 0)) * 64 + previous) * 8 + (opens[at] ?? 0))
        step[to + 7] = mix(57, mix(mix(w, pw), s))
        step[to + 8] = mix(58, ((s * 8 + group) * 8 + (coarse[at - 1] ?? 0)) * 16 + commas * 4 + verbs)
        step[to + 9] = mix(59, (s * 4 + close) * 4096 + tagPair)
        step[to + 10] = mix(60, ((s * 8 + (opens[at] ?? 0)) * 8 + rank) * 64 + t)
        step[to + 11] = mix(61, mix(tagPair * 4096 + (tag[at - 2] ?? 0) * 64 + (tag[at + 1] ?? 0), s))
      }
      if (!other) {
        if (t === TAG.comma || t === TAG.dash || t === TAG.semicolon || t === TAG.colon)
          commas = Math.min(3, commas + 1)
        if (group === 2) verbs = Math.min(3, verbs + 1)
        if (t === TAG.quote) marks = Math.min(3, marks + 1)
        if (t === TAG.that) thats = 1
        if (strong[at] === 1) cues = Math.min(2, cues + 1)
      }
      if (way === 0) break
    }
  }
}
