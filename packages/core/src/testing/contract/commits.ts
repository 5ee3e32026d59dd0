import { expect } from 'vitest'
import { author, AT, put, world } from '../world.ts'
import { contentOf, expectCode, PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Versions, atomicity, idempotency. */
export function commitContract(make: MakeStore): void {
  testOn(make, 'every kind comes back as it was put', async (store) => {
    const { speaker, judgement, decision, article, newId } = world()
    const ana = speaker('Ana Vidal Roche', {
      aliases: [
        {
          text: 'Ана Видаль',
          kind: 'transliteration',
          language: 'ru',
          from: null,
          to: '2031',
          rank: 'normal',
        },
      ],
      affiliations: [
        {
          organizationId: null,
          organization: 'Port Elden',
          role: 'minister',
          from: '2022',
          to: null,
          rank: 'preferred',
          citationId: null,
        },
      ],
      externalIds: [{ scheme: 'other', value: '7', match: 'close', decidedBy: null }],
      description: 'the minister, not the painter',
    })
    const tomas = speaker('Tomas Brekke')
    const { changes, source, revision, occurrences, quotes, statistics } = article({
      publisher: 'The Harbour Gazette',
      publishedAt: '2031-02',
      quotes: [
        { text: 'The fares stay 🚢 as they are', speaker: ana },
        { text: 'we asked for more', speaker: tomas, kind: 'mixed' },
      ],
      statistics: [{ surface: '4,000', sentence: 'About 4,000 boats came.', value: 4000.5 }],
    })
    const citation = {
      id: newId('cit'),
      sourceId: null,
      revisionId: null,
      citingRevisionId: revision.id,
      anchor: occurrences[0]?.parts[0] ?? null,
      text: 'the fares report',
      issuerId: ana.id,
      locator: null,
      accessedAt: null,
      note: null,
      foundBy: { kind: 'rule' as const, name: 'onrecord', version: '1', score: null, at: AT },
      version: 1,
      createdAt: AT,
      updatedAt: AT,
    }
    const same = judgement(ana.id, tomas.id, 'unsure', { reason: 'only a surname' })
    const accepted = decision(quotes[0]?.id ?? ana.id)
    await store.commit(
      [
        put('speaker', ana),
        put('speaker', tomas),
        ...changes,
        put('citation', citation),
        put('judgement', same),
        put('decision', accepted),
      ],
      author(),
    )
    expect(await store.get('speaker', ana.id)).toEqual(ana)
    expect(await store.get('source', source.id)).toEqual(source)
    expect(await store.get('revision', revision.id)).toEqual(revision)
    expect(await store.get('citation', citation.id)).toEqual(citation)
    expect(await store.get('judgement', same.id)).toEqual(same)
    expect(await store.get('decision', accepted.id)).toEqual(accepted)
    expect(
      await store.getMany(
        'occurrence',
        occurrences.map(({ id }) => id),
      ),
    ).toEqual(occurrences)
    expect(
      await store.getMany(
        'quote',
        quotes.map(({ id }) => id),
      ),
    ).toEqual(quotes)
    expect(
      await store.getMany(
        'statistic',
        statistics.map(({ id }) => id),
      ),
    ).toEqual(statistics)
    expect(await store.verify()).toEqual([])
  })

  testOn(
    make,
    'what is not there is null, and left out of many, which come in the order asked for',
    async (store) => {
      const { speaker, newId } = world()
      const [a, b] = [speaker('Ana Vidal'), speaker('Tomas Brekke')]
      await store.commit([put('speaker', a), put('speaker', b)], author())
      const missing = newId('spk')
      expect(await store.get('speaker', missing)).toBeNull()
      expect(await store.getMany('speaker', [b.id, missing, a.id])).toEqual([b, a])
      expect(await store.getMany('speaker', [])).toEqual([])
      expect(await store.tombstone(missing)).toBeNull()
    },
  )

  testOn(
    make,
    'a version that does not follow the stored one is stale, and nothing of that commit is written',
    async (store) => {
      const { speaker } = world()
      const ana = speaker('Ana Vidal')
      await expectCode(store.commit([put('speaker', { ...ana, version: 2 })], author()), 'stale')
      await store.commit([put('speaker', ana)], author())
      await expectCode(store.commit([put('speaker', ana)], author()), 'stale')
      await store.commit([put('speaker', { ...ana, description: 'a', version: 2 })], author())
      const before = await contentOf(store)
      const other = speaker('Tomas Brekke')
      await expectCode(
        store.commit(
          [put('speaker', other), put('speaker', { ...ana, description: 'b', version: 2 })],
          author('k'),
        ),
        'stale',
      )
      expect(await contentOf(store)).toEqual(before)
      expect((await store.commit([put('speaker', other)], author('k'))).replayed).toBe(false)
    },
  )

  testOn(make, 'records made once cannot be put again', async (store) => {
    const { article, decision } = world()
    const { changes, revision, occurrences, quotes } = article({ quotes: [{ text: 'we wait' }] })
    const [occurrence] = occurrences
    const [quote] = quotes
    if (occurrence === undefined || quote === undefined) throw new TypeError('the article has one quote')
    const made = decision(quote.id)
    await store.commit([...changes, put('decision', made)], author())
    const before = await contentOf(store)
    await expectCode(store.commit([put('revision', { ...revision, notice: 'corrected' })], author()), 'stale')
    await expectCode(store.commit([put('occurrence', { ...occurrence, kind: 'term' })], author()), 'stale')
    await expectCode(store.commit([put('decision', { ...made, note: 'changed' })], author()), 'stale')
    expect(await contentOf(store)).toEqual(before)
  })

  testOn(
    make,
    'a record that points at nothing is refused whole; order within a commit does not matter',
    async (store) => {
      const { article, speaker } = world()
      const ana = speaker('Ana Vidal')
      const { changes } = article({ quotes: [{ text: 'we wait', speaker: ana }] })
      const before = await contentOf(store)
      await expectCode(store.commit(changes, author('k')), 'invalid')
      expect(await contentOf(store)).toEqual(before)
      const done = await store.commit([...changes.toReversed(), put('speaker', ana)], author('k'))
      expect(done.replayed).toBe(false)
      expect(await store.verify()).toEqual([])
    },
  )

  testOn(make, 'source keys and slugs belong to one record', async (store) => {
    const { article, speaker } = world()
    const ana = speaker('Ana Vidal')
    await store.commit([...article({ key: 'id:one' }).changes, put('speaker', ana)], author())
    await expectCode(store.commit(article({ key: 'id:one' }).changes, author()), 'duplicate')
    await expectCode(store.commit([put('speaker', speaker('Ana Vidal'))], author()), 'duplicate')
    await store.commit([put('speaker', { ...ana, slug: 'ana-vidal-roche', version: 2 })], author())
    await expectCode(store.commit([put('speaker', speaker('Ana Vidal'))], author()), 'duplicate')
    const bySlug = async (slug: string) =>
      (await store.list('speaker', { slug }, PAGE)).items.map(({ id }) => id)
    expect(await bySlug('ana-vidal')).toEqual([ana.id])
    expect(await bySlug('ana-vidal-roche')).toEqual([ana.id])
    expect(await bySlug('ana')).toEqual([])
  })

  testOn(make, 'a key seen before gives the first commit and writes nothing', async (store) => {
    const { speaker } = world()
    const [ana, tomas] = [speaker('Ana Vidal'), speaker('Tomas Brekke')]
    const first = await store.commit([put('speaker', ana)], author('once'))
    const before = await contentOf(store)
    const again = await store.commit([put('speaker', tomas)], author('once'))
    expect(again).toEqual({ ...first, replayed: true })
    expect(await contentOf(store)).toEqual(before)
    expect((await store.commit([put('speaker', tomas)], author('twice'))).seq).toBeGreaterThan(first.seq)
    expect((await store.commit([], author('empty'))).entries).toEqual([])
    expect((await store.commit([put('speaker', speaker('Maud Lund'))], author('empty'))).replayed).toBe(true)
    expect(await store.get('speaker', ana.id)).toEqual(ana)
  })
}
