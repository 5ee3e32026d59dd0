import { pathWidth, spanWidth } from './span-feature.ts'

/** Scores of labels at items and of steps between labels, for one sequence. */
export type Lattice = { size: number; labels: number; unary: Float64Array; steps: Float64Array }

/** Looks the features of a sequence up in two tables of weights (any array of numbers, times a step). */
export function readLattice(
  size: number,
  labels: number,
  features: { span: Int32Array; path: Int32Array },
  span: { values: ArrayLike<number>; step: number; mask: number },
  path: { values: ArrayLike<number>; step: number; mask: number },
): Lattice {
  const unary = new Float64Array(size * labels)
  const steps = new Float64Array(size * labels * labels)
  for (let at = 0; at < size; at++) {
    for (let index = 0; index < spanWidth; index++) {
      const slot = ((features.span[at * spanWidth + index] ?? 0) & span.mask) * labels
      for (let label = 0; label < labels; label++)
        unary[at * labels + label] = (unary[at * labels + label] ?? 0) + (span.values[slot + label] ?? 0)
    }
    for (let label = 0; label < labels; label++)
      unary[at * labels + label] = (unary[at * labels + label] ?? 0) * span.step
    if (at === 0) continue
    const pairs = labels * labels
    for (let index = 0; index < pathWidth; index++) {
      const slot = ((features.path[at * pathWidth + index] ?? 0) & path.mask) * pairs
      for (let pair = 0; pair < pairs; pair++)
        steps[at * pairs + pair] = (steps[at * pairs + pair] ?? 0) + (path.values[slot + pair] ?? 0)
    }
    for (let pair = 0; pair < pairs; pair++)
      steps[at * pairs + pair] = (steps[at * pairs + pair] ?? 0) * path.step
  }
  return { size, labels, unary, steps }
}

/** The best labels, by dynamic programming. */
export function bestPath({ size, labels, unary, steps }: Lattice): Uint8Array {
  const score = new Float64Array(size * labels)
  const from = new Uint8Array(size * labels)
  for (let label = 0; label < labels; label++) score[label] = unary[label] ?? 0
  for (let at = 1; at < size; at++)
    for (let label = 0; label < labels; label++) {
      let best = -Infinity
      for (let before = 0; before < labels; before++) {
        const value =
          (score[(at - 1) * labels + before] ?? 0) +
          (steps[at * labels * labels + before * labels + label] ?? 0)
        if (value <= best) continue
        best = value
        from[at * labels + label] = before
      }
      score[at * labels + label] = best + (unary[at * labels + label] ?? 0)
    }
  const path = new Uint8Array(size)
  if (size === 0) return path
  let last = 0
  for (let label = 1; label < labels; label++)
    if ((score[(size - 1) * labels + label] ?? 0) > (score[(size - 1) * labels + last] ?? 0)) last = label
  for (let at = size - 1; at >= 0; at--) {
    path[at] = last
    last = from[at * labels + last] ?? 0
  }
  return path
}

/** Probabilities of each label at each item, and of each pair at each step where `pairs` is given. */
export function posteriors(
  { size, labels, unary, steps }: Lattice,
  pairs: Float64Array | null,
): Float64Array {
  const square = labels * labels
  const weight = exponentials(unary, labels)
  const turn = steps.map(Math.exp)
  const ahead = new Float64Array(size * labels)
  const behind = new Float64Array(size * labels).fill(1)
  for (let at = 0; at < size; at++) {
    for (let label = 0; label < labels; label++) {
      let sum = at === 0 ? 1 : 0
      for (let before = 0; before < (at === 0 ? 0 : labels); before++)
        sum += (ahead[(at - 1) * labels + before] ?? 0) * (turn[at * square + before * labels + label] ?? 0)
      ahead[at * labels + label] = sum * (weight[at * labels + label] ?? 0)
    }
    level(ahead, at * labels, labels)
  }
  for (let at = size - 2; at >= 0; at--) {
    for (let label = 0; label < labels; label++) {
      let sum = 0
      for (let next = 0; next < labels; next++) {
        const to = (at + 1) * labels + next
        sum += (turn[(at + 1) * square + label * labels + next] ?? 0) * (weight[to] ?? 0) * (behind[to] ?? 0)
      }
      behind[at * labels + label] = sum
    }
    level(behind, at * labels, labels)
  }
  if (pairs !== null)
    for (let at = 1; at < size; at++) {
      for (let before = 0; before < labels; before++)
        for (let label = 0; label < labels; label++) {
          const to = at * labels + label
          pairs[at * square + before * labels + label] =
            (ahead[(at - 1) * labels + before] ?? 0) *
            (turn[at * square + before * labels + label] ?? 0) *
            (weight[to] ?? 0) *
            (behind[to] ?? 0)
        }
      level(pairs, at * square, square)
    }
  const result = ahead.map((value, index) => value * (behind[index] ?? 0))
  for (let at = 0; at < size; at++) level(result, at * labels, labels)
  return result
}

/** exp of the scores, the best label of each item 1. */
function exponentials(unary: Float64Array, labels: number): Float64Array {
  const result = new Float64Array(unary.length)
  for (let from = 0; from < unary.length; from += labels) {
    let top = -Infinity
    for (let label = 0; label < labels; label++) top = Math.max(top, unary[from + label] ?? 0)
    for (let label = 0; label < labels; label++)
      result[from + label] = Math.exp((unary[from + label] ?? 0) - top)
  }
  return result
}

/** Makes `count` numbers from `from` on sum to 1. */
function level(values: Float64Array, from: number, count: number): void {
  let sum = 0
  for (let index = from; index < from + count; index++) sum += values[index] ?? 0
  if (sum <= 0) return
  for (let index = from; index < from + count; index++) values[index] = (values[index] ?? 0) / sum
}
