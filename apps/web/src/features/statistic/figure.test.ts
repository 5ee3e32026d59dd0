import { expect, test } from 'vitest'
import { figureWords, periodWords } from './figure.ts'

const none = { kind: 'none', code: null, text: null, per: null } as const
const figure = {
  value: null,
  low: null,
  high: null,
  approximator: 'exact',
  unit: none,
  kind: 'level',
  direction: null,
  unread: null,
} as const

test.each([
  [
    'a count',
    { ...figure, value: 1_290_000, approximator: 'about', unit: { ...none, kind: 'count', text: 'workers' } },
    'about 1,290,000 workers',
  ],
  [
    'a share',
    { ...figure, value: 60, approximator: 'moreThan', kind: 'share', unit: { ...none, kind: 'percent' } },
    'more than 60%',
  ],
  [
    'a range',
    { ...figure, low: 3, high: 5, approximator: 'range', unit: { ...none, kind: 'percent' } },
    '3–5%',
  ],
  ['a margin', { ...figure, value: 40, low: 38, high: 42, approximator: 'plusMinus' }, '40 ± 2'],
  [
    'a rise',
    { ...figure, value: 4, kind: 'change', direction: 'up', unit: { ...none, kind: 'percent' } },
    '+4%',
  ],
  [
    'money a year',
    {
      ...figure,
      value: 2e6,
      unit: { kind: 'currency', code: 'GBP', text: '£', per: { kind: 'time', code: 'a', text: 'a year' } },
    },
    'GBP 2,000,000 a year',
  ],
  ['what could not be read', { ...figure, unread: 'two numbers in one' }, 'not read: two numbers in one'],
] as const)('%s is written out', (_, one, words) => expect(figureWords(one)).toBe(words))

const period = {
  text: 'between 2014 and 2019',
  anchor: null,
  from: '2014',
  to: '2020',
  grain: 'year',
  asOf: false,
  relativeTo: null,
} as const

test('a period names its last year, not the one after it', () => {
  expect(periodWords(period)).toBe('2014–2019')
  expect(periodWords({ ...period, from: '2024', to: '2025' })).toBe('2024')
  expect(periodWords({ ...period, from: '2024-03-18', to: null, asOf: true })).toBe('as of 18 Mar 2024')
  expect(periodWords({ ...period, from: null, to: null })).toBe('between 2014 and 2019')
  expect(periodWords(null)).toBeNull()
})
