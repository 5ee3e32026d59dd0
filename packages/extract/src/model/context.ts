import { mix } from './hash.ts'
import { TAG } from './tag.ts'
import type { View } from './view.ts'

/** What of a token does not depend on the cue, as hashes, computed once. */
export type Context = {
  around: Int32Array
  before: Int32Array
  after: Int32Array
  /** Kind of clause that a comma, dash or conjunction opens: 0 none, 1 with a verb soon, 2 without, 3 ing, 4 who. */
  opens: Uint8Array
  /** The strongest cue of every sentence, as a bucket. */
  strength: Uint8Array
  strong: Uint8Array
}

/** Computes them; linear. `chances` are those of the tokens to head a cue. */
export function readContext(view: View, chances: Float32Array): Context {
  const { size, tag, word, sentence, coarse } = view
  const around = new Int32Array(size)
  const before = new Int32Array(size)
  const after = new Int32Array(size)
  const opens = new Uint8Array(size)
  const strength = new Uint8Array(view.sentenceFirst.length)
  const strong = new Uint8Array(size)
  for (let at = 0; at < size; at++) {
    const own = sentence[at] ?? 0
    const left = at > 0 && sentence[at - 1] === own
    const right = at + 1 < size && sentence[at + 1] === own
    const t = tag[at] ?? 0
    around[at] = mix(mix(left ? (tag[at - 1] ?? 0) : 0, t), right ? (tag[at + 1] ?? 0) : 0)
    before[at] = mix(left ? (word[at - 1] ?? 0) : 1, t)
    after[at] = mix(right ? (word[at + 1] ?? 0) : 1, t)
    const chance = chances[at] ?? 0
    strength[own] = Math.max(strength[own] ?? 0, chance < 0.1 ? 0 : chance < 0.4 ? 1 : chance < 0.75 ? 2 : 3)
    strong[at] = chance > 0.4 ? 1 : 0
    if (!right || (t !== TAG.comma && t !== TAG.dash && t !== TAG.conjunction)) continue
    const next = tag[at + 1] ?? 0
    if (next === TAG.ing || next === TAG.otherIng) opens[at] = 3
    else if (next === TAG.relative) opens[at] = 4
    else {
      opens[at] = 2
      for (let index = at + 1; index < Math.min(size, at + 10) && sentence[index] === own; index++) {
        if (tag[index] === TAG.comma) break
        if (coarse[index] === 2) {
          opens[at] = 1
          break
        }
      }
    }
  }
  return { around, before, after, opens, strength, strong }
}
