import { expect, test } from 'vitest'
import { isoEnds } from './period.ts'
import { spot } from './spot.ts'

const read = (text: string, published: string | null) =>
  spot(text, [], published).phrases.map(({ start, end, interval }) => {
    const { from, to } = isoEnds(interval)
    return `${text.slice(start, end)} = ${from ?? '…'}/${to ?? '…'}`
  })

const dates: readonly (readonly [string, readonly string[]])[] = [
  ['on 14 October 2031', ['14 October 2031 = 2031-10-14/2031-10-15']],
  ['on Oct. 14, 2031', ['Oct. 14, 2031 = 2031-10-14/2031-10-15']],
  ['2031-10-14', ['2031-10-14 = 2031-10-14/2031-10-15']],
  ['14.10.2031', ['14.10.2031 = 2031-10-14/2031-10-15']],
  ['in the third quarter of 2031', ['third quarter of 2031 = 2031-07/2031-10']],
  ['in the third quarter', ['third quarter = 2031-07/2031-10']],
  ['From 2018 to 2019 there were', ['From 2018 to 2019 = 2018/2020']],
  ['in 2014–15', ['2014–15 = 2014/2016']],
  ['since 2025', ['since 2025 = 2025/…']],
  ['by 2033', ['by 2033 = …/2034']],
  ['in the 1990s', ['1990s = 1990/2000']],
  ['in the 19th century', ['19th century = 1800/1900']],
  ['between July and September', ['between July and September = 2031-07/2031-10']],
  ['between 3 and 17 February 2031', ['between 3 and 17 February 2031 = 2031-02-03/2031-02-18']],
  ['last year', ['last year = 2030/2031']],
  ['in the year to September', ['year to September = 2030-10/2031-10']],
  ['on Monday', ['Monday = 2031-10-13/2031-10-14']],
  ['two weeks ago', ['two weeks ago = 2031-09-30/2031-10-01']],
  ['a year earlier', ['a year earlier = 2030/2031']],
  ['the first week of January 2031', ['the first week of January 2031 = 2030-12-30/2031-01-06']],
  ['two thousand people and 1,990 cats', []],
]

test.each(dates)('«%s», read in a text of 14 October 2031', (text, expected) => {
  expect(read(text, '2031-10-14')).toEqual(expected)
})

test('a relative date without a date of publication stays open', () => {
  expect(read('last year and on Monday', null)).toEqual(['last year = …/…', 'Monday = …/…'])
})

test('the date line of the text is the reference where nothing else is', () => {
  const text = 'LINDEN BAY, 14 October 2031 - Prices rose last year.'
  const spotted = spot(text, [{ start: 0, end: 29, kind: 'dateline' }], null)
  expect(spotted.reference).toBe('2031-10-14')
  expect(spotted.phrases.map(({ interval }) => isoEnds(interval).from)).toEqual(['2030'])
})
