import { expect, test } from 'vitest'
import { dayOf, lastDayOf, liesBetween } from './day.ts'

test('a date counts as the first day of what is known of it, and a range takes in the whole of its end', () => {
  expect(['2031', '2031-03', '2031-03-12', '2031-03-12T23:59:00.000Z'].map(dayOf)).toEqual([
    '2031-01-01',
    '2031-03-01',
    '2031-03-12',
    '2031-03-12',
  ])
  expect(['2031', '2031-02', '2032-02', '2031-12', '2031-03-12'].map(lastDayOf)).toEqual([
    '2031-12-31',
    '2031-02-28',
    '2032-02-29',
    '2031-12-31',
    '2031-03-12',
  ])
})

test.each([
  ['2031-03', '2031', '2031', true],
  ['2031', '2031-02', null, false],
  ['2031-02-28', null, '2031-02', true],
  ['2031-03-01', null, '2031-02', false],
  [null, '2031', null, false],
  [null, null, null, true],
  ['2030', null, null, true],
])('%s lies between %s and %s: %s', (when, from, to, expected) => {
  expect(liesBetween(when, { from, to })).toBe(expected)
})
