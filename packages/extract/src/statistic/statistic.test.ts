import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DateMention, Extraction, StatisticCandidate } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../document.ts'
import { extract } from '../index.ts'
import { findStatistics } from './index.ts'
import { spot } from './spot.ts'

const find = (text: string) => findStatistics(readDocument(text, { publishedAt: '2031-10-14' }), [], [], [])

const pieces = fc.constantFrom(
  ...(
    '1,204.5|12|3 million|two-thirds|one in five|between 3% and 5%|up|down|fell to|about|at least|€|$|%|m|bn|per 100,000|km|°C|people|jobs|in 2019|last year|since July|on Tuesday|' +
    'Norway|in the region|the|a|an|of|and|to|from|or|,|.|;|(|)|-|–|±|/|“|”|\n|\n\n|half|dozens|tens of thousands|doubled|fourth-largest|0000|percentage points|12.04.2031|Q3|the 18th|weeks after|Easter|next|01632 960 777|48 Tanner Street|1e999|٣٤|３４|½|😀|No.|aged|minus|out of|ten|twenty|hundred|thousand|point|first|week|end of'
  ).split('|'),
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(pieces, { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

test('every span is a stretch of the text, and every candidate fits the schema', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { statistics, dates } = find(text)
      let last = 0
      for (const statistic of statistics) {
        StatisticCandidate.parse(statistic)
        const { span, number } = statistic
        expect(statistic.surface).toBe(text.slice(span.start, span.end))
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(number.start >= span.start && number.end <= text.length && number.start < number.end).toBe(
          true,
        )
        expect(
          [
            statistic.measure,
            statistic.denominator,
            statistic.population,
            statistic.place,
            statistic.period,
          ].every((field) => !field?.span || text.slice(field.span.start, field.span.end) === field.text),
        ).toBe(true)
        last = span.end
      }
      for (const date of dates) {
        DateMention.parse(date)
        expect(date.from === null || date.to === null || date.from < date.to).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

const printers: readonly ((value: number) => string)[] = [
  (value) => value.toLocaleString('en', { maximumFractionDigits: 3 }),
  (value) => value.toLocaleString('de', { maximumFractionDigits: 2, minimumFractionDigits: 2 }),
  (value) => value.toLocaleString('fr', { maximumFractionDigits: 2 }),
  (value) => value.toLocaleString('en-IN', { maximumFractionDigits: 3 }),
  (value) => value.toLocaleString('de-CH', { maximumFractionDigits: 2 }),
  (value) => value.toLocaleString('ar-EG-u-nu-arab', { maximumFractionDigits: 2 }),
]
const readers = { en: 0, de: 1, fr: 2, 'en-IN': 3, 'de-CH': 4, ar: 5 } as const

test.each(Object.entries(readers))(
  'a value read, printed by the notation of %s and read again is equal',
  (_language, index) => {
    const printer = printers[index]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom(1, 10, 100), (whole, divisor) => {
        const printed = printer?.(whole / divisor) ?? ''
        const first = spot(`It is ${printed} %.`, [], null).figures
        expect(first.map(({ value }) => value)).toEqual([Number((whole / divisor).toPrecision(15))])
        const again = printer?.(first[0]?.value ?? 0) ?? ''
        expect(again).toBe(printed)
      }),
    )
  },
)

test('text elsewhere changes no figure', () => {
  const sentence = 'Sales rose 12% to 4,816 tractors, about one in five of them red.'
  const figures = spot(sentence, [], null).figures
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const lead = `${before}\n\n`
      const text = `${lead}${sentence}\n\n${after}`
      const inside = spot(text, [], null).figures.filter(
        ({ start, end }) => start >= lead.length && end <= lead.length + sentence.length,
      )
      expect(inside.map(({ value, start, unit }) => [value, start - lead.length, unit])).toEqual(
        figures.map(({ value, start, unit }) => [value, start, unit]),
      )
    }),
    { numRuns: 200 },
  )
})

