import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './folding.ts'
import { markWords } from './mark-words.ts'
import { termsOf } from './query-words.ts'

const marked = (text: string, q: string) =>
  markWords(text, termsOf(q)).map(({ start, end }) => text.slice(start, end))

test.each([
  ['The ferry, FERRIES and aferry', 'ferr', ['ferr', 'FERR']],
  ['The Straße of Mu\u0308ller’s ferry', 'strasse "of mueller"', ['Straße']],
  ['The Straße of Mu\u0308ller ferry', '"of mueller" strasse', ['Straße', 'of Mu\u0308ller']],
  ['Łódź — Łódź', 'lodz', ['Łódź', 'Łódź']],
  ['a b a b a', '"a b a"', ['a b a b a']],
  ['it’s it', 'its', ['it’s']],
  ['one two', '-one two', ['two']],
  ['', 'word', []],
  ['🚢 ship', 'ship', ['ship']],
  ['Говорит Путин', 'putin', ['Путин']],
])('%s is marked for %s', (text, q, marks) => {
  expect(marked(text, q)).toEqual(marks)
})

test('marks stand in order and apart, and each holds letters that were asked for', () => {
  const word = fc.constantFrom(
    'ferry',
    'Fähre',
    'faehre',
    'straße',
    'STRASSE',
    'o’brien',
    'obrien',
    'jean-luc',
    'jean',
    'fer',
    '—',
    '🚢',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 3 }), (words, asked) => {
      const text = words.join(' ')
      const terms = termsOf(asked.join(' '))
      let last = 0
      for (const { start, end } of markWords(text, terms)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(fold(text.slice(start, end))).not.toBe('')
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
  )
})
