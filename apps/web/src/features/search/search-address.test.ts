import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  EVERYTHING,
  hasEmptyFields,
  isFirstVisit,
  kinds,
  searchAddress,
  searchStateOf,
  stateAddress,
  statuses,
  without,
} from './search-address.ts'

const stateAt = (address: string) =>
  searchStateOf(new URL(address, 'https://quotes.example.org').searchParams)

test('keys are sorted, defaults and unknown keys left out', () => {
  const { scope, query } = stateAt('/?utm=x&status=verified&sort=new&q=fares&kind=direct&kind=shout')
  expect(searchAddress(scope, query)).toBe('/?kind=direct&q=fares&status=verified')
})

test('a date that is none is kept as typed, beside the query', () => {
  const { query, badDates } = stateAt('/?from=2024-13&to=2025-06')
  expect(query).toMatchObject({ from: null, to: '2025-06' })
  expect(badDates).toEqual([{ field: 'from', text: '2024-13' }])
})

test('the address keeps a date that is none, for the page to say so', () => {
  expect(stateAddress(stateAt('/?from=abc&to=2025'))).toBe('/?from=abc&to=2025')
  expect(stateAddress(stateAt('/?q=fares&from=2024'))).toBe('/?from=2024&q=fares')
})

test('empty fields of a form without script are told from filled ones', () => {
  const empty = (query: string) => hasEmptyFields(new URLSearchParams(query))
  expect(empty('q=zenz&from=&to=')).toBe(true)
  expect(empty('q=%20')).toBe(true)
  expect(empty('q=zenz&utm=')).toBe(false)
  expect(empty('q=zenz&from=2024')).toBe(false)
})

test('the first visit asks for nothing', () => {
  expect(isFirstVisit(stateAt('/'))).toBe(true)
  expect(isFirstVisit(stateAt('/?q='))).toBe(true)
  expect(isFirstVisit(stateAt('/?cursor=abc'))).toBe(false)
  expect(isFirstVisit(stateAt('/?from=never'))).toBe(false)
})

test('one value is taken out of a filter, or the whole filter', () => {
  const { query } = stateAt('/?speaker=a&speaker=b&from=2024')
  expect(without(query, 'speaker', 'a').speaker).toEqual(['b'])
  expect(without(query, 'speaker').speaker).toEqual([])
  expect(without(query, 'from').from).toBeNull()
})

test('within a speaker, the speaker stands in the path alone', () => {
  const scope = { path: '/speakers/ana-vidal-roche', speaker: 'ana-vidal-roche' }
  const { query } = searchStateOf(new URLSearchParams('q=fares&speaker=other'), scope)
  expect(query.speaker).toEqual(['ana-vidal-roche'])
  expect(searchAddress(scope, query)).toBe('/speakers/ana-vidal-roche?q=fares')
})

test('an address reads back as the query it was made of', () => {
  const word = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const some = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { maxLength: 3 })
  const date = fc.constantFrom('2024', '2024-05', '2024-05-03', null)
  const query = fc.record({
    q: fc.oneof(fc.constant(''), word),
    speaker: some(word),
    source: some(word),
    kind: some(fc.constantFrom(...kinds)),
    status: some(fc.constantFrom(...statuses)),
    from: date,
    to: date,
    sort: fc.constantFrom('new' as const, 'best' as const),
  })
  fc.assert(
    fc.property(query, (one) => {
      expect(stateAt(searchAddress(EVERYTHING, one)).query).toEqual(one)
    }),
  )
})

test('a query longer than the API takes is cut, not refused', () => {
  expect(stateAt(`/?q=${'x'.repeat(20_000)}`).query.q).toHaveLength(10_000)
})
