import * as fc from 'fast-check'
import { expect } from 'vitest'
import { clusters } from '../../speaker-cluster.ts'
import { author, put, query, world } from '../world.ts'
import { allOf, testOn } from './suite.ts'
import type { MakeStore } from './suite.ts'

/** Properties: pages while rows arrive, clusters after any judgements. */
export function propertyContract(make: MakeStore): void {
  testOn(make, 'pages neither skip nor repeat while rows arrive', async (store) => {
    const { article } = world()
    const newIds: string[] = []
    const date = fc.option(fc.integer({ min: 2000, max: 2009 }).map(String), { nil: null })
    const sketch = fc.record({
      publishedAt: date,
      quotes: fc.array(
        fc.record({ text: fc.constantFrom('ferry one', 'ferry two', 'harbour'), saidAt: date }),
        { maxLength: 4 },
      ),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(sketch, { maxLength: 6 }),
        fc.array(sketch, { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('new' as const, 'best' as const),
        async (before, meanwhile, limit, sort) => {
          for (const said of before) {
            const { changes } = article(said)
            await store.commit(changes, author())
          }
          const asked = query({
            terms: [{ text: 'ferry', phrase: false, prefix: false, excluded: false }],
            sort,
          })
          const known = (await allOf((page) => store.search(asked, page), 100)).map(({ id }) => id)
          // Relevance may shift as rows arrive; date order may not.
          const arriving = (sort === 'new' ? meanwhile : []).values()
          newIds.length = 0
          const paged = await allOf(async (page) => {
            const found = await store.search(asked, page)
            const next = arriving.next().value
            if (next !== undefined) {
              const { changes, quotes } = article(next)
              await store.commit(changes, author())
              newIds.push(...quotes.map(({ id }) => id))
            }
            return found
          }, limit)
          const seen = paged.map(({ id }) => id)
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.filter((id) => !newIds.includes(id))).toEqual(known)
        },
      ),
      { numRuns: 15 },
    )
    for (const list of [
      allOf((page) => store.list('quote', {}, page)),
      allOf((page) => store.list('source', {}, page)),
      allOf((page) => store.list('occurrence', {}, page)),
      allOf((page) => store.sources(page)),
      allOf((page) => store.history({}, page), 50),
    ]) {
      const ids = (await list).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(0)
    }
  })

  testOn(make, 'clusters equal those computed from nothing, after any judgements', async (store) => {
    const { speaker, judgement, newId } = world()
    const speakers = Array.from({ length: 7 }, (_, index) =>
      speaker(`Person ${index}`, { slug: `person-${index}` }),
    )
    await store.commit(
      speakers.map((next) => put('speaker', next)),
      author(),
    )
    const held = new Map<string, ReturnType<typeof judgement>>()
    let seconds = 0
    const step = fc.record({
      one: fc.nat(6),
      other: fc.nat(6),
      answer: fc.constantFrom('same' as const, 'same' as const, 'different' as const, 'unsure' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const { one, other, answer } of steps) {
          const [a, b] = [speakers[one], speakers[other]]
          if (a === undefined || b === undefined || a === b) continue
          const pair = [a.id, b.id].toSorted().join()
          const at = new Date(Date.UTC(2031, 0, 1, 0, 0, ++seconds)).toISOString()
          const old = held.get(pair)
          const next = judgement(a.id, b.id, answer, {
            id: old?.id ?? newId('jdg'),
            version: (old?.version ?? 0) + 1,
            at,
          })
          held.set(pair, next)
          await store.commit([put('judgement', next)], author())
        }
        const expected = clusters(held.values())
        for (const { id } of speakers) expect(await store.cluster(id)).toEqual(expected.get(id) ?? [id])
      }),
      { numRuns: 20 },
    )
  })
}
