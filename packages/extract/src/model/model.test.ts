import { readFileSync } from 'node:fs'
import { Extraction } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from '../index.ts'
import { tuning } from '../tuning.ts'
import { bestPath, posteriors } from './crf.ts'
import { readModel, shape, writeModel } from './weights.ts'
import type { Model } from './weights.ts'

/** Weights without sense: whatever they propose, the answer must hold. */
function senseless(seed: number): Model {
  let state = seed
  const table = (size: number, step: number) => ({
    values: Int8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return (state >>> 24) - 128
    }),
    step,
  })
  return {
    name: 'senseless',
    threshold: 0.3,
    cue: table(1 << shape.cueBits, 0.004),
    span: table((1 << shape.spanBits) * shape.labels, 0.004),
    path: table((1 << shape.pathBits) * shape.labels * shape.labels, 0.004),
    judge: table(1 << shape.judgeBits, 0.004),
  }
}

test('a file of weights is read as it was written', () => {
  const bytes = writeModel(senseless(3))
  const again = writeModel(readModel(bytes))
  expect(again.length).toBe(bytes.length)
  expect(again.every((byte, index) => byte === bytes[index])).toBe(true)
}, 60_000)

test('a file that is none is refused', () => {
  expect(() => readModel(new Uint8Array([1, 2, 3]))).toThrow(RangeError)
  expect(() => readModel(writeModel(senseless(3)).subarray(0, 5000))).toThrow(RangeError)
}, 60_000)

test('whatever the weights, the answer is valid and the same each time', () => {
  const model = senseless(5)
  const words = [
    'said',
    'Mara Quill',
    'the council',
    '“',
    '”',
    'that',
    'told',
    ',',
    '.',
    ':',
    'weir',
    'was',
    'according to',
    'support',
    'noting',
    'his',
    'report',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' ')),
      (text) => {
        const extraction = extract(text, { model, language: 'en' })
        expect(Extraction.safeParse(extraction).error?.message).toBeUndefined()
        expect(extract(text, { model, language: 'en' })).toEqual(extraction)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

test('the likeliest labels of a chain are found, and chances sum to one', () => {
  const lattice = {
    size: 2,
    labels: 2,
    unary: Float64Array.from([1, 0, 0, 0.5]),
    steps: Float64Array.from([0, 0, 0, 0, 2, 0, 0, 0]),
  }
  expect([...bestPath(lattice)]).toEqual([0, 0])
  const chances = posteriors(lattice, null)
  expect((chances[0] ?? 0) + (chances[1] ?? 0)).toBeCloseTo(1)
  const all = [1 + 0 + 2, 1 + 0.5, 0, 0.5].map(Math.exp)
  expect(chances[0]).toBeCloseTo(((all[0] ?? 0) + (all[1] ?? 0)) / all.reduce((sum, value) => sum + value, 0))
})

test('carefully read, an article has nothing that the weights alone hold for an act or are not sure of', () => {
  const model = readModel(
    new Uint8Array(readFileSync(new URL('../../weights/attribution.bin', import.meta.url))),
  )
  const text =
    'Mara Quill said the weir was old. Senator Ana Vidal backed the plan to close the weir. Brekke has long opposed the bridge.'
  const found = (careful: boolean) =>
    extract(text, { model, careful }).quotes.map(({ attribution }) => attribution)
  expect(found(false).length).toBeGreaterThan(found(true).length)
  expect(found(true).every(({ rule, score }) => rule !== 'model' || score >= tuning.leastCareful)).toBe(true)
  expect(found(true).length).toBeGreaterThan(0)
})
