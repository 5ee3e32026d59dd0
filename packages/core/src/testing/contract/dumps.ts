import { expect } from 'vitest'
import { memoryStore } from '../memory-store.ts'
import { author, put, query, world } from '../world.ts'
import { contentOf, expectCode, PAGE, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Everything out and in again. */
export function dumpContract(make: MakeStore): void {
  testOn(
    make,
    'a dump loaded elsewhere is the same to the last entry of the audit, and loading it twice adds nothing',
    async (store) => {
      const { speaker, article, judgement } = world()
      const [ana, short] = [speaker('Ana Vidal'), speaker('A. Vidal')]
      const made = article({
        key: 'id:x',
        publisher: 'Coast Wire',
        quotes: [{ text: 'one', speaker: short }],
        statistics: [{ surface: '4', sentence: 'There were 4.' }],
      })
      await store.commit(
        [
          put('speaker', ana),
          put('speaker', short),
          ...made.changes,
          put('judgement', judgement(ana.id, short.id)),
        ],
        author('first'),
      )
      await store.commit([put('speaker', { ...ana, slug: 'ana-v', version: 2 })], author())
      const gone = article({ quotes: [] })
      await store.commit(gone.changes, author())
      await store.commit(
        [
          { op: 'erase', kind: 'revision', id: gone.revision.id, version: 1, reason: 'r' },
          { op: 'erase', kind: 'source', id: gone.source.id, version: 1, reason: 'r' },
        ],
        author(),
      )
      const lines = []
      for await (const line of store.dump()) lines.push(line)
      const importer = author(null, 'import')
      for (const copy of [await make(), memoryStore()]) {
        const half = Math.floor(lines.length / 2)
        const counts = [
          await copy.load(lines.slice(0, half), importer),
          await copy.load(lines.slice(half), importer),
        ]
        expect(counts).toEqual([
          { added: half, same: 0 },
          { added: lines.length - half, same: 0 },
        ])
        expect(await contentOf(copy)).toEqual(await contentOf(store))
        expect(await copy.load(lines, importer)).toEqual({ added: 0, same: lines.length })
        expect(await copy.cluster(short.id)).toEqual([ana.id, short.id])
        expect(
          (
            await copy.search(
              query({ terms: [{ text: 'vidal', phrase: false, prefix: true, excluded: false }] }),
              PAGE,
            )
          ).items,
        ).toHaveLength(1)
        expect((await copy.list('speaker', { slug: 'ana-vidal' }, PAGE)).items.map(({ id }) => id)).toEqual([
          ana.id,
        ])
        expect(await copy.verify()).toEqual([])
        const next = await copy.commit([put('speaker', speaker('Maud Lund'))], author())
        expect(next.entries[0]?.seq).toBe(lines.filter(({ kind }) => kind === 'auditEntry').length + 1)
        const before = await contentOf(copy)
        await expectCode(
          copy.load(
            [
              { kind: 'speaker', data: speaker('New One') },
              { kind: 'speaker', data: { ...short, name: 'Other' } },
            ],
            importer,
          ),
          'conflict',
        )
        expect(await contentOf(copy)).toEqual(before)
        await copy.close()
      }
    },
  )
}
