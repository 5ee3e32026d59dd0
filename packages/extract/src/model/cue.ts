import { mix } from './hash.ts'
import { mayHead, TAG } from './tag.ts'
import type { View } from './view.ts'

export const cueWidth = 52
/** Tokens that the first pass thinks less likely are not read again. */
export const leastFirst = 0.004
/** The features of the second pass come after those of the first. */
const passKinds = 40

const bucket = (chance: number): number =>
  chance < 0.02
    ? 0
    : chance < 0.08
      ? 1
      : chance < 0.2
        ? 2
        : chance < 0.4
          ? 3
          : chance < 0.6
            ? 4
            : chance < 0.8
              ? 5
              : chance < 0.95
                ? 6
                : 7

/**
 * Features of «this token is the head of a cue», as hashes, into `out`; `first` are the chances of the first pass
 * (null in the first pass itself). Returns how many.
 */
export function cueFeatures(view: View, at: number, first: Float32Array | null, out: Int32Array): number {
  const { tag, word, lemma, suffix, quote, quotation, sentence, paragraph, coarse } = view
  const own = sentence[at] ?? 0
  const from = view.sentenceFirst[own] ?? 0
  const to = view.sentenceEnd[own] ?? 0
  const t = tag[at] ?? 0
  const l = lemma[at] ?? 0
  const tagAt = (index: number): number => (index < from || index >= to ? 0 : (tag[index] ?? 0))
  const wordAt = (index: number): number => (index < from || index >= to ? 0 : (word[index] ?? 0))
  const lemmaAt = (index: number): number => (index < from || index >= to ? 0 : (lemma[index] ?? 0))
  let count = 0
  const add = (kind: number, value: number): void => {
    out[count++] = mix(kind, value)
  }
  let that = 0
  let quoteRight = 0
  let quoteLeft = 0
  let verbLeft = 0
  let commaLeft = 0
  for (let step = 1; step <= 7; step++) {
    const right = tagAt(at + step)
    const left = tagAt(at - step)
    if (that === 0 && (right === TAG.that || right === TAG.wh))
      that = (step > 1 ? 2 : 1) + (right === TAG.wh ? 2 : 0)
    if (quoteRight === 0 && (right === TAG.quote || right === TAG.colon)) quoteRight = step > 2 ? 2 : 1
    if (quoteLeft === 0 && left === TAG.quote) quoteLeft = step > 3 ? 2 : 1
    if (verbLeft === 0 && commaLeft === 0 && coarse[at - step] === 2 && left !== 0)
      verbLeft = step > 3 ? 2 : 1
    if (commaLeft === 0 && left === TAG.comma) commaLeft = step
  }
  // The noun phrase that ends last before it in its sentence: what may be its subject.
  let subject = at - 1
  while (
    subject >= from &&
    at - subject < 8 &&
    coarse[subject] !== 1 &&
    coarse[subject] !== 5 &&
    coarse[subject] !== 6
  )
    subject--
  const subjectTag = tagAt(subject)
  let object = at + 1
  while (
    object < to &&
    object - at < 5 &&
    coarse[object] !== 1 &&
    coarse[object] !== 5 &&
    coarse[object] !== 6 &&
    coarse[object] !== 7
  )
    object++
  const objectTag = tagAt(object)
  const q = quote[at] ?? 0
  const place = Math.min(at - from, 3) * 4 + Math.min(to - at - 1, 3)
  add(0, 0)
  add(1, word[at] ?? 0)
  add(2, l)
  add(3, mix(l, t))
  add(4, suffix[at] ?? 0)
  add(5, mix(t, q))
  add(6, mix(wordAt(at - 1), t))
  add(7, mix(wordAt(at + 1), t))
  add(8, mix(l, wordAt(at + 1)))
  add(9, mix(l, wordAt(at - 1)))
  add(10, mix(l, tagAt(at + 1)))
  add(11, mix(l, tagAt(at - 1)))
  add(12, mix(mix(tagAt(at - 1), t), tagAt(at + 1)))
  add(13, mix(mix(tagAt(at - 2), tagAt(at - 1)), t))
  add(14, mix(mix(t, tagAt(at + 1)), tagAt(at + 2)))
  add(15, mix(wordAt(at - 2), mix(wordAt(at - 1), t)))
  add(16, mix(wordAt(at + 1), mix(wordAt(at + 2), t)))
  add(17, mix(l, that))
  add(18, mix(mix(t, that), mix(quoteLeft, quoteRight)))
  add(19, mix(l, mix(quoteLeft, quoteRight)))
  add(20, mix(t, mix(verbLeft, commaLeft)))
  add(21, mix(l, verbLeft))
  add(22, mix(t, mix(subjectTag, lemmaAt(subject))))
  add(23, mix(l, subjectTag))
  add(24, mix(mix(t, subjectTag), at - subject))
  add(25, mix(l, objectTag))
  add(26, mix(mix(t, objectTag), mix(subjectTag, that)))
  add(27, mix(t, place))
  add(28, mix(l, place))
  add(29, mix(l, q))
  add(30, mix(mix(tagAt(at - 1), l), tagAt(at + 1)))
  add(31, mix(t, view.heading[paragraph[at] ?? 0] ?? 0))
  add(32, mix(l, mix(tagAt(at + 1), tagAt(at + 2))))
  add(33, mix(l, mix(tagAt(at - 1), tagAt(at - 2))))
  add(34, mix(mix(lemmaAt(at + 1), lemmaAt(at + 2)), l))
  add(35, mix(mix(lemmaAt(at - 1), lemmaAt(at - 2)), l))
  add(36, mix(t, lemmaAt(object)))
  add(37, mix(l, lemmaAt(subject)))
  if (first === null) return count
  let left = 0
  let right = 0
  let leftNear = 0
  let rightNear = 0
  let outside = 0
  for (let index = Math.max(from, at - 60); index < Math.min(to, at + 60); index++) {
    if (index === at) continue
    const chance = first[index] ?? 0
    if (index < at) {
      left = Math.max(left, chance)
      if (at - index <= 4) leftNear = Math.max(leftNear, chance)
    } else {
      right = Math.max(right, chance)
      if (index - at <= 4) rightNear = Math.max(rightNear, chance)
    }
    if (q > 0 && quotation[index] === -1) outside = Math.max(outside, chance)
  }
  const me = bucket(first[at] ?? 0)
  add(passKinds, me)
  add(passKinds + 1, mix(me, bucket(left)))
  add(passKinds + 2, mix(me, bucket(right)))
  add(passKinds + 3, mix(me, mix(bucket(leftNear), bucket(rightNear))))
  add(passKinds + 4, mix(me, mix(bucket(outside), q)))
  add(passKinds + 5, mix(l, bucket(left)))
  add(passKinds + 6, mix(l, bucket(right)))
  add(passKinds + 7, mix(mix(bucket(left), bucket(right)), mix(q, t)))
  add(passKinds + 8, mix(that, mix(bucket(left), t)))
  add(passKinds + 9, mix(commaLeft, mix(bucket(left), t)))
  return count
}

export type Table = { values: ArrayLike<number>; step: number; mask: number }

/** The chance of every token to head a cue. */
export function cueChances(view: View, first: Float32Array | null, table: Table): Float32Array {
  const { size, tag } = view
  const result = new Float32Array(size)
  const features = new Int32Array(cueWidth)
  const { values, step, mask } = table
  for (let at = 0; at < size; at++) {
    if (!mayHead(tag[at] ?? 0)) continue
    if (first !== null && (first[at] ?? 0) < leastFirst) continue
    const count = cueFeatures(view, at, first, features)
    let sum = 0
    for (let index = 0; index < count; index++) sum += values[(features[index] ?? 0) & mask] ?? 0
    result[at] = 1 / (1 + Math.exp(-sum * step))
  }
  return result
}
