import * as fc from 'fast-check'
import { expect } from 'vitest'
import { walk } from '../../patch.ts'
import { author, put, query, world } from '../world.ts'
import { allOf, contentOf, expectCode, PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** What is kept of changes, of erased records, and of any text. */
export function auditContract(make: MakeStore): void {
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

  testOn(
    make,
    'what happened together has one commit number and numbers of its own in the audit',
    async (store) => {
      const { speaker } = world()
      const people = ['Ana Vidal', 'Tomas Brekke', 'Maud Lund'].map((name) => speaker(name))
      const { seq, entries } = await store.commit(
        people.map((next) => put('speaker', next)),
        author(),
      )
      expect(entries.map(({ seq: number, commit, target }) => [number, commit, target])).toEqual(
        people.map(({ id }, index) => [index + 1, seq, id]),
      )
      expect((await store.history({}, PAGE)).items.toReversed()).toEqual(entries)
    },
  )

  testOn(make, 'any well-formed text comes back as it was put', async (store) => {
    const { speaker, article } = world()
    const odd = fc.constantFrom('\0', '\n', '🚢', '\u202e', '"', "'", '\\', 'e\u0301', '\ufeff', 'ß')
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: odd, minLength: 1 }))
    let made = 0
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, words, title) => {
        const by = speaker(name, { slug: `speaker-${++made}`, description: words })
        const { source, revision, occurrences, quotes, changes } = article({
          title,
          publisher: name,
          quotes: [{ text: words, speaker: by }],
        })
        await store.commit([put('speaker', by), ...changes], author())
        expect(await store.get('speaker', by.id)).toEqual(by)
        expect(await store.get('source', source.id)).toEqual(source)
        expect(await store.get('revision', revision.id)).toEqual(revision)
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
      }),
      { numRuns: 20 },
    )
    expect(await store.verify()).toEqual([])
    expect((await store.search(query(), PAGE)).items).toHaveLength(made)
  })
}
