import { expect, test } from 'vitest'
import { pathWidth, spanWidth } from '../../src/model/span-feature.ts'
import { learnLogistic, learnTagger } from './learn.ts'

const examples = Array.from({ length: 200 }, (_unused, index) => ({
  features: Int32Array.from([1, 10 + (index % 2), 100 + (index % 7)]),
  right: index % 2 === 0,
  weight: 1,
}))
const options = { epochs: 4, rate: 0.1, shrink: 1e-6, seed: 7 }

test('the same seed learns the same weights', () => {
  expect(learnLogistic(examples, 8, options)).toEqual(learnLogistic(examples, 8, options))
})

test('logistic regression learns what tells right from wrong', () => {
  const weights = learnLogistic(examples, 8, options)
  expect(weights[10] ?? 0).toBeGreaterThan(1)
  expect(weights[11] ?? 0).toBeLessThan(-1)
})

test('the tagger learns labels that follow from their features', () => {
  const size = 6
  const sequence = {
    size,
    labels: Uint8Array.from([0, 1, 1, 0, 2, 0]),
    span: Int32Array.from(
      { length: size * spanWidth },
      (_unused, index) => (index % spanWidth) * 8 + ([0, 1, 1, 0, 2, 0][Math.floor(index / spanWidth)] ?? 0),
    ),
    path: new Int32Array(size * pathWidth),
  }
  const { span } = learnTagger([sequence, sequence, sequence], { span: 9, path: 4 }, 3, options)
  expect(span[1 * 3 + 1] ?? 0).toBeGreaterThan(span[1 * 3] ?? 0)
  expect(span[2 * 3 + 2] ?? 0).toBeGreaterThan(span[2 * 3 + 1] ?? 0)
})
