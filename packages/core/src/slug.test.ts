import { Slug } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './slug.ts'

test.each([
  ['Ana Vidal Roche', 'ana-vidal-roche'],
  ['Mary O’Brien', 'mary-obrien'],
  ['Владимир Путин', 'vladimir-putin'],
  ['Łukasz Świątek-Ø', 'lukasz-swiatek-o'],
  ['🚢', 'unnamed'],
  ['山田太郎', '山田太郎'],
])('the slug of %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('every name has a slug that the schema takes, with room for a number', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
  )
  fc.assert(
    fc.property(name, (text) => {
      expect(Slug.safeParse(`${slugOf(text)}-123456`).success).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('the first free number is found in few questions', async () => {
  for (const taken of [0, 1, 2, 3, 7, 8, 500]) {
    let asked = 0
    const slug = await freeSlug('a', async (tried) => {
      asked++
      return (tried === 'a' ? 1 : Number(tried.slice(2))) <= taken
    })
    expect(slug).toBe(taken === 0 ? 'a' : `a-${taken + 1}`)
    expect(asked).toBeLessThan(25)
  }
})