const hostile: readonly (readonly [string, string])[] = [
  ['1,', '1,'.repeat(500_000)],
  ['1.', '1.'.repeat(500_000)],
  ['a megabyte of one digit', '9'.repeat(1_000_000)],
  ['1e999 ', '1e999 '.repeat(160_000)],
  ['Arabic-Indic digits', '٣٤٥٬٦٧٨ '.repeat(120_000)],
  ['full-width digits', '３４５'.repeat(330_000)],
  ['twenty-', 'twenty-'.repeat(17_000)],
  ['million ', 'three million '.repeat(8_000)],
  ['a hundred and ', 'a hundred and '.repeat(8_000)],
  ['the end of ', 'the end of '.repeat(11_000)],
  ['week of ', 'the week of '.repeat(10_000)],
  ['two days after ', 'two days after '.repeat(7_000)],
  ['2019 to ', '2019 to '.repeat(15_000)],
  ['( $ ', '($'.repeat(50_000)],
  ['capitals', 'In Aba '.repeat(17_000)],
]

test.each(hostile)(
  '«%s» again and again, to a megabyte, is read to its end',
  (_name, text) => {
    expect(() => find(text)).not.toThrow()
  },
  120_000,
)

test('nothing is found in what is no article text', () => {
  const document = readDocument('Output rose 4% in 2030.\n\nAbout us: 2,300 people since 1911.')
  const { statistics, dates } = findStatistics(
    { ...document, regions: [{ start: 25, end: 59, kind: 'boilerplate' }] },
    [],
    [],
    [],
  )
  expect(statistics.map(({ surface }) => surface)).toEqual(['4%'])
  expect(dates).toHaveLength(1)
})

test('a figure inside a quote is asserted by its speaker, any other by the text', () => {
  const text = '“About 40 boats sank,” said Halina Dros. Prices rose 3% in Norway last year.'
  const { statistics, speakers } = extract(text, { publishedAt: '2031-10-14' })
  expect(
    statistics.map(({ assertedBy }) => (assertedBy === null ? null : speakers[assertedBy]?.name)),
  ).toEqual(['Halina Dros', null])
  const prices = statistics[1]
  expect(prices?.measure?.text).toBe('Prices')
  expect(prices?.place).toMatchObject({ text: 'Norway', scheme: 'iso3166-1', code: 'NO' })
  expect(prices?.period).toMatchObject({
    text: 'last year',
    from: '2030',
    to: '2031',
    relativeTo: '2031-10-14',
  })
  expect(prices?.links).toEqual({
    measure: 'subject',
    population: null,
    place: 'following-locative',
    period: 'adjacent',
    asserter: 'article-voice',
  })
})

const seed = fileURLToPath(new URL('../../../../seeds/000_d42e171dd0f59ed3', import.meta.url))

test.skipIf(!existsSync(`${seed}.txt`))(
  'every statistic of the seed article is found with its value and span (needs seeds/)',
  () => {
    const text = readFileSync(`${seed}.txt`, 'utf8')
    const gold: unknown = JSON.parse(readFileSync(`${seed}.gold.json`, 'utf8'))
    const { statistics } = extract(text)
    const found = statistics.map(({ number, value, low, high }) => ({ number, value, low, high }))
    expect(found).toEqual(goldOf(gold))
  },
)

/** Ends of the bare numbers and values, as the gold has them. */
function goldOf(gold: unknown): unknown[] {
  const get = (from: unknown, key: string): unknown =>
    typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined
  const statistics = get(gold, 'statistics')
  if (!Array.isArray(statistics)) return []
  return statistics.map((statistic: unknown) => {
    const number = get(statistic, 'number')
    return {
      number: { start: get(number, 'start'), end: get(number, 'end') },
      value: get(statistic, 'value'),
      low: get(statistic, 'min'),
      high: get(statistic, 'max'),
    }
  })
}

test('words with half a surrogate pair are no measure', () => {
  const extraction = extract(': 12 who \ud83c noting \ud83c 12 12 the council')
  expect(Extraction.safeParse(extraction).error).toBeUndefined()
})
