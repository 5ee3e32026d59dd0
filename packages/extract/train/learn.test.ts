import { expect, test } from 'vitest'
import { treeChance } from '../src/model/trees.ts'
import { learnTrees } from './boost.ts'
import { learnChain, learnLogistic, rowCollector } from './learn.ts'
import { spanWidth, stepWidth } from '../src/model/span.ts'

const collector = rowCollector()
for (let index = 0; index < 200; index++)
  collector.add(Int32Array.from([1, 10 + (index % 2), 100 + (index % 7)]), 3, index % 2 === 0 ? 1 : 0)
const rows = collector.done()
const every = Int32Array.from({ length: 200 }, (_unused, index) => index)
const options = { epochs: 4, rate: 0.1, shrink: 1e-6, seed: 7 }

test('the same seed learns the same weights', () => {
  expect(learnLogistic(rows, every, { ...options, bits: 8 })).toEqual(
    learnLogistic(rows, every, { ...options, bits: 8 }),
  )
})

test('logistic regression learns what tells right from wrong', () => {
  const weights = learnLogistic(rows, every, { ...options, bits: 8 })
  expect(weights[10] ?? 0).toBeGreaterThan(0.5)
  expect(weights[11] ?? 0).toBeLessThan(-0.5)
})

test('the tagger learns labels that follow from their features', () => {
  const labels = Uint8Array.from([0, 1, 1, 3, 2, 0])
  const size = labels.length
  const span = Int32Array.from(
    { length: size * spanWidth },
    (_unused, index) => (index % spanWidth) * 8 + (labels[Math.floor(index / spanWidth)] ?? 0),
  )
  const windows = {
    span: [span, span],
    counts: [new Uint8Array(size).fill(spanWidth), new Uint8Array(size).fill(spanWidth)],
    step: [new Int32Array(size * stepWidth), new Int32Array(size * stepWidth)],
    cue: [3, 3],
    label: [labels, labels],
  }
  const learned = learnChain(windows, Int32Array.of(0, 1), {
    ...options,
    epochs: 12,
    spanBits: 9,
    stepBits: 4,
  })
  const weight = (feature: number, label: number): number => learned.span[feature * 4 + label] ?? 0
  expect(weight(1, 1)).toBeGreaterThan(weight(1, 0))
  expect(weight(2, 2)).toBeGreaterThan(weight(2, 1))
})

test('trees learn what no single number tells, and the same each time', () => {
  const numbers = new Float32Array(800)
  const targets = new Uint8Array(400)
  for (let row = 0; row < 400; row++) {
    const [a, b] = [row % 2, Math.floor(row / 2) % 2]
    numbers.set([a + (row % 3 === 0 ? 0.01 : 0), b], row * 2)
    targets[row] = a !== b || row % 50 === 0 ? 1 : 0
  }
  const learn = () => learnTrees(numbers, 2, targets, { count: 40, depth: 2, rate: 0.3, ridge: 1, least: 2 })
  const trees = learn()
  expect(treeChance(trees, Float32Array.of(1, 0))).toBeGreaterThan(0.9)
  expect(treeChance(trees, Float32Array.of(1, 1))).toBeLessThan(0.3)
  expect(learn()).toEqual(trees)
})
