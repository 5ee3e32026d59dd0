import { expect } from 'vitest'
import { quoteCard, statisticCard } from '../../card.ts'
import { anyStatistic } from '../../statistic-query.ts'
import { author, put, query, world } from '../world.ts'
import { expectCode, PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Lists, their filters and their rows. */
export function listContract(make: MakeStore): void {
  testOn(make, 'each kind is listed by its filters and in its order', async (store) => {
    const { speaker, article, judgement, decision } = world()
    const [ana, tomas] = [speaker('Ana Vidal'), speaker('Tomas Brekke', { kind: 'group' })]
    const one = article({
      key: 'id:sample/one',
      quotes: [
        { text: 'b', speaker: ana },
        { text: 'a', speaker: tomas, status: 'rejected' },
      ],
      statistics: [{ surface: '4', sentence: 'There were 4 of them.', speaker: ana }],
    })
    const two = article({ key: 'id:two', quotes: [{ text: 'c', speaker: ana }] })
    const pair = judgement(ana.id, tomas.id, 'different')
    const decisions = [
      decision(ana.id, { at: '2031-01-01T00:00:00.000Z' }),
      decision(ana.id, { at: '2031-01-02T00:00:00.000Z' }),
      decision(tomas.id),
    ]
    await store.commit(
      [
        put('speaker', ana),
        put('speaker', tomas),
        ...one.changes,
        ...two.changes,
        put('judgement', pair),
        ...decisions.map((next) => put('decision', next)),
      ],
      author(),
    )
    const ids = async (page: Promise<{ items: readonly { id: string }[] }>) =>
      (await page).items.map(({ id }) => id)
    expect(await ids(store.list('source', {}, PAGE))).toEqual([two.source.id, one.source.id])
    expect(await ids(store.list('source', { key: 'id:two' }, PAGE))).toEqual([two.source.id])
    expect(await ids(store.list('source', { keyPrefix: 'id:sample/' }, PAGE))).toEqual([one.source.id])
    expect(await ids(store.list('source', { keyPrefix: 'id:%' }, PAGE))).toEqual([])
    expect(await ids(store.list('speaker', { name: 'Ana Vidal', kind: 'person' }, PAGE))).toEqual([ana.id])
    expect(await ids(store.list('speaker', { name: 'ana vidal' }, PAGE))).toEqual([])
    expect(await ids(store.list('speaker', { kind: 'group' }, PAGE))).toEqual([tomas.id])
    expect(await ids(store.list('revision', { sourceId: one.source.id }, PAGE))).toEqual([one.revision.id])
    expect(await ids(store.list('occurrence', { revisionId: one.revision.id }, PAGE))).toEqual(
      one.occurrences.map(({ id }) => id),
    )
    expect(await ids(store.list('quote', { speakerId: ana.id }, PAGE))).toEqual([
      one.quotes[0]?.id,
      two.quotes[0]?.id,
    ])
    expect(
      await ids(store.list('quote', { revisionId: one.revision.id, status: ['rejected'] }, PAGE)),
    ).toEqual([one.quotes[1]?.id])
    expect(
      await ids(store.list('statistic', { assertedBy: ana.id, revisionId: one.revision.id }, PAGE)),
    ).toEqual(one.statistics.map(({ id }) => id))
    expect(await ids(store.list('statistic', { assertedBy: tomas.id }, PAGE))).toEqual([])
    expect(await ids(store.list('decision', { target: ana.id }, PAGE))).toEqual([
      decisions[1]?.id,
      decisions[0]?.id,
    ])
    expect(await ids(store.list('judgement', { member: tomas.id }, PAGE))).toEqual([pair.id])
    expect(await ids(store.list('citation', {}, PAGE))).toEqual([])
    for (const cursor of ['x', '%', '[]', '"', 'a'.repeat(200)]) {
      await expectCode(store.list('speaker', {}, { limit: 2, cursor }), 'invalid')
      await expectCode(store.search(query(), { limit: 2, cursor }), 'invalid')
    }
  })

  testOn(make, 'rows of lists are what the records say', async (store) => {
    const { speaker, article, judgement } = world()
    const ana = speaker('Ana Vidal', {
      affiliations: [
        {
          organizationId: null,
          organization: 'Port Elden',
          role: 'minister',
          from: null,
          to: null,
          rank: 'normal',
          citationId: null,
        },
      ],
    })
    const short = speaker('A. Vidal')
    const lone = speaker('Maud Lund')
    const made = article({
      publisher: 'Coast Wire',
      publishedAt: '2030-02',
      quotes: [
        { text: 'one', speaker: short },
        { text: 'two', speaker: ana, status: 'verified' },
        { text: 'odd', kind: 'term', speaker: ana },
        { text: 'no', speaker: ana, status: 'rejected' },
      ],
      statistics: [
        { surface: '4', sentence: 'There were 4 boats. More came.', speaker: short },
        { surface: '5', sentence: 'Then 5 trains.', measure: 'trains', review: 'rejected' },
      ],
    })
    const other = article({ publishedAt: '2031', quotes: [{ text: 'three', speaker: ana }] })
    await store.commit(
      [
        put('speaker', ana),
        put('speaker', short),
        put('speaker', lone),
        ...made.changes,
        ...other.changes,
        put('judgement', judgement(ana.id, short.id)),
      ],
      author(),
    )
    const [quote] = made.quotes
    const [first] = made.occurrences
    if (quote === undefined || first === undefined) throw new TypeError('the article has quotes')
    const hit = (await store.search(query(), PAGE)).items.find(({ id }) => id === quote.id)
    expect(hit).toEqual({
      ...quoteCard({ quote, first, speaker: short, canonical: ana, source: made.source }),
      marks: [],
      speakerMarks: [],
    })
    const figures = await store.statistics(
      { ...anyStatistic, q: 'boats', speaker: ['ana-vidal'], source: [made.source.id] },
      PAGE,
    )
    const [statistic] = made.statistics
    const [at] = made.occurrences.filter(({ kind }) => kind === null)
    if (statistic === undefined || at === undefined) throw new TypeError('the article has statistics')
    expect(figures).toEqual({
      items: [
        statisticCard({
          statistic,
          first: at,
          text: made.revision.text,
          canonical: ana,
          source: made.source,
        }),
      ],
      next: null,
      total: { count: 1, exact: true },
    })
    const counted = async (said: Partial<Parameters<typeof store.statistics>[0]>) =>
      (await store.statistics({ ...anyStatistic, ...said }, PAGE)).total.count
    expect(await counted({})).toBe(1)
    expect(await counted({ status: ['rejected'] })).toBe(1)
    expect(await counted({ q: 'trai', status: ['rejected'] })).toBe(1)
    expect(await counted({ speaker: ['nobody'] })).toBe(0)
    expect(await counted({ q: 'vidal' })).toBe(1)
    expect((await store.sources(PAGE)).items).toEqual([
      {
        id: other.source.id,
        title: 'Harbour news',
        kind: 'article',
        publisher: null,
        publishedAt: '2031',
        quotes: 1,
        statistics: 0,
      },
      {
        id: made.source.id,
        title: 'Harbour news',
        kind: 'article',
        publisher: 'Coast Wire',
        publishedAt: '2030-02',
        quotes: 2,
        statistics: 1,
      },
    ])
    const card = {
      id: ana.id,
      name: 'Ana Vidal',
      slug: 'ana-vidal',
      kind: 'person',
      role: 'minister, Port Elden',
      quotes: 3,
    }
    expect(await store.speakersNamed('', 10)).toEqual([
      card,
      { id: lone.id, name: 'Maud Lund', slug: 'maud-lund', kind: 'person', role: null, quotes: 0 },
    ])
    expect(await store.speakersNamed('a vid', 10)).toEqual([card])
    expect(await store.speakersNamed('', 1)).toEqual([card])
    expect(await store.publishersNamed('wire', 10)).toEqual([
      { value: 'coast-wire', label: 'Coast Wire', quotes: 2 },
    ])
    expect(await store.publishersNamed('', 10)).toHaveLength(1)
    expect(await store.overview()).toEqual({
      quotes: 3,
      verified: 1,
      speakers: 1,
      statistics: 1,
      sources: 2,
      publishers: 1,
    })
  })

  testOn(make, 'a source is known by its key, with what stands in its latest revision', async (store) => {
    const { article, newId } = world()
    const made = article({
      key: 'path:a.txt',
      quotes: [{ text: 'one', status: 'rejected' }, { text: 'two' }],
      statistics: [{ surface: '4', sentence: 'There were 4.' }],
    })
    expect(await store.known('path:a.txt', null)).toBeNull()
    await store.commit(made.changes, author())
    const known = await store.known('path:a.txt', null)
    expect(known).toMatchObject({
      sourceId: made.source.id,
      revisionId: made.revision.id,
      fingerprint: made.revision.fingerprint,
      extractor: { name: 'onrecord', version: '1' },
      text: made.revision.text,
    })
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(known?.marks.toSorted(byId)).toEqual(
      [...made.quotes, ...made.statistics]
        .map(({ id }, index) => ({ id, parts: made.occurrences[index]?.parts }))
        .toSorted(byId),
    )
    const second = {
      ...made.revision,
      id: newId('rev'),
      ordinal: 2,
      previousId: made.revision.id,
      change: 'edited' as const,
      fingerprint: 'b'.repeat(64),
      text: 'changed',
      length: 7,
    }
    await store.commit([put('revision', second)], author())
    expect(await store.known('path:a.txt', null)).toEqual({
      sourceId: made.source.id,
      revisionId: second.id,
      fingerprint: second.fingerprint,
      extractor: null,
      text: 'changed',
      marks: [],
    })
  })
  testOn(make, 'a source no key names is known by the text it stands at now', async (store) => {
    const { article, newId } = world()
    const made = article({ key: 'path:a.txt', quotes: [{ text: 'one' }] })
    const other = article({ key: 'path:b.txt', quotes: [{ text: 'two' }] })
    const one = { ...made.revision, fingerprint: 'a'.repeat(64) }
    const changes = [...made.changes, ...other.changes].map((change) =>
      change.op === 'put' && change.kind === 'revision'
        ? put('revision', { ...change.next, fingerprint: 'a'.repeat(64) })
        : change,
    )
    await store.commit(changes, author())
    expect(await store.known('path:new.txt', null)).toBeNull()
    expect(await store.known('path:new.txt', 'c'.repeat(64))).toBeNull()
    expect(await store.known('path:new.txt', 'a'.repeat(64))).toMatchObject({ sourceId: made.source.id })
    expect(await store.known('path:b.txt', 'a'.repeat(64))).toMatchObject({ sourceId: other.source.id })
    const second = {
      ...one,
      id: newId('rev'),
      ordinal: 2,
      previousId: one.id,
      change: 'edited' as const,
      fingerprint: 'b'.repeat(64),
    }
    await store.commit([put('revision', second)], author())
    expect(await store.known('path:new.txt', 'a'.repeat(64))).toMatchObject({ sourceId: other.source.id })
    expect(await store.known('path:new.txt', 'b'.repeat(64))).toMatchObject({ revisionId: second.id })
  })
}
