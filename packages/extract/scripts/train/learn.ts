import { posteriors, readLattice } from '../../src/model/crf.ts'
import { pathWidth, spanWidth } from '../../src/model/span-feature.ts'

/** Numbers that look random and are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [copy[at], copy[other]]
    if (a !== undefined && b !== undefined) {
      copy[at] = b
      copy[other] = a
    }
  }
  return copy
}

export type Example = { features: Int32Array; right: boolean; weight: number }

/** Logistic regression on hashed features by AdaGrad; weights shrink a little at every use. */
export function learnLogistic(
  examples: readonly Example[],
  bits: number,
  options: { epochs: number; rate: number; shrink: number; seed: number },
): Float32Array {
  const weights = new Float32Array(1 << bits)
  const seen = new Float32Array(1 << bits).fill(1e-6)
  const mask = (1 << bits) - 1
  const random = seeded(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const { features, right, weight } of shuffled(examples, random)) {
      let sum = 0
      for (const feature of features) sum += weights[feature & mask] ?? 0
      const gradient = (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0)) * weight
      for (const feature of features) {
        const slot = feature & mask
        const slope = gradient + options.shrink * (weights[slot] ?? 0)
        seen[slot] = (seen[slot] ?? 0) + slope * slope
        weights[slot] = (weights[slot] ?? 0) - (options.rate * slope) / Math.sqrt(seen[slot] ?? 1)
      }
    }
  return weights
}

export type Sequence = { size: number; labels: Uint8Array; span: Int32Array; path: Int32Array }
export type Tagger = { span: Float32Array; path: Float32Array }

/** A linear-chain CRF on hashed features by AdaGrad, one sequence at a time, weights averaged over the last epochs. */
export function learnTagger(
  sequences: readonly Sequence[],
  bits: { span: number; path: number },
  labels: number,
  options: { epochs: number; rate: number; shrink: number; seed: number },
): Tagger {
  const pairs = labels * labels
  const span = new Float32Array((1 << bits.span) * labels)
  const path = new Float32Array((1 << bits.path) * pairs)
  const seenSpan = new Float32Array(span.length).fill(1e-6)
  const seenPath = new Float32Array(path.length).fill(1e-6)
  const spanMask = (1 << bits.span) - 1
  const pathMask = (1 << bits.path) - 1
  const random = seeded(options.seed)
  const sumSpan = new Float32Array(span.length)
  const sumPath = new Float32Array(path.length)
  const averaged = Math.ceil(options.epochs / 2)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sequence of shuffled(sequences, random)) step(sequence)
    if (epoch >= options.epochs - averaged) {
      for (let slot = 0; slot < span.length; slot++)
        sumSpan[slot] = (sumSpan[slot] ?? 0) + (span[slot] ?? 0) / averaged
      for (let slot = 0; slot < path.length; slot++)
        sumPath[slot] = (sumPath[slot] ?? 0) + (path[slot] ?? 0) / averaged
    }
  }
  return { span: sumSpan, path: sumPath }

  function step(sequence: Sequence): void {
    const { size } = sequence
    const lattice = readLattice(
      size,
      labels,
      sequence,
      { values: span, step: 1, mask: spanMask },
      { values: path, step: 1, mask: pathMask },
    )
    const two = new Float64Array(size * pairs)
    const one = posteriors(lattice, two)
    for (let at = 0; at < size; at++) {
      const gold = sequence.labels[at] ?? 0
      for (let label = 0; label < labels; label++) {
        const gradient = (one[at * labels + label] ?? 0) - (label === gold ? 1 : 0)
        if (Math.abs(gradient) < 1e-3) continue
        for (let index = 0; index < spanWidth; index++)
          move(
            span,
            seenSpan,
            ((sequence.span[at * spanWidth + index] ?? 0) & spanMask) * labels + label,
            gradient,
          )
      }
      if (at === 0) continue
      const before = sequence.labels[at - 1] ?? 0
      for (let pair = 0; pair < pairs; pair++) {
        const gradient = (two[at * pairs + pair] ?? 0) - (pair === before * labels + gold ? 1 : 0)
        if (Math.abs(gradient) < 1e-3) continue
        for (let index = 0; index < pathWidth; index++)
          move(
            path,
            seenPath,
            ((sequence.path[at * pathWidth + index] ?? 0) & pathMask) * pairs + pair,
            gradient,
          )
      }
    }
  }

  function move(weights: Float32Array, seen: Float32Array, slot: number, gradient: number): void {
    const slope = gradient + options.shrink * (weights[slot] ?? 0)
    seen[slot] = (seen[slot] ?? 0) + slope * slope
    weights[slot] = (weights[slot] ?? 0) - (options.rate * slope) / Math.sqrt(seen[slot] ?? 1)
  }
}
