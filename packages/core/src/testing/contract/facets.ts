import { expect } from 'vitest'
import { termsOf } from '../../query-words.ts'
import { author, put, query, world } from '../world.ts'
import { PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** What the counts promise. */
export function facetContract(make: MakeStore): void {
  testOn(make, 'counts of each facet tell what a tick gives, whatever else is ticked', async (store) => {
    const { speaker, article, judgement } = world()
    const speakers = [speaker('Ana Vidal'), speaker('Tomas Brekke'), speaker('A. Vidal')]
    const [ana, , short] = speakers
    if (ana === undefined || short === undefined) throw new TypeError('there are three speakers')
    const kinds = ['direct', 'mixed', 'indirect', 'term'] as const
    const states = ['unchecked', 'verified', 'disputed', 'rejected'] as const
    const articles = ['The Harbour Gazette', 'Coast Wire', null].map((publisher, outlet) =>
      article({
        publisher,
        title: `Article ${outlet}`,
        publishedAt: outlet === 2 ? null : `203${outlet}-05`,
        quotes: Array.from({ length: 12 }, (_, index) => ({
          text: index % 2 === 0 ? `ferry ${index}` : `harbour ${index}`,
          speaker: speakers[(index + outlet) % 4] ?? null,
          kind: kinds[index % 4] ?? 'direct',
          status: states[index % 3] ?? 'unchecked',
          saidAt: index === 5 ? '2019-02-03' : null,
        })),
      }),
    )
    await store.commit(
      [
        ...speakers.map((next) => put('speaker', next)),
        ...articles.flatMap(({ changes }) => changes),
        put('judgement', judgement(ana.id, short.id)),
      ],
      author(),
    )
    const idsOf = async (slug: string) => {
      const [record] = (await store.list('speaker', { slug }, PAGE)).items
      return record === undefined ? [] : store.cluster(record.id)
    }
    const bases = [
      query(),
      query({ terms: termsOf('ferry') }),
      query({ speakers: await idsOf('ana-vidal'), kind: ['direct', 'term'] }),
      query({ status: ['verified'], sources: ['coast-wire'] }),
      query({ from: '2030', to: '2030' }),
    ]
    for (const base of bases) {
      const { speaker: bySpeaker, source, kind, status, year, exact } = await store.facets(base)
      expect(exact).toBe(true)
      const countWith = async (said: Parameters<typeof query>[0]) =>
        (await store.search({ ...base, ...said }, { limit: 1, cursor: null })).total.count
      for (const { value, count } of bySpeaker)
        expect([value, await countWith({ speakers: await idsOf(value) })]).toEqual([value, count])
      for (const { value, count } of source)
        expect([value, await countWith({ sources: [value] })]).toEqual([value, count])
      for (const { value, count } of kind)
        expect([value, await countWith({ kind: [value] })]).toEqual([value, count])
      for (const { value, count } of status)
        expect([value, await countWith({ status: [value] })]).toEqual([value, count])
      for (const { value, count } of year)
        expect([value, await countWith({ from: value, to: value })]).toEqual([value, count])
      expect(await countWith({ kind: kind.map(({ value }) => value) })).toBe(
        kind.reduce((sum, { count }) => sum + count, 0),
      )
      for (const facet of [bySpeaker, source, kind, status]) {
        const keys = facet.map(({ checked, count }) => [checked ? 0 : 1, -count] as const)
        expect(keys).toEqual(keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
      }
      expect(year.map(({ value }) => value)).toEqual(year.map(({ value }) => value).toSorted())
    }
    const all = await store.facets(
      query({
        speakers: await idsOf('a-vidal'),
        sources: ['coast-wire'],
        kind: ['term'],
        status: ['verified'],
        from: '2019',
        to: '2019',
      }),
    )
    expect(all.speaker.filter(({ checked }) => checked)).toEqual([
      { value: 'ana-vidal', label: 'Ana Vidal', count: 0, checked: true },
    ])
    expect(all.source.filter(({ checked }) => checked)).toEqual([
      { value: 'coast-wire', label: 'Coast Wire', count: 0, checked: true },
    ])
    expect(all.kind.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['term'])
    expect(all.status.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['verified'])
    expect(all.year.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['2019'])
    const plain = await store.facets(query())
    expect(plain.speaker.map(({ value }) => value).toSorted()).toEqual(['ana-vidal', 'tomas-brekke'])
    expect(plain.source.map(({ label }) => label).toSorted()).toEqual([
      'Article 2',
      'Coast Wire',
      'The Harbour Gazette',
    ])
    expect(plain.kind.map(({ value }) => value).toSorted()).toEqual(['direct', 'indirect', 'mixed', 'term'])
  })
}
