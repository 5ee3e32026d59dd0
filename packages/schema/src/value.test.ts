import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Speaker } from './speaker.ts'
import { Figure, HttpUrl, Language, Score, Slug } from './text.ts'
import { figureIsWhole } from './figure.ts'
import { JudgementId, SpeakerId } from './id.ts'
import { Period } from './statistic.ts'
import { arbitraries } from './testing/arbitrary-record.ts'
import { figure, id, interval, isoTime, partialDate, score } from './testing/arbitrary-value.ts'
import { IsoTime, PartialDate, When } from './time.ts'

const takes = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success

test('every id of its prefix is taken, and of no other', () => {
  fc.assert(
    fc.property(id('spk'), (speaker) => {
      expect(takes(SpeakerId, speaker)).toBe(true)
      expect(takes(JudgementId, speaker)).toBe(false)
      expect(takes(SpeakerId, ` ${speaker}`)).toBe(false)
      expect(takes(SpeakerId, `${speaker}\n`)).toBe(false)
    }),
  )
})

describe('dates', () => {
  test('a day is taken exactly if the calendar has it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const written = [
            String(year).padStart(4, '0'),
            ...[month, day].map((part) => String(part).padStart(2, '0')),
          ]
          const date = new Date(0)
          date.setUTCFullYear(year, month - 1, day)
          const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0
          expect(takes(PartialDate, written.join('-'))).toBe(real)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('instants and their first parts are taken', () => {
    fc.assert(
      fc.property(isoTime, partialDate, (time, date) => {
        expect([takes(IsoTime, time), takes(When, time), takes(PartialDate, time)]).toEqual([
          true,
          true,
          false,
        ])
        expect([takes(PartialDate, date), takes(When, date), takes(IsoTime, date)]).toEqual([
          true,
          true,
          false,
        ])
      }),
    )
  })

  test.each([
    '2026-02-30',
    '2026-13',
    '2026-00',
    '2026-1',
    '26',
    '2026-02-29',
    '1900-02-29',
    '2026-03-12 ',
    '2026/03',
    '2026-03-12T09:14:00Z',
    '2026-03-12T09:14:00.000',
    '2026-03-12T09:14:00.000+01:00',
    '2026-03-12T24:00:00.000Z',
    '2026-02-30T09:14:00.000Z',
    '',
  ])('%j is no time', (text) => expect(takes(When, text)).toBe(false))

  test('instants sort as text as they do in time', () => {
    fc.assert(
      fc.property(isoTime, isoTime, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b))
      }),
    )
  })

  test('a period in order is taken, and refused the other way round', () => {
    const of = ({ from, to }: { from: string | null; to: string | null }) =>
      takes(Period, { text: null, anchor: null, from, to, grain: 'year', asOf: false, relativeTo: null })
    fc.assert(
      fc.property(interval, ({ from, to }) => {
        expect(of({ from, to })).toBe(true)
        expect(of({ from: to, to: from })).toBe(from === null || to === null)
      }),
    )
  })
})

describe('numbers', () => {
  test('a figure of 15 digits is taken and written the same by any reader of JSON', () => {
    fc.assert(
      fc.property(figure, (value) => {
        expect(takes(Figure, value)).toBe(true)
        expect(Number(value.toPrecision(15))).toBe(value)
        expect(JSON.parse(JSON.stringify(value))).toBe(value)
      }),
    )
  })

  test.each([Number.NaN, Infinity, -Infinity, -0, 0.1 + 0.2, 2 ** 60, '4', null])(
    '%s is no figure',
    (value) => expect(takes(Figure, value)).toBe(false),
  )

  test('a score lies from 0 to 1', () => {
    fc.assert(
      fc.property(score, (value) => {
        expect(takes(Score, value)).toBe(true)
      }),
    )
    expect([takes(Score, -0.001), takes(Score, 1.001), takes(Score, Number.NaN)]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('a figure is whole in one reading of its approximator alone', () => {
    fc.assert(
      fc.property(arbitraries.statistic, (statistic) => {
        expect(figureIsWhole(statistic)).toBe(true)
        const { value, low, high } = statistic
        fc.pre(value !== low)
        expect(figureIsWhole({ ...statistic, value: low, low: value, high: value })).toBe(false)
        expect(high === null || figureIsWhole({ ...statistic, low: high, high: low })).toBe(
          high === null || low === high,
        )
      }),
    )
  })
})

test.each([
  ['https://gazette.example/a?b=c#d', true],
  ['HTTP://GAZETTE.EXAMPLE', true],
  ['https://gazette.example/ä|b', true],
  ['ftp://gazette.example', false],
  ['https:gazette.example', false],
  ['//gazette.example', false],
  ['https://gazette.example/a b', false],
  ['gazette.example', false],
  ['data:text/html,x', false],
])('address %s: %s', (text, right) => expect(takes(HttpUrl, text)).toBe(right))

test.each([
  ['en', true],
  ['zh-Hant-TW', true],
  ['en_GB', false],
  ['e', false],
  ['', false],
])('language %s: %s', (text, right) => expect(takes(Language, text)).toBe(right))

test.each([
  ['ana-vidal-roche', true],
  ['łódź-2', true],
  ['Ana', false],
  ['-ana', false],
  ['ana--roche', false],
  ['ana roche', false],
  ['ana/roche', false],
])('slug %s: %s', (text, right) => expect(takes(Slug, text)).toBe(right))

test('a speaker with a preferred name in each of two languages is taken', () => {
  fc.assert(
    fc.property(arbitraries.speaker, (speaker) => {
      const named = (language: string) => ({
        text: speaker.name,
        kind: 'full',
        language,
        from: null,
        to: null,
        rank: 'preferred',
      })
      expect(takes(Speaker, { ...speaker, aliases: [named('en'), named('pl')] })).toBe(true)
      expect(takes(Speaker, { ...speaker, aliases: [named('en'), named('en')] })).toBe(false)
    }),
  )
})
