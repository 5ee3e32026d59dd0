import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { disagree, groupOf, placeKeys, relationOf, seriesOf, unitKeys } from './comparable.ts'
import type { Dated, Measured, Valued } from './comparable.ts'

const count = { kind: 'count', code: null, text: 'passengers', per: null } as const
const period = {
  text: null,
  anchor: null,
  from: '2024',
  to: '2025',
  grain: 'year',
  asOf: false,
  relativeTo: null,
} as const
const ferry: Measured & Dated = {
  unit: count,
  kind: 'level',
  status: 'observed',
  unread: null,
  measure: 'number of ferry passengers',
  statType: 'count',
  population: null,
  denominator: null,
  place: 'Port Elden',
  placeCode: null,
  period,
  cites: null,
}
const point = (value: number, said: Partial<Valued> = {}): Valued => ({
  value,
  low: null,
  high: null,
  approximator: 'exact',
  digits: null,
  direction: null,
  kind: 'level',
  unread: null,
  ...said,
})
const range = (low: number, high: number) => point(0, { value: null, low, high, approximator: 'range' })

test('the same thing is one series, whatever the order, case, accents and little words', () => {
  const series = seriesOf(ferry)
  expect(series).toMatch(/^ferry-passenger\.[0-9a-z]+$/)
  for (const said of [
    { measure: 'Passengers of the Ferry' },
    { measure: 'férry passengers' },
    { measure: 'ferry', population: 'passengers' },
    { place: 'PORT ELDEN' },
    { status: 'estimated' },
    { unit: { ...count, text: 'people' } },
    { unit: { kind: 'none', code: null, text: null, per: null } },
    { measure: 'ferry passengers of Port Elden in 2024', period: { ...period, text: 'in 2024' } },
  ] as const)
    expect(seriesOf({ ...ferry, ...said })).toBe(series)
})

test('another thing, unit, kind, standing, average or place is another series', () => {
  const all = [
    {},
    { measure: 'ferry fares' },
    { place: 'North Quay' },
    { place: null },
    { kind: 'change' },
    { status: 'target' },
    { statType: 'median' },
    { denominator: 'all travellers' },
    { unit: { kind: 'currency', code: 'GBP', text: '£', per: null } },
    { unit: { kind: 'currency', code: null, text: '£', per: null } },
    { unit: { kind: 'currency', code: null, text: '$', per: null } },
    { unit: { ...count, per: { kind: 'time', code: 'a', text: 'a year' } } },
  ] as const
  expect(new Set(all.map((said) => seriesOf({ ...ferry, ...said }))).size).toBe(all.length)
})

test('what is not known is compared with nothing', () => {
  expect(seriesOf({ ...ferry, measure: null, unit: { ...count, text: null } })).toBeNull()
  expect(seriesOf({ ...ferry, measure: 'the total number' })).toBeNull()
  expect(seriesOf({ ...ferry, unread: 'two numbers in one' })).toBeNull()
  expect(groupOf({ ...ferry, period: null })).toBeNull()
  expect(groupOf({ ...ferry, period: { ...period, from: null, to: null } })).toBeNull()
})

test('a group is a series at one time, or of one report where the time is not said', () => {
  const january = { ...period, from: '2024-01-01', to: '2025-01-01' }
  expect(groupOf({ ...ferry, period: january })).toBe(groupOf(ferry))
  expect(groupOf({ ...ferry, period: { ...period, to: null, asOf: true } })).not.toBe(groupOf(ferry))
  const cited = { ...ferry, period: null, cites: 'The Harbour Report' }
  expect(groupOf(cited)).not.toBeNull()
  expect(groupOf({ ...cited, cites: 'the harbour report' })).toBe(groupOf(cited))
})

