import { QuoteView, SpeakerView, StatisticPage, StatisticView } from '@onrecord/schema'
import type { Quote, ReviewStatus } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { permit } from './access.ts'
import { anyStatistic } from './statistic-query.ts'
import { expectCode } from './testing/contract/suite.ts'
import { editor, ferry, reader, setUp } from './testing/ferry.ts'

const PAGE = { limit: 100, cursor: null }

async function filled() {
  const set = setUp()
  await set.put(ferry)
  const quotes = (await set.store.list('quote', {}, PAGE)).items
  const at = (index: number): Quote => {
    const quote = quotes[index]
    if (quote === undefined) throw new TypeError(`there is no quote ${index}`)
    return quote
  }
  const decide = (quote: Quote, status: ReviewStatus, reason: string) =>
    set.store.commit(
      [{ op: 'put', kind: 'quote', next: { ...quote, status, version: quote.version + 1 }, reason }],
      { permit: permit(editor, 'quote:decide'), key: null, cause: 'decision' },
    )
  return { ...set, at, decide }
}

test('a quote is shown with its speaker, role, source and the paragraph it stands in', async () => {
  const { services, at } = await filled()
  const view = QuoteView.parse(await services.quote.get(reader, { id: at(0).id }))
  expect(view).toMatchObject({
    text: 'The ferry fares will not rise this year,',
    kind: 'direct',
    status: 'unchecked',
    role: 'harbour minister, Port Elden',
    saidAt: null,
    denied: false,
    speaker: { name: 'Ana Vidal Roche', slug: 'ana-vidal-roche' },
    source: { title: 'Minister rules out rise', publisher: 'The Harbour Gazette', publishedAt: '2031-03-12' },
    within: null,
    continues: null,
    statistics: [],
    version: 1,
    occurrences: [
      {
        revision: 1,
        latest: true,
        kind: 'direct',
        cue: { anchor: { exact: 'told reporters' } },
        mention: { text: 'Ana Vidal Roche', kind: 'name' },
        foundBy: { kind: 'rule', name: 'onrecord', version: '1', score: 0.9 },
      },
    ],
  })
  const [{ context, parts } = { context: null, parts: [] }] = view.occurrences
  expect(context).toMatchObject({
    start: 0,
    cutBefore: false,
    cutAfter: true,
    text: ferry.text.split('\n')[0],
  })
  expect(context?.text.slice(parts[0]?.start, parts[0]?.end)).toBe(view.text)
})

test('a quote in a quote names the one around it', async () => {
  const { services, at } = await filled()
  expect((await services.quote.get(reader, { id: at(2).id })).within).toMatchObject({
    id: at(1).id,
    speaker: { name: 'Tomas Brekke' },
  })
})

test('a denied quote says so', async () => {
  const { services, put, store } = setUp()
  await put({
    key: 'id:denied',
    text: 'She denied that fares would rise.',
    quotes: [{ words: 'fares would rise', kind: 'indirect', cue: 'denied', stance: 'denying' }],
  })
  const [quote] = (await store.list('quote', {}, PAGE)).items
  expect(await services.quote.get(reader, { id: quote?.id ?? 'quo_' })).toMatchObject({
    denied: true,
    speaker: null,
    kind: 'indirect',
  })
})

test('what was withdrawn is gone with its reason, what was rejected or never there is not found; editors see both', async () => {
  const { services, at, decide } = await filled()
  await decide(at(0), 'withdrawn', 'asked by the speaker')
  await decide(at(1), 'rejected', 'wrong words')
  const gone = await expectCode(services.quote.get(reader, { id: at(0).id }), 'gone')
  expect(gone.message).toBe('This quote was withdrawn: asked by the speaker.')
  expect(gone.details).toMatchObject({ reason: 'asked by the speaker' })
  await expectCode(services.quote.get(reader, { id: at(1).id }), 'notFound')
  await expectCode(services.quote.get(reader, { id: 'quo_7zzzzzzzzzzzzzzzzzzzzzzzzz' }), 'notFound')
  expect((await services.quote.get(editor, { id: at(1).id })).status).toBe('rejected')
  expect((await services.quote.get(reader, { id: at(2).id })).within).toBeNull()
})

test('what was erased is gone with its reason', async () => {
  const { services, store, put } = setUp()
  await put({ ...ferry, key: 'id:sample/ferry' })
  const [quote] = (await store.list('quote', {}, PAGE)).items
  const [source] = (await store.list('source', {}, PAGE)).items
  await services.sample.remove({ kind: 'system', task: 'sample' })
  expect(
    (await expectCode(services.quote.get(reader, { id: quote?.id ?? 'quo_' }), 'gone')).message,
  ).toContain('the sample was removed')
  await expectCode(services.source.get(reader, { id: source?.id ?? 'src_', revision: null }), 'gone')
  await expectCode(services.speaker.get(reader, { slug: 'ana-vidal-roche' }), 'notFound')
})

test('a speaker is shown with what is on record, and an earlier slug leads to the present one', async () => {
  const { services, store, at, decide } = await filled()
  await decide(at(0), 'verified', '')
  const view = SpeakerView.parse(await services.speaker.get(reader, { slug: 'ana-vidal-roche' }))
  expect(view).toMatchObject({
    name: 'Ana Vidal Roche',
    quotes: 1,
    verified: 1,
    statistics: 0,
    sources: 1,
    first: '2031-03-12',
    latest: '2031-03-12',
    months: [{ month: '2031-03', quotes: 1 }],
    aliases: [{ text: 'Vidal Roche' }],
    affiliations: [{ role: 'harbour minister' }],
  })
  const ana = await store.get('speaker', view.id)
  if (ana === null) throw new TypeError('she is there')
  await store.commit(
    [{ op: 'put', kind: 'speaker', next: { ...ana, slug: 'ana-vidal', version: 2 }, reason: null }],
    { permit: permit(editor, 'speaker:judge'), key: null, cause: 'decision' },
  )
  expect((await services.speaker.get(reader, { slug: 'ana-vidal-roche' })).slug).toBe('ana-vidal')
  expect((await services.speaker.get(reader, { slug: 'port-elden' })).statistics).toBe(1)
  await expectCode(services.speaker.get(reader, { slug: 'nobody' }), 'notFound')
})

test('statistics are listed and shown with their sentence', async () => {
  const { services } = await filled()
  const page = StatisticPage.parse(
    await services.statistic.list(reader, {
      query: { ...anyStatistic, q: 'boat', speaker: ['port-elden'], status: ['rejected'] },
      page: PAGE,
    }),
  )
  expect(page).toMatchObject({
    total: { count: 1 },
    items: [
      {
        value: 4000,
        measure: 'boats',
        sentence: 'It counts 4,000 boats.',
        mark: { start: 10, end: 15 },
        cites: 'fares report',
        speaker: { slug: 'port-elden' },
      },
    ],
  })
  const view = StatisticView.parse(await services.statistic.get(reader, { id: page.items[0]?.id ?? 'sta_' }))
  expect(view.occurrences[0]?.context.text).toBe(ferry.text.split('\n\n')[1])
  await expectCode(services.statistic.get(reader, { id: 'sta_7zzzzzzzzzzzzzzzzzzzzzzzzz' }), 'notFound')
})
