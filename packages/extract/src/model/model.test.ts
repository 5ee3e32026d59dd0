import { readFileSync } from 'node:fs'
import { Extraction } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from '../index.ts'
import { tuning } from '../tuning.ts'
import { bestLabels, labelChances, newLattice } from './chain.ts'
import { treeChance } from './trees.ts'
import { readModel, saveModel, shape } from './weights.ts'
import type { Model } from './weights.ts'

/** Weights without sense: whatever they propose, the answer must hold. */
function senseless(seed: number): Uint8Array {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
  const table = (size: number): Float32Array => Float32Array.from({ length: size }, next)
  return saveModel(
    'senseless',
    0.3,
    {
      first: table(1 << shape.firstBits),
      second: table(1 << shape.secondBits),
      span: table((1 << shape.spanBits) * shape.labels),
      step: table((1 << shape.stepBits) * shape.pairs),
    },
    {
      depth: 1,
      bias: 0.2,
      feature: Uint8Array.of(1),
      threshold: Float32Array.of(0),
      leaf: Float32Array.of(-1, 1),
    },
  )
}
const nonsense = senseless(5)
const model: Model = readModel(nonsense)
const trained = readModel(
  new Uint8Array(readFileSync(new URL('../../weights/attribution.bin', import.meta.url))),
)
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
  '\n\n',
]
const articles = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' '))

test('a file of weights cut short is refused, and says what to do', () => {
  expect(() => readModel(nonsense.subarray(0, nonsense.length - 9))).toThrow(/cut or too long .* anew/)
})

test('a file of weights with one byte changed is refused', () => {
  const changed = Uint8Array.from(nonsense)
  changed[changed.length - 20_000] = (changed[changed.length - 20_000] ?? 0) ^ 1
  expect(() => readModel(changed)).toThrow(/wrong sum/)
})

test('what is no file of weights is refused', () => {
  for (const bytes of [
    new Uint8Array(),
    Uint8Array.of(1, 2, 3),
    new TextEncoder().encode('onrecord-tagger-1\n{}\n'),
  ])
    expect(() => readModel(bytes)).toThrow(RangeError)
})

test('whatever the weights, the answer is valid, verbatim and the same each time', () => {
  fc.assert(
    fc.property(articles, (text) => {
      for (const weights of [model, trained]) {
        const extraction = extract(text, { model: weights, language: 'en' })
        expect(Extraction.safeParse(extraction).error?.message).toBeUndefined()
        expect(extract(text, { model: weights, language: 'en' })).toEqual(extraction)
        for (const { parts } of extraction.quotes)
          for (const { start, end } of parts) expect(text.slice(start, end).trim()).not.toBe('')
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

test('the weights find what no rule knows', () => {
  const text = 'Mara Quill favors a new weir at Lowton. The council rejected the idea.'
  const { quotes } = extract(text, { model: trained, language: 'en' })
  expect(quotes.map(({ attribution }) => attribution.rule)).toContain('model')
})

test('text in a paragraph far away changes nothing', () => {
  const text =
    'Rain fell all night.\n\nMara Quill favors a new weir at Lowton, which officials fear will flood the mill.'
  const far = 'The old mill stands by the river. '.repeat(40)
  const alone = extract(text, { model: trained, language: 'en' }).quotes
  const followed = extract(`${text}\n\n${far}\n\n${far}`, { model: trained, language: 'en' }).quotes
  expect(followed.map(({ parts, cue, attribution }) => [parts, cue, attribution.score])).toEqual(
    alone.map(({ parts, cue, attribution }) => [parts, cue, attribution.score]),
  )
  const before = `${far}\n\n`
  const later = extract(`${before}${text}`, { model: trained, language: 'en' }).quotes
  expect(later.map(({ attribution }) => attribution.score)).toEqual(
    alone.map(({ attribution }) => attribution.score),
  )
  expect(later.flatMap(({ parts }) => parts.map(({ start }) => start - before.length))).toEqual(
    alone.flatMap(({ parts }) => parts.map(({ start }) => start)),
  )
})

test('a crowd of cues is read to its end', () => {
  const words = 'said '.repeat(20_000)
  expect(extract(words, { model: trained, language: 'en' }).language).toBe('en')
})

test('text in another language is left to the rules', () => {
  const text = '« Le barrage est fissuré », a dit Mara Quill.'
  expect(extract(text, { model: trained, language: 'fr' })).toEqual(extract(text, { language: 'fr' }))
})

test('carefully read, an article has nothing that the weights alone hold for an act or are not sure of', () => {
  const text =
    'Mara Quill said the weir was old. Senator Ana Vidal backed the plan to close the weir. Brekke has long opposed the bridge.'
  const found = (careful: boolean) =>
    extract(text, { model: trained, careful, language: 'en' }).quotes.map(({ attribution }) => attribution)
  expect(found(false).length).toBeGreaterThan(found(true).length)
  expect(found(true).every(({ rule, score }) => rule !== 'model' || score >= tuning.leastCareful)).toBe(true)
  expect(found(true).length).toBeGreaterThan(0)
})

test('the likeliest labels of a chain are found, and its chances sum to one', () => {
  const lattice = newLattice(2)
  lattice.size = 2
  lattice.unary.set([1, 0, 0, 0, 0, 0.5, 0, 0])
  lattice.steps.set([2, 0, 0, 0], 16)
  bestLabels(lattice)
  expect([...lattice.label]).toEqual([0, 0])
  labelChances(lattice)
  const [chance = 0, ...others] = lattice.chance.subarray(0, 4)
  expect(chance + others.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1)
  const first = Math.exp(3) + Math.exp(1.5) + 2 * Math.exp(1)
  const rest = 3 * (3 + Math.exp(0.5))
  expect(chance).toBeCloseTo(first / (first + rest))
})

test('a tree sends what is above its threshold to the right', () => {
  const tree = {
    depth: 1,
    bias: 0,
    feature: Uint8Array.of(0),
    threshold: Float32Array.of(2),
    leaf: Float32Array.of(-1, 1),
  }
  expect(treeChance(tree, Float32Array.of(2))).toBeCloseTo(1 / (1 + Math.E))
  expect(treeChance(tree, Float32Array.of(2.5))).toBeCloseTo(Math.E / (1 + Math.E))
})
