import { expect, test } from 'vitest'
import { dateWords, isPartialDate, lastBefore, timeWords } from './when.ts'

test.each([
  ['2026', '2026'],
  ['2026-03', 'March 2026'],
  ['2026-03-02', '2 Mar 2026'],
  ['2026-03-12T09:14:00.000Z', '12 Mar 2026'],
])('%s reads %s', (when, words) => expect(dateWords(when)).toBe(words))

test('an instant reads to the minute', () =>
  expect(timeWords('2026-03-12T09:14:00.000Z')).toBe('12 Mar 2026 09:14'))

test.each(['2024', '2024-05', '2024-02-29', '0001-12-31'])('%s is a date', (text) =>
  expect(isPartialDate(text)).toBe(true),
)
test.each(['', '24', '2024-13', '2023-02-29', '2024-5', '2024-05-32', '2024-05-03T00:00'])(
  '%s is no date',
  (text) => expect(isPartialDate(text)).toBe(false),
)

test.each([
  ['2020', '2019'],
  ['2020-01', '2019-12'],
  ['2020-03-01', '2020-02-29'],
  ['2021-01-01', '2020-12-31'],
])('the last before %s is %s', (end, last) => expect(lastBefore(end)).toBe(last))
