import { expect, test } from 'vitest'
import { jsonSchemas } from '../generate/json-schema.ts'
import { examples } from './examples.ts'
import { ExternalId } from './external-id.ts'
import { StatisticCandidate } from './extraction.ts'
import { Occurrence } from './occurrence.ts'
import { Quote } from './quote.ts'
import { Alias } from './speaker.ts'
import { brokenCandidate } from './testing/broken-candidate.ts'
import { brokenRecord } from './testing/broken-record.ts'
import { brokenText } from './testing/broken-text.ts'
import { first } from './testing/first.ts'

const quote = first(examples.quote)
const [, , , , figure] = examples.occurrence
const extraction = first(examples.extraction)
const candidateFigure = first(extraction.statistics)
const alias = first(first(examples.speaker).aliases)
const broken = [...brokenText, ...brokenRecord, ...brokenCandidate]

test.each(broken)('invariant %s: %s is refused', (_, __, schema, value, message) => {
  const result = schema.safeParse(value)
  const messages = result.error?.issues.map((issue) => issue.message) ?? []
  expect(messages.filter((said) => said.startsWith(message))).not.toEqual([])
})

test('every rule that a JSON Schema lists has a broken example here', () => {
  const listed = new Set<string>()
  JSON.stringify(jsonSchemas(), (key, value: unknown) => {
    if (key === 'x-invariants' && Array.isArray(value)) for (const rule of value) listed.add(String(rule))
    return value
  })
  // Said in words of its own by the schema that zod brings.
  listed.delete('an address must parse by the WHATWG URL standard')
  listed.delete('the greatest length counts UTF-16 code units')
  const shown = broken.map(([, , , , message]) => message)
  expect([...listed].filter((rule) => !shown.some((message) => rule.startsWith(message)))).toEqual([])
})

test.each([
  ['another prefix', quote.id.replace('quo', 'spk')],
  ['25 characters', quote.id.slice(0, -1)],
  ['27 characters', `${quote.id}0`],
  ['upper case', quote.id.toUpperCase()],
  ['the letter i', `${quote.id.slice(0, -1)}i`],
  ['the letter l', `${quote.id.slice(0, -1)}l`],
  ['the letter o', `${quote.id.slice(0, -1)}o`],
  ['the letter u', `${quote.id.slice(0, -1)}u`],
  ['a first character above 7', quote.id.replace('quo_0', 'quo_8')],
])('invariant 3: an id with %s is refused', (_, id) => {
  expect(Quote.safeParse(quote).success).toBe(true)
  expect(Quote.safeParse({ ...quote, id }).success).toBe(false)
})

test.each(Object.keys(quote))('invariant 4: %s must be there, and not undefined', (key) => {
  const { [key]: _, ...rest } = Object.fromEntries(Object.entries(quote))
  expect(Quote.safeParse(rest).success).toBe(false)
  expect(Quote.safeParse({ ...quote, [key]: undefined }).success).toBe(false)
})

test('invariant 4: an unknown key is refused', () => {
  expect(Quote.safeParse({ ...quote, mood: null }).success).toBe(false)
})

test.each([
  ['wikidata', 'Q42', 'q42'],
  ['viaf', '113230702', 'x1'],
  ['isni', '000000012146438X', '0000000121464380'],
  ['orcid', '0000-0002-1694-233X', '0000-0002-1694-2330'],
  ['ror', '02mhbdp94', '2mhbdp940'],
  ['lei', '5493001KJTIIGC8Y1R12', '5493001KJTIIGC8Y1R13'],
  ['gnd', '118540238', '11854 0238'],
  ['lcnaf', 'n79021164', '79021164'],
])('invariant 22: %s takes %s and not %s', (scheme, right, wrong) => {
  const of = (value: string) => ({ scheme, value, match: 'close', decidedBy: null })
  expect(ExternalId.safeParse(of(right)).success).toBe(true)
  expect(ExternalId.safeParse(of(wrong)).success).toBe(false)
})

test('dates of unlike precision are in order unless they cannot be', () => {
  const of = (from: string, to: string) => Alias.safeParse({ ...alias, from, to }).success
  expect([of('2019', '2019-06'), of('2019-06', '2019'), of('2018-12', '2019')]).toEqual([true, true, true])
  expect([of('2020', '2019-06'), of('2020-01', '2019'), of('2019', '2019')]).toEqual([false, false, false])
})

test('the candidate of a statistic holds to the rules of the record', () => {
  const { period } = first(extraction.statistics.slice(1))
  const of = (changes: object) => StatisticCandidate.safeParse({ ...candidateFigure, ...changes }).success
  expect(of({})).toBe(true)
  expect(of({ approximator: 'range' })).toBe(false)
  expect(of({ direction: null })).toBe(false)
  expect(of({ period: { ...period, from: '2027' } })).toBe(false)
  expect(of({ place: { text: 'here', span: null, scheme: null, code: 'NP' } })).toBe(false)
})

test('a statistic has no words between marks', () => {
  expect(Occurrence.safeParse(figure).success).toBe(true)
  expect(Occurrence.safeParse({ ...figure, verbatim: figure?.parts }).success).toBe(false)
})
