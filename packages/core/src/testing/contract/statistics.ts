import type { PageInput, PartialDate, Statistic, StatisticQuery } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { statisticCard } from '../../card.ts'
import { anyStatistic, holdsDuring } from '../../statistic-query.ts'
import type { Store } from '../../store.ts'
import { author, put, world } from '../world.ts'
import { PAGE, expectCode, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

const during = (from: PartialDate | null, to: PartialDate | null, asOf = false): Statistic['period'] => ({
  text: null,
  anchor: null,
  from,
  to,
  grain: 'year',
  asOf,
  relativeTo: null,
})
const at = (text: string, code: string | null = null): Statistic['place'] => ({
  text,
  anchor: null,
  scheme: code === null ? null : 'iso3166-2',
  code,
})
const pounds: Statistic['unit'] = { kind: 'currency', code: 'GBP', text: '£', per: null }

const sketches = [
  {
    measure: 'ferry passengers',
    value: 900,
    said: { place: at('Port Elden', 'CH-ZH'), period: during('2024', '2025') },
  },
  {
    measure: 'Ferry fares',
    value: 40,
    said: { unit: pounds, place: at('Zürich'), period: during('2023-05', '2023-06') },
  },
  {
    measure: 'ferry passengers',
    value: 1200,
    said: { place: at('PORT ELDEN', 'CH-ZH'), period: during('2022', null) },
  },
  { measure: 'boats', value: 4, said: { period: during('2021', null, true) } },
  {
    measure: 'crews',
    said: { value: null, low: 30, high: 50, approximator: 'range', period: during(null, '2020') },
  },
  { measure: 'quays', said: { value: null, unread: 'two numbers in one', period: during(null, null) } },
  { measure: 'piers', value: 900 },
] as const

async function filled(store: Store) {
  const { article } = world()
  const made = article({
    publishedAt: '2031',
    statistics: sketches.map((sketch, place) => ({
      ...sketch,
      surface: `n${place}`,
      sentence: `There were n${place} of them.`,
    })),
  })
  await store.commit(made.changes, author())
  const ask = async (said: Partial<StatisticQuery>, page: PageInput = PAGE) =>
    store.statistics({ ...anyStatistic, ...said }, page)
  const surfaces = async (said: Partial<StatisticQuery>) => {
    const { items, total } = await ask(said)
    expect(total).toEqual({ count: items.length, exact: true })
    return items.map(({ surface }) => surface).join(' ')
  }
  return { made, ask, surfaces }
}

/** What figures are found by beside words, and in which order. */
export function statisticContract(make: MakeStore): void {
  testOn(make, 'statistics are found by place, unit and series', async (store) => {
    const { ask, surfaces } = await filled(store)
    expect(await surfaces({ place: ['port elden'] })).toBe('n0 n2')
    expect(await surfaces({ place: ['ch-zh', 'zurich'] })).toBe('n0 n1 n2')
    expect(await surfaces({ place: ['port'] })).toBe('')
    expect(await surfaces({ unit: ['currency'] })).toBe('n1')
    expect(await surfaces({ unit: ['currency:GBP', 'count:boats'] })).toBe('n1 n3')
    const [first] = (await ask({})).items
    expect(await surfaces({ measure: [first?.series ?? ''] })).toBe('n0 n2')
    expect(await surfaces({ measure: ['nothing.0'] })).toBe('')
    expect(await surfaces({ measure: [first?.series ?? ''], from: '2024', place: ['zürich'] })).toBe('')
  })

  testOn(make, 'a changed figure is found by what it is now', async (store) => {
    const { made, surfaces } = await filled(store)
    const [first] = made.statistics
    if (first === undefined) throw new TypeError('the article has statistics')
    await store.commit([put('statistic', { ...first, place: at('North Quay'), version: 2 })], author())
    expect(await surfaces({ place: ['port elden'] })).toBe('n2')
    expect(await surfaces({ place: ['north quay'] })).toBe('n0')
  })

  testOn(make, 'statistics are found by when they hold', async (store) => {
    const { surfaces } = await filled(store)
    expect(await surfaces({ from: '2024', to: '2024' })).toBe('n0 n2')
    expect(await surfaces({ to: '2023-05' })).toBe('n1 n2 n3 n4')
    expect(await surfaces({ from: '2025' })).toBe('n2')
    expect(await surfaces({ from: '2021-12-31', to: '2021-12-31' })).toBe('n3')
    expect(await surfaces({ to: '2019-12-31' })).toBe('n4')
  })

  testOn(make, 'any period is found as the rule says', async (store) => {
    const { article } = world()
    const date = fc
      .tuple(
        fc.integer({ min: 2019, max: 2023 }),
        fc.constantFrom('', '-01', '-06', '-01-01', '-06-15', '-12-31'),
      )
      .map(([year, rest]) => `${year}${rest}`)
    const dates = fc.tuple(fc.option(date), fc.option(date))
    const sampled = fc.sample(fc.tuple(dates, fc.boolean()), { numRuns: 60, seed: 7 })
    const made = article({
      statistics: sampled.map(([[one, other], asOf], place) => {
        const [from, to] = one !== null && other !== null && one >= other ? [other, null] : [one, other]
        return {
          surface: `n${place}`,
          sentence: `It was n${place}.`,
          said: { period: during(from, to, asOf) },
        }
      }),
    })
    await store.commit(made.changes, author())
    for (const [from, to] of fc.sample(dates, { numRuns: 40, seed: 11 })) {
      const found = (await store.statistics({ ...anyStatistic, from, to }, PAGE)).items.map(({ id }) => id)
      const wanted = made.statistics
        .filter(({ period }) => holdsDuring(period, { from, to }))
        .map(({ id }) => id)
      expect([from, to, found]).toEqual([from, to, wanted])
    }
  })

  testOn(make, 'statistics are sorted, what is not known last, page by page', async (store) => {
    const { ask, surfaces } = await filled(store)
    const orders = {
      new: 'n0 n1 n2 n3 n4 n5 n6',
      value: 'n3 n4 n1 n0 n6 n2 n5',
      '-value': 'n2 n0 n6 n1 n4 n3 n5',
      period: 'n4 n3 n2 n1 n0 n5 n6',
      '-period': 'n0 n1 n2 n3 n4 n5 n6',
      measure: 'n3 n4 n1 n0 n2 n6 n5',
      place: 'n0 n2 n1 n3 n4 n5 n6',
    } as const satisfies Record<StatisticQuery['sort'], string>
    for (const sort of ['new', 'value', '-value', 'period', '-period', 'measure', 'place'] as const) {
      expect([sort, await surfaces({ sort })]).toEqual([sort, orders[sort]])
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof ask>> = await ask({ sort }, { limit: 2, cursor })
        paged.push(...page.items.map(({ surface }) => surface))
        cursor = page.next
      } while (cursor !== null)
      expect([sort, paged.join(' ')]).toEqual([sort, orders[sort]])
    }
    await expectCode(ask({ sort: 'value' }, { limit: 2, cursor: 'nonsense' }), 'invalid')
  })

  testOn(make, 'a row is the card of its record, series and all', async (store) => {
    const { made, ask } = await filled(store)
    const { items } = await ask({ sort: 'value' })
    for (const card of items) {
      const statistic = made.statistics.find(({ id }) => id === card.id)
      const first = made.occurrences.find(({ id }) => id === statistic?.occurrenceIds[0])
      if (statistic === undefined || first === undefined) throw new TypeError('a row has its record')
      expect(card).toEqual(
        statisticCard({ statistic, first, text: made.revision.text, canonical: null, source: made.source }),
      )
    }
  })
}
