import { MetaView, SourcePage, SourceView } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { expectCode } from './testing/contract/suite.ts'
import { ferry, reader, setUp } from './testing/ferry.ts'

test('a source is shown whole, with everything found in it in the order of the text', async () => {
  const { services, put } = setUp()
  const { sourceId } = await put(ferry)
  const view = SourceView.parse(await services.source.get(reader, { id: sourceId, revision: null }))
  expect(view).toMatchObject({
    title: 'Minister rules out rise',
    publisher: 'The Harbour Gazette',
    text: ferry.text,
    revision: { ordinal: 1 },
    citations: [{ text: 'fares report', issuer: { name: 'Port Elden' } }],
  })
  expect(view.quotes.map(({ label, kind, quote }) => [label, kind, quote.speaker?.name ?? null])).toEqual([
    ['q1', 'direct', 'Ana Vidal Roche'],
    ['q2', 'direct', 'Tomas Brekke'],
    ['q3', 'direct', null],
    ['q4', 'mixed', 'Officials'],
  ])
  expect(
    view.statistics.map(({ label, statistic, parts }) => [label, statistic.surface, parts[0]?.exact]),
  ).toEqual([['s1', '4,000', '4,000']])
  for (const { parts } of [...view.quotes, ...view.statistics])
    for (const { start, end, exact } of parts) expect(view.text.slice(start, end)).toBe(exact)
  await expectCode(
    services.source.get(reader, { id: sourceId, revision: 'rev_7zzzzzzzzzzzzzzzzzzzzzzzzz' }),
    'notFound',
  )
  await expectCode(
    services.source.get(reader, { id: 'src_7zzzzzzzzzzzzzzzzzzzzzzzzz', revision: null }),
    'notFound',
  )
})

test('sources are listed with what was found in them', async () => {
  const { services, put } = setUp()
  await put(ferry)
  await put({ key: 'id:older', text: 'It rained.', title: 'Rain', publishedAt: '2029' })
  const page = SourcePage.parse(await services.source.list(reader, { page: { limit: 10, cursor: null } }))
  expect(page.items.map(({ title, quotes, statistics }) => [title, quotes, statistics])).toEqual([
    ['Minister rules out rise', 4, 1],
    ['Rain', 0, 0],
  ])
})

test('the server says what it is and takes', async () => {
  const { services, put } = setUp()
  await put(ferry)
  expect(MetaView.parse(await services.meta.get(reader))).toMatchObject({
    name: 'Onrecord',
    limits: { candidates: 20_000 },
    overview: {
      quotes: 4,
      speakers: 3,
      sources: 1,
      publishers: 1,
      statistics: 1,
      verified: 0,
      sample: false,
    },
  })
})
