import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldKeys, foldWithPlaces, keysFor } from './folding.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('ä', 'u\u0308', 'ß', '’', '-', 'İ', 'Ж', 'ς', '½', '\ud800', ' ', 'a', '\u0301'),
  }),
)

test.each([
  ['Wałęsa', 'walesa'],
  ['Søren', 'soren'],
  ['Đặng', 'dang'],
  ['Straße STRASSE ẞ', 'strasse strasse ss'],
  ["O’Brien O'Brien OʼBrien", 'obrien obrien obrien'],
  ['Jean-Luc', 'jean luc'],
  ['Łódź, Þór & Ærø', 'lodz thor aero'],
  ['Istanbul İstanbul ıstanbul', 'istanbul istanbul istanbul'],
  ['ﬁn ½ Ⅳ １２', 'fin 1 2 iv 12'],
  ['u\u0308ber  so\u00adft', 'uber soft'],
  ['$1.29m', '1 29m'],
  ['', ''],
  ['—“”🚢', ''],
  ['Σίσυφος', 'σισυφοσ'],
])('%s is folded', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each([
  ['Müller', ['muller', 'mueller']],
  ['Mu\u0308ller', ['muller', 'mueller']],
  ['Søren', ['soren', 'soeren']],
  ['Путин', ['путин', 'putin']],
  ['Щербаков Юрий', ['щербаков юрии', 'shcherbakov yuriy']],
  ['Ὀδυσσεύς', ['οδυσσευσ', 'odysseys']],
  ['Ana', ['ana']],
  ['Ähre Иван', ['ahre иван', 'aehre иван', 'ahre ivan']],
])('%s is found by each of its keys', (text, keys) => {
  expect(foldKeys(text)).toEqual(keys)
})

test('folding twice is folding once, on any text and on every character of the first two planes', () => {
  fc.assert(
    fc.property(anything, (text) => fold(fold(text)) === fold(text)),
    { numRuns: 500 },
  )
  const wrong = []
  for (let code = 0; code <= 0x1ffff; code++) {
    const folded = fold(String.fromCodePoint(code))
    if (fold(folded) !== folded) wrong.push(code)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('the quick way folds as the one that keeps places', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: 'binary-ascii' })), (text) => {
      expect(fold(text)).toBe(foldWithPlaces(text).text)
      expect(foldKeys(text)).toEqual([...new Set(keysFor(text).map((key) => foldWithPlaces(text, key).text))])
    }),
    { numRuns: 500 },
  )
})

test('every folded letter comes from a stretch of the original, in order, that folds to no more than letters of its key', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const key of keysFor(text)) {
        const { text: folded, starts, ends } = foldWithPlaces(text, key)
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length])
        for (const [index, start] of starts.entries()) {
          const end = ends[index] ?? 0
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
        }
        expect(folded).toBe(folded.trim())
        expect(folded).not.toContain('  ')
      }
    }),
  )
})
