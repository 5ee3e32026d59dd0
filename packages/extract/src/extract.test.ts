import { Extraction, splitsPair } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { extract } from './index.ts'

const words = [
  'said',
  'Mara Quill',
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  "''",
  '«',
  '»',
  ',',
  '.',
  ':',
  '—',
  '(',
  'told',
  'the council',
  'according to',
  'that',
  'denied',
  'she',
  '\n',
  '\n\n',
  '> ',
  'Q.',
  'A.',
  '\ud83c\udf3e',
  '\ud83c',
  'called',
  '12',
  '%',
  'white paper',
  'who',
  'noting',
]
const articles = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((list) => list.join(' ')),
  fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

function spansOf(extraction: Extraction): { start: number; end: number }[] {
  return [
    ...extraction.quotes.flatMap(({ parts, verbatim, cue, mention, attribution }) => [
      ...parts,
      ...verbatim,
      ...(cue ? [cue.span] : []),
      ...(mention?.span ? [mention.span] : []),
      ...attribution.evidence,
    ]),
    ...extraction.speakers.flatMap(({ mentions, affiliations }) => [
      ...mentions,
      ...affiliations.map(({ span }) => span),
    ]),
    ...extraction.sources.flatMap(({ mentions }) => mentions),
    ...extraction.regions,
  ]
}

test('whatever the text, the answer is valid, its spans lie in it and split no pair', () => {
  fc.assert(
    fc.property(articles, (text) => {
      const extraction = extract(text)
      expect(Extraction.safeParse(extraction).error?.message).toBeUndefined()
      for (const { start, end } of spansOf(extraction)) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
      }
      for (const { speaker, source, nestedIn, continues } of extraction.quotes) {
        expect(speaker === null || speaker < extraction.speakers.length).toBe(true)
        expect(source === null || source < extraction.sources.length).toBe(true)
        expect(nestedIn === null || nestedIn < extraction.quotes.length).toBe(true)
        expect(continues === null || continues < extraction.quotes.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('the same text gives the same answer', () => {
  fc.assert(
    fc.property(articles, (text) => {
      expect(extract(text)).toEqual(extract(text))
    }),
    { numRuns: 50 },
  )
})

test('a paragraph far away changes nothing before it', () => {
  const text = '“The weir is cracked,” said Mara Quill.\n\nJon Hale said the council knew.'
  const filler = '\n\nThe river rose.'.repeat(20)
  const before = extract(text).quotes
  expect(extract(`${text}${filler}\n\nThe mill is shut.`).quotes).toEqual(before)
})

const megabyte = 1_000_000
const size = megabyte / 5
test.each([
  ['a megabyte of marks', '"'.repeat(megabyte)],
  ['marks apart', '" '.repeat(size / 2)],
  ['open brackets', '(a'.repeat(size / 2)],
  ['unbalanced marks of every kind', '“„«‘"\''.repeat(size / 6)],
  ['lone surrogates', '\ud800"\udc00'.repeat(size / 3)],
  ['marks on lines of their own', '"\n'.repeat(size / 2)],
  ['cues without end', 'he said she said '.repeat(size / 17)],
  ['attributions without end', '“a b c,” said Al. '.repeat(size / 18)],
])(
  '%s are read to the end',
  (_name, text) => {
    const { quotes } = extract(text)
    expect(quotes.length).toBeLessThanOrEqual(text.length)
  },
  120_000,
)

test('an empty text has nothing in it', () => {
  expect(extract('')).toEqual({
    language: 'und',
    regions: [],
    quotes: [],
    statistics: [],
    speakers: [],
    sources: [],
    dates: [],
  })
})
