import { StatisticPage, StatisticView } from '@onrecord/schema'
import type { PartialDate, Statistic } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { anyStatistic } from './statistic-query.ts'
import { reader, setUp } from './testing/ferry.ts'
import { author, put, world } from './testing/world.ts'
import type { StatisticSketch } from './testing/world.ts'

const PAGE = { limit: 100, cursor: null }
const year = (from: PartialDate, to: PartialDate): Statistic['period'] => ({
  text: null,
  anchor: null,
  from,
  to,
  grain: 'year',
  asOf: false,
  relativeTo: null,
})
const passengers = (value: number, said: Partial<Statistic> = {}): StatisticSketch => ({
  surface: String(value),
  sentence: `The ferries carried ${value} people.`,
  measure: 'ferry passengers',
  value,
  said: { digits: null, period: year('2024', '2025'), ...said },
})

async function filled() {
  const { store, services } = setUp()
  const { speaker, article } = world()
  const port = speaker('Port Authority', { kind: 'organization' })
  const gazette = article({
    publisher: 'The Harbour Gazette',
    publishedAt: '2031-01-02',
    statistics: [
      { ...passengers(1_210_000), speaker: port },
      passengers(1_150_000, { period: year('2023', '2024') }),
      { surface: '4', sentence: 'There are 4 boats.' },
    ],
  })
  const wire = article({
    publisher: 'Coast Wire',
    publishedAt: '2031-01-01',
    statistics: [passengers(900_000), passengers(1_200_000), { ...passengers(700_000), review: 'rejected' }],
  })
  await store.commit([put('speaker', port), ...gazette.changes, ...wire.changes], author())
  return { services, gazette, wire }
}

test('a page tells which of its rows are told elsewhere, and where they contradict each other', async () => {
  const { services } = await filled()
  const list = async (limit: number) =>
    StatisticPage.parse(
      await services.statistic.list(reader, { query: anyStatistic, page: { limit, cursor: null } }),
    )
  const page = await list(100)
  expect(
    page.groups.map(({ items, ...said }) => ({ ...said, values: items.map(({ value }) => value) })),
  ).toEqual([{ values: [1_210_000, 900_000, 1_200_000], disagreement: true, sameReport: false }])
  // The others of a group need not stand on the same page.
  expect((await list(1)).groups).toEqual(page.groups)
  expect(new Set(page.items.map(({ series }) => series?.split('.')[0]))).toEqual(
    new Set(['ferry-passenger', 'boat']),
  )
})

test('figures of another year, or of a time not known, are no disagreement', async () => {
  const { services } = await filled()
  const { groups } = await services.statistic.list(reader, {
    query: { ...anyStatistic, to: '2023' },
    page: PAGE,
  })
  expect(groups).toEqual([])
})

test('a statistic has the same figure told elsewhere, each with how it stands to it', async () => {
  const { services, gazette } = await filled()
  const [first, , boats] = gazette.statistics
  if (first === undefined || boats === undefined) throw new TypeError('the article has statistics')
  const view = StatisticView.parse(await services.statistic.get(reader, { id: first.id }))
  expect(view.elsewhere.map(({ statistic: { value }, ...said }) => ({ value, ...said }))).toEqual([
    { value: 900_000, relation: 'differs', disagreement: true, sameReport: false },
    { value: 1_200_000, relation: 'rounded', disagreement: false, sameReport: false },
  ])
  expect((await services.statistic.get(reader, { id: boats.id })).elsewhere).toEqual([])
})

test('the same report told with different figures is named', async () => {
  const { store, services } = setUp()
  const { article } = world()
  const cites = (text: string) => ({ text, sourceId: null, anchor: null })
  const made = ['Report on Ferries', 'report on ferries'].map((report, place) => {
    const one = article({ statistics: [passengers(place === 0 ? 415_400 : 451_400, { period: null })] })
    return one.changes.map((change) =>
      change.kind === 'occurrence' ? put('occurrence', { ...change.next, cites: cites(report) }) : change,
    )
  })
  await store.commit(made.flat(), author())
  const { groups } = await services.statistic.list(reader, { query: anyStatistic, page: PAGE })
  expect(groups).toMatchObject([{ disagreement: true, sameReport: true }])
})
