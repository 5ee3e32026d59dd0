import { spanWidth, stepWidth } from './span.ts'
import type { Sheet } from './span.ts'
import type { Table } from './cue.ts'

/** Labels, in the order of the weights. */
export const OUTSIDE = 0
export const CONTENT = 1
export const SOURCE = 2
export const CUE = 3
const pairs = 16

/** Scores of labels and steps for one window, and what follows from them; grown as needed and used again. */
export type Lattice = {
  size: number
  unary: Float64Array
  steps: Float64Array
  ahead: Float64Array
  behind: Float64Array
  chance: Float64Array
  from: Uint8Array
  label: Uint8Array
  scale: Float64Array
}

export function newLattice(most: number): Lattice {
  return {
    size: 0,
    unary: new Float64Array(most * 4),
    steps: new Float64Array(most * pairs),
    ahead: new Float64Array(most * 4),
    behind: new Float64Array(most * 4),
    chance: new Float64Array(most * 4),
    from: new Uint8Array(most * 4),
    label: new Uint8Array(most),
    scale: new Float64Array(most),
  }
}

/** Looks the features of a window up. The token at `cue` can only be the cue. */
export function fillLattice(
  lattice: Lattice,
  { size, span, step, counts }: Sheet,
  cue: number,
  spans: Table,
  stepTable: Table,
): void {
  const { unary, steps } = lattice
  lattice.size = size
  const { values, mask } = spans
  for (let at = 0; at < size; at++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    const end = at * spanWidth + (counts[at] ?? 0)
    for (let index = at * spanWidth; index < end; index++) {
      const slot = ((span[index] ?? 0) & mask) * 4
      a += values[slot] ?? 0
      b += values[slot + 1] ?? 0
      c += values[slot + 2] ?? 0
      d += values[slot + 3] ?? 0
    }
    const low = at === cue ? -60 : 0
    unary[at * 4] = a * spans.step + low
    unary[at * 4 + 1] = b * spans.step + low
    unary[at * 4 + 2] = c * spans.step + low
    unary[at * 4 + 3] = d * spans.step
  }
  const table = stepTable.values
  const scale = stepTable.step
  const stepMask = stepTable.mask
  for (let at = 1; at < size; at++) {
    let a0 = 0
    let a1 = 0
    let a2 = 0
    let a3 = 0
    let b0 = 0
    let b1 = 0
    let b2 = 0
    let b3 = 0
    let c0 = 0
    let c1 = 0
    let c2 = 0
    let c3 = 0
    let d0 = 0
    let d1 = 0
    let d2 = 0
    let d3 = 0
    for (let index = at * stepWidth; index < (at + 1) * stepWidth; index++) {
      const slot = ((step[index] ?? 0) & stepMask) * pairs
      a0 += table[slot] ?? 0
      a1 += table[slot + 1] ?? 0
      a2 += table[slot + 2] ?? 0
      a3 += table[slot + 3] ?? 0
      b0 += table[slot + 4] ?? 0
      b1 += table[slot + 5] ?? 0
      b2 += table[slot + 6] ?? 0
      b3 += table[slot + 7] ?? 0
      c0 += table[slot + 8] ?? 0
      c1 += table[slot + 9] ?? 0
      c2 += table[slot + 10] ?? 0
      c3 += table[slot + 11] ?? 0
      d0 += table[slot + 12] ?? 0
      d1 += table[slot + 13] ?? 0
      d2 += table[slot + 14] ?? 0
      d3 += table[slot + 15] ?? 0
    }
    const to = at * pairs
    steps[to] = a0 * scale
    steps[to + 1] = a1 * scale
    steps[to + 2] = a2 * scale
    steps[to + 3] = a3 * scale
    steps[to + 4] = b0 * scale
    steps[to + 5] = b1 * scale
    steps[to + 6] = b2 * scale
    steps[to + 7] = b3 * scale
    steps[to + 8] = c0 * scale
    steps[to + 9] = c1 * scale
    steps[to + 10] = c2 * scale
    steps[to + 11] = c3 * scale
    steps[to + 12] = d0 * scale
    steps[to + 13] = d1 * scale
    steps[to + 14] = d2 * scale
    steps[to + 15] = d3 * scale
  }
}

/** The best labels, by dynamic programming, into `label`. */
export function bestLabels({ size, unary, steps, ahead, from, label }: Lattice): void {
  for (let own = 0; own < 4; own++) ahead[own] = unary[own] ?? 0
  for (let at = 1; at < size; at++)
    for (let own = 0; own < 4; own++) {
      let best = -Infinity
      let origin = 0
      for (let before = 0; before < 4; before++) {
        const value = (ahead[(at - 1) * 4 + before] ?? 0) + (steps[at * pairs + before * 4 + own] ?? 0)
        if (value > best) {
          best = value
          origin = before
        }
      }
      from[at * 4 + own] = origin
      ahead[at * 4 + own] = best + (unary[at * 4 + own] ?? 0)
    }
  let last = 0
  for (let own = 1; own < 4; own++)
    if ((ahead[(size - 1) * 4 + own] ?? 0) > (ahead[(size - 1) * 4 + last] ?? 0)) last = own
  for (let at = size - 1; at >= 0; at--) {
    label[at] = last
    last = from[at * 4 + last] ?? 0
  }
}

/**
 * The chance of each label at each token, into `chance`; turns `unary` and `steps` into their exponentials.
 * Returns the logarithm of the whole sum.
 */
export function labelChances({ size, unary, steps, ahead, behind, chance, scale }: Lattice): number {
  let total = 0
  for (let at = 0; at < size; at++) {
    let top = -Infinity
    for (let own = 0; own < 4; own++) top = Math.max(top, unary[at * 4 + own] ?? 0)
    for (let own = 0; own < 4; own++) unary[at * 4 + own] = Math.exp((unary[at * 4 + own] ?? 0) - top)
    total += top
    if (at === 0) continue
    for (let pair = at * pairs; pair < (at + 1) * pairs; pair++)
      steps[pair] = Math.exp(Math.max(-30, Math.min(30, steps[pair] ?? 0)))
  }
  let sum = 0
  for (let at = 0; at < size; at++) {
    sum = 0
    for (let own = 0; own < 4; own++) {
      let value = at === 0 ? 1 : 0
      if (at > 0)
        for (let before = 0; before < 4; before++)
          value += (ahead[(at - 1) * 4 + before] ?? 0) * (steps[at * pairs + before * 4 + own] ?? 0)
      value *= unary[at * 4 + own] ?? 0
      ahead[at * 4 + own] = value
      sum += value
    }
    scale[at] = sum
    for (let own = 0; own < 4; own++) ahead[at * 4 + own] = (ahead[at * 4 + own] ?? 0) / sum
    total += Math.log(sum)
  }
  for (let own = 0; own < 4; own++) behind[(size - 1) * 4 + own] = 1
  for (let at = size - 2; at >= 0; at--) {
    const next = scale[at + 1] ?? 1
    for (let own = 0; own < 4; own++) {
      let value = 0
      for (let after = 0; after < 4; after++)
        value +=
          (steps[(at + 1) * pairs + own * 4 + after] ?? 0) *
          (unary[(at + 1) * 4 + after] ?? 0) *
          (behind[(at + 1) * 4 + after] ?? 0)
      behind[at * 4 + own] = value / next
    }
  }
  for (let index = 0; index < size * 4; index++) chance[index] = (ahead[index] ?? 0) * (behind[index] ?? 0)
  return total
}
