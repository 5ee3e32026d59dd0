import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphsOf, segmentsOf } from './segments.ts'

const layer = (id: string, start: number, end: number) => ({ id, role: 'verbatim' as const, start, end })

test('overlapping layers are cut into flat segments that carry every id', () => {
  const segments = segmentsOf('0123456789', [layer('a', 2, 6), layer('b', 4, 8)])
  expect(segments.map(({ text, layers }) => [text, layers.map(({ id }) => id).join('')])).toEqual([
    ['01', ''],
    ['23', 'a'],
    ['45', 'ab'],
    ['67', 'b'],
    ['89', ''],
  ])
})

test('layers count from the offset of the passage, and what lies outside is left out', () => {
  const segments = segmentsOf('cdef', [layer('a', 0, 3), layer('b', 20, 30)], 2)
  expect(segments.map(({ text, layers }) => [text, layers.length])).toEqual([
    ['c', 1],
    ['def', 0],
  ])
})

test('segments are the text, whatever lies over it, and each carries exactly the layers over it', () => {
  const span = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => layer(`${a}-${b}`, Math.min(a, b), Math.max(a, b)))
  fc.assert(
    fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 12 }), (text, layers) => {
      const segments = segmentsOf(text, layers)
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
      for (const { start, end, text: piece, layers: over } of segments) {
        expect(piece).not.toBe('')
        const wanted = layers.filter((one) => one.start <= start && one.end >= end).map(({ id }) => id)
        expect(over.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted())
      }
    }),
  )
})

test('paragraphs stand between line breaks, blank lines left out', () => {
  const text = 'One\n\n \nTwo\r\nThree'
  expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'Two', 'Three'])
})
