import type { Change } from '@onrecord/core'
import type { Quote, Speaker } from '@onrecord/schema'
import { author, put, world } from '@onrecord/core/testing'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomically } from './commit.ts'
import { all, connect } from './connection.ts'
import { dayOfOrd } from './order.ts'
import { openStore } from './open.ts'
import { rebuild } from './rebuild.ts'
import { temporaryFile } from './testing/temporary.ts'

/** All that is derived, numbers that only count arrivals left out. */
function derived(file: string): unknown {
  const connection = connect(file, 'write')
  try {
    const quotes = all<{ ord: number; quote_id: string; source_id: string }>(
      connection,
      'SELECT * FROM quote_entry ORDER BY ord DESC',
    )
    return {
      quotes: quotes
        .map(({ ord, ...rest }) => ({ ...rest, day: dayOfOrd(ord) }))
        .sort((a, b) => (a.quote_id < b.quote_id ? -1 : 1)),
      orderInSources: Object.fromEntries(
        [...Map.groupBy(quotes, ({ ord, source_id }) => `${dayOfOrd(ord)} ${source_id}`)].map(
          ([group, rows]) => [group, rows.map(({ quote_id }) => quote_id)],
        ),
      ),
      speakers: all(
        connection,
        'SELECT speaker_id, canonical_id, quotes, total, names FROM speaker_entry ORDER BY speaker_id',
      ),
      publishers: all(connection, 'SELECT slug, quotes FROM publisher_entry ORDER BY slug'),
      sources: all(connection, 'SELECT source_id, day FROM source_entry ORDER BY source_id'),
      words: all(
        connection,
        `SELECT e.quote_id, (SELECT count(*) FROM quote_words w WHERE quote_words MATCH 'names : "ana" OR names : "roche"' AND w.rowid = e.ord) AS named
         FROM quote_entry e ORDER BY e.quote_id`,
      ),
    }
  } finally {
    connection.sqlite.close()
  }
}

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('article' as const),
      day: fc.option(fc.integer({ min: 1, max: 3 })),
      speakers: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      do: fc.constant('redate' as const),
      quote: fc.nat(),
      day: fc.option(fc.integer({ min: 1, max: 3 })),
    }),
    fc.record({
      do: fc.constant('status' as const),
      quote: fc.nat(),
      status: fc.constantFrom('verified' as const, 'rejected' as const, 'unchecked' as const),
    }),
    fc.record({ do: fc.constant('reattribute' as const), quote: fc.nat(), speaker: fc.option(fc.nat(4)) }),
    fc.record({
      do: fc.constant('rename' as const),
      speaker: fc.nat(4),
      name: fc.constantFrom('Ana Vidal', 'A. Roche', 'Tomas Brekke'),
    }),
    fc.record({
      do: fc.constant('judge' as const),
      one: fc.nat(4),
      other: fc.nat(4),
      answer: fc.constantFrom('same' as const, 'different' as const),
    }),
    fc.record({ do: fc.constant('erase' as const), quote: fc.nat() }),
  ),
  { minLength: 1, maxLength: 12 },
)

test('whatever happens, what is derived is what would be derived from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (doings) => {
      const file = temporaryFile()
      const store = await openStore({ file })
      const { speaker, article, judgement } = world()
      const speakers: Speaker[] = Array.from({ length: 5 }, (_, index) =>
        speaker(`Ana ${index}`, { slug: `ana-${index}` }),
      )
      await store.commit(
        speakers.map((next) => put('speaker', next)),
        author(),
      )
      const quotes: Quote[] = []
      const judged = new Map<string, ReturnType<typeof judgement>>()
      const quoteAt = (index: number) => quotes[index % Math.max(1, quotes.length)]
      for (const doing of doings) {
        const changes: Change[] = []
        const change = (old: Quote | undefined, said: Partial<Quote>) => {
          if (old === undefined) return
          const next = { ...old, ...said, version: old.version + 1 }
          quotes[quotes.indexOf(old)] = next
          changes.push(put('quote', next))
        }
        switch (doing.do) {
          case 'article': {
            const made = article({
              publisher: doing.day === 1 ? 'The Harbour Gazette' : null,
              publishedAt: doing.day === null ? null : `2031-02-0${doing.day}`,
              quotes: doing.speakers.map((index, place) => ({
                text: `words ${place}`,
                speaker: speakers[index] ?? null,
                kind: place === 2 ? 'term' : 'direct',
              })),
            })
            quotes.push(...made.quotes)
            changes.push(...made.changes)
            break
          }
          case 'redate':
            change(quoteAt(doing.quote), { saidAt: doing.day === null ? null : `2031-02-0${doing.day}` })
            break
          case 'status':
            change(quoteAt(doing.quote), { status: doing.status })
            break
          case 'reattribute':
            change(quoteAt(doing.quote), {
              speakerId: doing.speaker === null ? null : (speakers[doing.speaker]?.id ?? null),
            })
            break
          case 'rename': {
            const old = speakers[doing.speaker]
            if (old === undefined) break
            const next = { ...old, name: doing.name, version: old.version + 1 }
            speakers[doing.speaker] = next
            changes.push(put('speaker', next))
            break
          }
          case 'judge': {
            const [one, other] = [speakers[doing.one], speakers[doing.other]]
            if (one === undefined || other === undefined || one === other) break
            const pair = [one.id, other.id].sort().join(' ')
            const old = judged.get(pair)
            const made = judgement(one.id, other.id, doing.answer)
            const next = old === undefined ? made : { ...made, id: old.id, version: old.version + 1 }
            judged.set(pair, next)
            changes.push(put('judgement', next))
            break
          }
          case 'erase': {
            const old = quoteAt(doing.quote)
            if (old === undefined) break
            quotes.splice(quotes.indexOf(old), 1)
            changes.push({
              op: 'erase',
              kind: 'quote',
              id: old.id,
              version: old.version,
              reason: 'asked for',
            })
            break
          }
          default:
            doing satisfies never
        }
        await store.commit(changes, author())
      }
      expect(await store.verify()).toEqual([])
      await store.close()
      const kept = derived(file)
      const connection = connect(file, 'write')
      atomically(connection, () => rebuild(connection))
      connection.sqlite.close()
      expect(kept).toEqual(derived(file))
    }),
    { numRuns: 25 },
  )
})