test.each([
  ['the same value', point(1.2e6), point(1.2e6), 'equal'],
  ['the same range', range(3, 5), range(3, 5), 'equal'],
  ['fewer digits', point(1_290_000), point(1.3e6), 'rounded'],
  ['digits as printed', point(1.29e6), point(1.3e6, { digits: 3 }), 'near'],
  ['a carried digit', point(9.7), point(10), 'rounded'],
  ['no rounding at all', point(6), point(10), 'differs'],
  ['less than a hundredth', point(1004), point(1009), 'near'],
  ['more than a hundredth', point(415_400), point(451_400), 'differs'],
  ['a value in a range', point(4), range(3, 5), 'overlaps'],
  ['a value beside a range', point(5.01), range(3, 5), 'differs'],
  ['ranges that touch', range(3, 5), range(5, 9), 'overlaps'],
  ['over a bound', point(70), point(60, { approximator: 'moreThan' }), 'overlaps'],
  ['under a bound', point(50), point(60, { approximator: 'atLeast' }), 'differs'],
  [
    'a rise and a fall',
    point(4, { kind: 'change', direction: 'up' }),
    point(4, { kind: 'change', direction: 'down' }),
    'differs',
  ],
] as const)('%s', (_, one, other, relation) => {
  expect(relationOf(one, other)).toBe(relation)
  expect(relationOf(other, one)).toBe(relation)
})

test('only two sources or two voices disagree', () => {
  const source = (id: 'src_1' | 'src_2') => ({
    id,
    title: 'Harbour news',
    kind: 'article' as const,
    publisher: null,
    publishedAt: null,
    url: null,
  })
  const told = (value: number, from: 'src_1' | 'src_2') => ({
    ...point(value),
    source: source(from),
    speaker: null,
    cites: null,
  })
  expect(disagree(told(1, 'src_1'), told(2, 'src_2'))).toBe(true)
  expect(disagree(told(1, 'src_1'), told(2, 'src_1'))).toBe(false)
  expect(disagree(told(1, 'src_1'), told(1, 'src_2'))).toBe(false)
})

test('places and units are named in every way they are told', () => {
  expect(placeKeys({ place: 'Zürich', placeCode: 'CH-ZH' })).toEqual(['ch zh', 'zurich'])
  expect(unitKeys({ kind: 'currency', code: 'GBP', text: '£' })).toEqual(['currency', 'currency:gbp'])
  expect(unitKeys({ kind: 'percent', code: null, text: null })).toEqual(['percent'])
})

const value = fc.integer({ min: -99_999, max: 99_999 })
const figure = fc.oneof(
  fc
    .record({
      value,
      approximator: fc.constantFrom('exact', 'about', 'atLeast', 'moreThan', 'atMost', 'lessThan'),
      kind: fc.constantFrom('level', 'change'),
      direction: fc.constantFrom('up', 'down'),
    })
    .map(({ value, ...said }) => point(value, said)),
  fc.tuple(value, fc.integer({ min: 1, max: 9999 })).map(([low, wide]) => range(low, low + wide)),
)
const times = (factor: number, one: Valued): Valued => ({
  ...one,
  value: one.value === null ? null : one.value * factor,
  low: one.low === null ? null : one.low * factor,
  high: one.high === null ? null : one.high * factor,
})

test('a figure is equal to itself, and a relation holds both ways', () => {
  fc.assert(
    fc.property(figure, figure, (one, other) => {
      expect(relationOf(one, one)).toBe('equal')
      expect(relationOf(one, other)).toBe(relationOf(other, one))
    }),
  )
})

test('thousands and millions stand to each other as ones do', () => {
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 0, max: 9 }), (one, other, power) => {
      expect(relationOf(times(10 ** power, one), times(10 ** power, other))).toBe(relationOf(one, other))
    }),
  )
})

test('a value printed to fewer digits is rounded, and never at odds with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 5 }), (exact, digits) => {
      const rounded = Number(exact.toPrecision(digits))
      expect(['equal', 'rounded']).toContain(relationOf(point(exact), point(rounded, { digits })))
    }),
  )
})
