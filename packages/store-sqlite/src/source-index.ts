import { slugOf } from '@onrecord/core'
import type { Connection } from './connection.ts'
import { dayNumber } from './order.ts'
import { SHOWN } from './shown.ts'

/** Keeps `source_entry` and `publisher_entry`: the day a source is listed by, and the publishers with their counts. */
export function sourceIndex({ sqlite }: Connection) {
  const record = sqlite.prepare<[string], { published_at: string | null; publisher: string | null }>(
    `SELECT published_at, publisher ->> 'name' AS publisher FROM source WHERE id = ?`,
  )
  const entry = sqlite.prepare<[string], { publisher: number | null; day: number }>(
    'SELECT publisher, day FROM source_entry WHERE source_id = ?',
  )
  const addEntry = sqlite.prepare('INSERT INTO source_entry (source_id, publisher, day) VALUES (?, ?, ?)')
  const setEntry = sqlite.prepare('UPDATE source_entry SET publisher = ?, day = ? WHERE source_id = ?')
  const dropEntry = sqlite.prepare('DELETE FROM source_entry WHERE source_id = ?')
  const publisher = sqlite.prepare<[string], number>('SELECT num FROM publisher_entry WHERE slug = ?').pluck()
  const addPublisher = sqlite.prepare('INSERT INTO publisher_entry (slug, label, quotes) VALUES (?, ?, 0)')
  const count = sqlite.prepare('UPDATE publisher_entry SET quotes = quotes + ? WHERE num = ?')
  const shownOf = sqlite
    .prepare<[string], number>(`SELECT count(*) FROM quote_entry WHERE source_id = ? AND ${SHOWN}`)
    .pluck()
  const dropEmpty = sqlite.prepare(
    'DELETE FROM publisher_entry WHERE num = ? AND NOT EXISTS (SELECT 1 FROM source_entry WHERE publisher = num)',
  )

  function numberOf(name: string | null): number | null {
    if (name === null) return null
    const slug = slugOf(name)
    const known = publisher.get(slug)
    return known ?? Number(addPublisher.run(slug, name).lastInsertRowid)
  }

  return {
    /** Brings entries up to the records; gives the sources whose quotes and statistics must be placed anew. */
    refresh(ids: Iterable<string>): Set<string> {
      const moved = new Set<string>()
      for (const id of ids) {
        const now = record.get(id)
        if (now === undefined) continue
        const old = entry.get(id)
        const day = dayNumber(now.published_at)
        const number = numberOf(now.publisher)
        if (old === undefined) addEntry.run(id, number, day)
        else if (old.publisher !== number || old.day !== day) {
          moved.add(id)
          setEntry.run(number, day, id)
          if (old.publisher !== number) {
            const quotes = shownOf.get(id) ?? 0
            count.run(-quotes, old.publisher)
            count.run(quotes, number)
            dropEmpty.run(old.publisher)
          }
        }
      }
      return moved
    },
    /** Counts quotes that are shown, or no longer, under a source's publisher. */
    count(sourceId: string, quotes: number): void {
      count.run(quotes, entry.get(sourceId)?.publisher ?? null)
    },
    /** Takes away the entries of erased sources, and publishers that nothing is left of; last of all, since counts need them. */
    drop(ids: Iterable<string>): void {
      for (const id of ids) {
        if (record.get(id) !== undefined) continue
        const old = entry.get(id)
        dropEntry.run(id)
        dropEmpty.run(old?.publisher ?? null)
      }
    },
  }
}
export type SourceIndex = ReturnType<typeof sourceIndex>
