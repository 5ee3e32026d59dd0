import { fillLattice, labelChances, newLattice } from '../src/model/chain.ts'
import { spanWidth, stepWidth } from '../src/model/span.ts'
import type { Sheet } from '../src/model/span.ts'
import { randomFrom, shuffle } from './random.ts'

/** Rows of hashed features with a target of 0 or 1, one after the other. */
export type Rows = { features: Int32Array; starts: Int32Array; targets: Uint8Array }

/** Collects rows without knowing their number. */
export function rowCollector() {
  let features: Int32Array = new Int32Array(1 << 16)
  let starts: Int32Array = new Int32Array(1 << 12)
  let targets = new Uint8Array(1 << 12)
  let used = 0
  let rows = 0
  return {
    add(list: Int32Array, count: number, target: number): void {
      if (used + count > features.length) features = grown(features, used + count)
      if (rows + 2 > starts.length) starts = grown(starts, rows + 2)
      if (rows + 1 > targets.length) {
        const larger = new Uint8Array(targets.length * 2)
        larger.set(targets)
        targets = larger
      }
      features.set(list.subarray(0, count), used)
      used += count
      targets[rows] = target
      rows++
      starts[rows] = used
    },
    done: (): Rows => ({
      features: features.subarray(0, used),
      starts: starts.subarray(0, rows + 1),
      targets: targets.subarray(0, rows),
    }),
  }
}

function grown(list: Int32Array, least: number): Int32Array {
  const larger = new Int32Array(Math.max(least, list.length * 2))
  larger.set(list)
  return larger
}

/** Logistic regression by AdaGrad; the answer is the mean of the weights after each epoch but the first. */
export function learnLogistic(
  { features, starts, targets }: Rows,
  rows: Int32Array,
  {
    bits,
    epochs,
    rate,
    shrink,
    seed,
  }: { bits: number; epochs: number; rate: number; shrink: number; seed: number },
): Float32Array {
  const mask = (1 << bits) - 1
  const weights = new Float32Array(1 << bits)
  const squares = new Float32Array(1 << bits)
  const mean = new Float32Array(1 << bits)
  const random = randomFrom(seed)
  const order = rows.slice()
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const from = starts[row] ?? 0
      const to = starts[row + 1] ?? 0
      let sum = 0
      for (let index = from; index < to; index++) sum += weights[(features[index] ?? 0) & mask] ?? 0
      const slip = 1 / (1 + Math.exp(-sum)) - (targets[row] ?? 0)
      if (Math.abs(slip) < 0.002) continue
      for (let index = from; index < to; index++) {
        const slot = (features[index] ?? 0) & mask
        const weight = weights[slot] ?? 0
        const gradient = slip + shrink * weight
        const square = (squares[slot] ?? 0) + gradient * gradient
        squares[slot] = square
        weights[slot] = weight - (rate * gradient) / Math.sqrt(square + 0.1)
      }
    }
    if (epoch > 0)
      for (let slot = 0; slot < mean.length; slot++)
        mean[slot] = (mean[slot] ?? 0) + (weights[slot] ?? 0) / (epochs - 1)
  }
  return mean
}

/** Windows with their labels, features packed one after the other. */
export type Windows = {
  span: Int32Array[]
  counts: Uint8Array[]
  step: Int32Array[]
  cue: number[]
  label: Uint8Array[]
}

/** The tagger: a linear chain with log loss, by AdaGrad; the mean of the weights after each epoch but the first. */
export function learnChain(
  windows: Windows,
  rows: Int32Array,
  {
    spanBits,
    stepBits,
    epochs,
    rate,
    shrink,
    seed,
  }: { spanBits: number; stepBits: number; epochs: number; rate: number; shrink: number; seed: number },
): { span: Float32Array; step: Float32Array } {
  const spanMask = (1 << spanBits) - 1
  const stepMask = (1 << stepBits) - 1
  const span = new Float32Array((1 << spanBits) * 4)
  const spanSquares = new Float32Array(span.length)
  const spanMean = new Float32Array(span.length)
  const step = new Float32Array((1 << stepBits) * 16)
  const stepSquares = new Float32Array(step.length)
  const stepMean = new Float32Array(step.length)
  const lattice = newLattice(400)
  const random = randomFrom(seed)
  const order = rows.slice()
  const gradient = new Float64Array(16)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const row of order) {
      const features = windows.span[row]
      const stepFeatures = windows.step[row]
      const counts = windows.counts[row]
      const gold = windows.label[row]
      if (features === undefined || stepFeatures === undefined || counts === undefined || gold === undefined)
        continue
      const size = gold.length
      const sheet: Sheet = { first: 0, size, span: features, counts, step: stepFeatures }
      fillLattice(
        lattice,
        sheet,
        windows.cue[row] ?? 0,
        { values: span, step: 1, mask: spanMask },
        { values: step, step: 1, mask: stepMask },
      )
      labelChances(lattice)
      const { chance, ahead, behind, steps, unary, scale } = lattice
      for (let at = 0; at < size; at++) {
        const own = gold[at] ?? 0
        if ((chance[at * 4 + own] ?? 0) < 0.999) {
          const end = at * spanWidth + (counts[at] ?? 0)
          for (let index = at * spanWidth; index < end; index++) {
            const slot = ((features[index] ?? 0) & spanMask) * 4
            for (let label = 0; label < 4; label++) {
              const weight = span[slot + label] ?? 0
              const slope = (chance[at * 4 + label] ?? 0) - (label === own ? 1 : 0) + shrink * weight
              const square = (spanSquares[slot + label] ?? 0) + slope * slope
              spanSquares[slot + label] = square
              span[slot + label] = weight - (rate * slope) / Math.sqrt(square + 0.1)
            }
          }
        }
        if (at === 0) continue
        const before = gold[at - 1] ?? 0
        const over = scale[at] ?? 1
        for (let old = 0; old < 4; old++)
          for (let label = 0; label < 4; label++)
            gradient[old * 4 + label] =
              ((ahead[(at - 1) * 4 + old] ?? 0) *
                (steps[at * 16 + old * 4 + label] ?? 0) *
                (unary[at * 4 + label] ?? 0) *
                (behind[at * 4 + label] ?? 0)) /
              over
        const pair = before * 4 + own
        if ((gradient[pair] ?? 0) > 0.999) continue
        gradient[pair] = (gradient[pair] ?? 0) - 1
        for (let index = at * stepWidth; index < (at + 1) * stepWidth; index++) {
          const slot = ((stepFeatures[index] ?? 0) & stepMask) * 16
          for (let label = 0; label < 16; label++) {
            const slope0 = gradient[label] ?? 0
            if (slope0 < 1e-3 && slope0 > -1e-3) continue
            const weight = step[slot + label] ?? 0
            const slope = slope0 + shrink * weight
            const square = (stepSquares[slot + label] ?? 0) + slope * slope
            stepSquares[slot + label] = square
            step[slot + label] = weight - (rate * slope) / Math.sqrt(square + 0.1)
          }
        }
      }
    }
    if (epoch === 0) continue
    for (let slot = 0; slot < span.length; slot++)
      spanMean[slot] = (spanMean[slot] ?? 0) + (span[slot] ?? 0) / (epochs - 1)
    for (let slot = 0; slot < step.length; slot++)
      stepMean[slot] = (stepMean[slot] ?? 0) + (step[slot] ?? 0) / (epochs - 1)
  }
  return { span: spanMean, step: stepMean }
}
