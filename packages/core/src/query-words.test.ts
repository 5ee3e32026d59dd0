import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, termsOf, typed } from './query-words.ts'
import { QUERY_TERMS } from './tuning.ts'

const shown = (q: string) =>
  termsOf(q).map(
    ({ text, phrase, prefix, excluded }) =>
      `${excluded ? '-' : ''}${phrase ? `"${text}"` : text}${prefix ? '*' : ''}`,
  )

test.each([
  ['ferry fares', ['ferry', 'fares*']],
  ['"ferry fares"', ['"ferry fares"']],
  ['“ferry fares” up', ['"ferry fares"', 'up*']],
  ['"ferry fares', ['"ferry fares"']],
  ['ferry -fares', ['ferry', '-fares']],
  ['-"ferry fares" up', ['-"ferry fares"', 'up*']],
  ['foo:bar', ['foo', 'bar*']],
  ['https://x.example', ['https', '//x.example*']],
  ['"', []],
  ['""', []],
  ['-', []],
  ['--a', ['--a']],
  ['   ', []],
  ['🚢', []],
  ['a\0b', ['a', 'b*']],
  ['jean-luc', ['jean-luc*']],
  ['a"b"c', ['a', '"b"', 'c*']],
])('%s is read as words', (q, terms) => {
  expect(shown(q)).toEqual(terms)
})

test('names of filters are read apart from their values, quoted or not', () => {
  expect(piecesOf('speaker:"Ana Vidal" -source:wire from:2024 x:')).toEqual([
    { name: 'speaker', value: 'Ana Vidal', quoted: true, excluded: false },
    { name: 'source', value: 'wire', quoted: false, excluded: true },
    { name: 'from', value: '2024', quoted: false, excluded: false },
    { name: 'x', value: '', quoted: false, excluded: false },
  ])
})

test('anything typed is a query of a bounded number of words, and pieces typed again are the same pieces', () => {
  const q = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '-', ':', 'a', 'speaker', ' ', '“', '*', '\0', '(') }),
  )
  fc.assert(
    fc.property(q, (text) => {
      expect(termsOf(text).length).toBeLessThanOrEqual(QUERY_TERMS)
      const pieces = piecesOf(text)
      expect(termsOf(typed(pieces))).toEqual(termsOf(text))
    }),
    { numRuns: 500 },
  )
  expect(termsOf('word '.repeat(2000))).toHaveLength(QUERY_TERMS)
})
