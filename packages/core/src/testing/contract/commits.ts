import { expect } from 'vitest'
import { walk } from '../../patch.ts'
import { author, AT, put, world } from '../world.ts'
import { allOf, contentOf, expectCode, PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Versions, atomicity, idempotency, audit, erasing. */
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

  testOn(
    make,
    'the audit has one entry a change, without gaps, and walks every record back and forward',
    async (store) => {
      const { speaker, newId } = world()
      const versions = [speaker('Ana Vidal')]
      for (const said of [
        { description: 'minister' },
        { name: 'Ana Vidal Roche', slug: 'ana-vidal-roche' },
        {
          aliases: [
            {
              text: 'A. V.',
              kind: 'short' as const,
              language: null,
              from: null,
              to: null,
              rank: 'normal' as const,
            },
          ],
        },
        { description: null },
      ]) {
        const last = versions.at(-1)
        if (last !== undefined)
          versions.push({
            ...last,
            ...said,
            version: last.version + 1,
            updatedAt: `2031-03-0${last.version + 1}T09:00:00.000Z`,
          })
      }
      const decisionId = newId('dec')
      for (const version of versions)
        await store.commit([put('speaker', version, `to ${version.version}`)], {
          ...author(null, 'decision'),
          decisionId,
        })
      const last = versions.at(-1)
      if (last === undefined) throw new TypeError('there are five versions')
      const newest = await allOf((page) => store.history({ target: last.id }, page))
      expect(newest.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
      expect(newest.map(({ from, to }) => [from, to])).toEqual([
        [4, 5],
        [3, 4],
        [2, 3],
        [1, 2],
        [0, 1],
      ])
      expect(newest.map(({ commit }) => commit)).toEqual([5, 4, 3, 2, 1])
      expect(newest.at(-1)?.patch).toEqual([])
      expect(newest[0]).toMatchObject({
        kind: 'speaker',
        cause: 'decision',
        reason: 'to 5',
        decisionId,
        by: { kind: 'system', id: null, name: 'test' },
      })
      expect(await store.get('speaker', last.id)).toEqual(last)
      let record: object = last
      for (const [index, { patch }] of newest.slice(0, -1).entries()) {
        record = walk(record, patch, 'back')
        expect(JSON.stringify(record)).toBe(JSON.stringify(versions.at(-2 - index)))
      }
      for (const { patch } of newest.toReversed()) record = walk(record, patch, 'forward')
      expect(JSON.stringify(record)).toBe(JSON.stringify(last))
      expect((await store.history({ kind: 'quote' }, PAGE)).items).toEqual([])
      expect((await store.history({ since: 3 }, PAGE)).items.map(({ seq }) => seq)).toEqual([5, 4])
    },
  )

  testOn(make, 'erasing leaves a tombstone and an audit without the words', async (store) => {
    const { article, speaker } = world()
    const ana = speaker('Ana Vidal', { description: 'SECRET one' })
    const made = article({ key: 'id:one', quotes: [{ text: 'we wait', speaker: ana }] })
    await store.commit([put('speaker', ana), ...made.changes], author())
    await store.commit([put('speaker', { ...ana, description: 'SECRET two', version: 2 })], author())
    const erasure = {
      op: 'erase' as const,
      kind: 'speaker' as const,
      id: ana.id,
      version: 2,
      reason: 'asked for',
    }
    await expectCode(store.commit([erasure], author()), 'invalid')
    await expectCode(store.commit([{ ...erasure, version: 1 }], author()), 'stale')
    const [quote] = made.quotes
    if (quote === undefined) throw new TypeError('the article has one quote')
    await store.commit(
      [{ op: 'erase', kind: 'quote', id: quote.id, version: 1, reason: 'asked for' }, erasure],
      author(null, 'erase'),
    )
    expect(await store.get('speaker', ana.id)).toBeNull()
    expect(await store.tombstone(ana.id)).toMatchObject({ id: ana.id, kind: 'speaker', reason: 'asked for' })
    const [last, ...earlier] = (await store.history({ target: ana.id }, PAGE)).items
    expect(last).toMatchObject({ from: 2, to: 3, patch: [], cause: 'erase', reason: 'asked for' })
    expect(earlier).toHaveLength(2)
    expect(JSON.stringify(await contentOf(store))).not.toContain('SECRET')
    expect(
      (
        await store.search(
          { terms: [], speakers: [], sources: [], kind: [], status: [], from: null, to: null, sort: 'new' },
          PAGE,
        )
      ).items,
    ).toEqual([])
    await expectCode(store.commit([put('speaker', { ...ana, slug: 'other' })], author()), 'stale')
    await store.commit([put('speaker', speaker('Ana Vidal'))], author())
    expect(await store.verify()).toEqual([])
  })
}
