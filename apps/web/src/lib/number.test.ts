import { expect, test } from 'vitest'
import { countWords, numberWords } from './number.ts'

test.each([
  [0, '0'],
  [999, '999'],
  [1_290_000, '1,290,000'],
  [-4.5, '−4.5'],
  [1234.5678, '1,234.5678'],
  [1e21, '1e+21'],
])('%d reads %s', (value, words) => expect(numberWords(value)).toBe(words))

test('one is singular, everything else is not', () => {
  expect([0, 1, 2].map((count) => countWords(count, 'quote'))).toEqual(['0 quotes', '1 quote', '2 quotes'])
})
