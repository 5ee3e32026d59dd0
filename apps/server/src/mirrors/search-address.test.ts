import * as fc from 'fast-check'
import { SearchPageInput, QuotationKind, ReviewStatus } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './search-address.ts'

const read = (text: string) => readSearch(new URLSearchParams(text))

test('an empty address is every quote, newest first', () => {
  expect(read('q=&speaker=&from=&to=&kind=&limit=&cursor=')).toEqual({
    query: { q: '', speaker: [], source: [], kind: [], status: [], from: null, to: null, sort: 'new' },
    page: { limit: 20, cursor: null },
  })
})

test('a repeated key means any of its values', () => {
  expect(read('speaker=ana-vidal-roche&speaker=tomas-brekke&speaker=tomas-brekke').query.speaker).toEqual([
    'ana-vidal-roche',
    'tomas-brekke',
  ])
})

test('a cursor may be given as the whole address it stands in', () => {
  const cursor = '7.quo_1'
  for (const given of [
    `http://127.0.0.1:4600/search.json?cursor=${cursor}&q=fares`,
    `/search.json?q=fares&cursor=${cursor}`,
    `?cursor=${cursor}`,
    cursor,
  ])
    expect(read(`cursor=${encodeURIComponent(given)}`).page.cursor).toBe(cursor)
  expect(read(`cursor=https://quotes.example.org/search.json?cursor=${cursor}&q=a`).page.cursor).toBe(cursor)
})

test('what it does not know is passed over', () => {
  expect(read('utm_source=x&q=fares').query.q).toBe('fares')
})

test.each([
  ['kind=spoken', 'kind', 'direct, mixed, indirect, term'],
  ['status=true', 'status', 'verified'],
  ['from=2024-13', 'from', '2024-05'],
  ['to=2026-02-30', 'to', '2024-05'],
  ['sort=old', 'sort', 'new or best'],
  ['limit=0', 'limit', '1 to 100'],
  ['limit=101', 'limit', '1 to 100'],
  ['limit=ten', 'limit', '1 to 100'],
  [`cursor=${'x'.repeat(201)}`, 'cursor', 'next'],
  ['q=a&q=b', 'q', '10,000'],
  [`q=${'x'.repeat(10_001)}`, 'q', '10,000'],
])('%s is refused by name, with what is allowed', (query, parameter, words) => {
  expect(() => read(query)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      details: expect.objectContaining({ parameter, allowed: expect.stringContaining(words) }),
    }),
  )
})

const searches = fc.record({
  query: fc.record({
    q: fc.string({ unit: 'grapheme', maxLength: 200 }),
    speaker: fc.uniqueArray(fc.stringMatching(/^[a-z]+(-[a-z]+)*$/)),
    source: fc.uniqueArray(fc.stringMatching(/^[a-z]+$/)),
    kind: fc.uniqueArray(fc.constantFrom(...QuotationKind.options)),
    status: fc.uniqueArray(fc.constantFrom(...ReviewStatus.options)),
    from: fc.constantFrom(null, '2024', '2024-05', '2024-02-29'),
    to: fc.constantFrom(null, '2025', '2025-12', '2025-12-31'),
    sort: fc.constantFrom('new' as const, 'best' as const),
  }),
  page: fc.record({ limit: fc.integer({ min: 1, max: 100 }), cursor: fc.constantFrom(null, 'a=b&c+d/é') }),
})

test('what is written as an address is read back the same, and is the only way to write it', () => {
  fc.assert(
    fc.property(searches, (search) => {
      const address = writeSearch(search.query, search.page)
      const back = read(address)
      expect(SearchPageInput.safeParse(back).success).toBe(true)
      expect(writeSearch(back.query, back.page)).toBe(address)
      expect(back.page).toEqual(search.page)
      expect(back.query.q).toBe(search.query.q)
      expect(new Set(back.query.speaker)).toEqual(new Set(search.query.speaker))
    }),
  )
})
