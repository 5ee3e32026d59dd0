import { DomainError } from '@onrecord/core'
import { dayOfOrd, ordsOfDay } from './order.ts'

/** What decides where a row stands in the order of search. `day` as in `ord`, `place`: offset in its revision. */
export type Placed = { id: string; sourceId: string; occurrenceId: string; day: number; place: number }
export type Stored = { ord: number; id: string; sourceId: string; occurrenceId: string }

/** A table of entries and its word index, as `place` needs it. */
export type EntryTable<Row extends Placed> = {
  /** What the records say now; null where there is no such record. */
  wanted(id: string): Row | null
  stored(id: string): Stored | null
  /** Ids of the entries of a source between two ords. */
  idsOf(sourceId: string, low: number, end: number): string[]
  /** Highest ord taken between two; null where none is. */
  top(low: number, end: number): number | null
  add(ord: number, row: Row): void
  remove(entry: Stored): void
}

/**
 * Brings the entries of some records up to what the records say. A record that stays on its day, in its source, keeps
 * its place; where a source gains or moves one on a day, all of the source's on that day get a block of places above
 * what is there, earlier words highest. Word rows are added in the order of their ords, which is what FTS5 is fast at.
 * Throws `tooLarge` for more than a million rows of one day.
 */
export function place<Row extends Placed>(table: EntryTable<Row>, ids: Iterable<string>): void {
  const staying: { ord: number; row: Row }[] = []
  const moving = new Map<string, Row[]>()
  const seen = new Set(ids)
  const move = (row: Row) => {
    const group = moving.get(groupOf(row))
    if (group === undefined) moving.set(groupOf(row), [row])
    else group.push(row)
  }
  for (const id of seen) {
    const old = table.stored(id)
    const row = table.wanted(id)
    if (old !== null) table.remove(old)
    if (row === null) continue
    if (old !== null && staysAt(old, row)) staying.push({ ord: old.ord, row })
    else move(row)
  }
  const placed = staying.filter(({ row }) => !moving.has(groupOf(row)))
  for (const { row } of staying) if (moving.has(groupOf(row))) move(row)
  const tops = new Map<number, number>()
  for (const rows of moving.values()) placed.push(...block(table, rows, seen, tops))
  for (const { ord, row } of placed.sort((a, b) => a.ord - b.ord)) table.add(ord, row)
}

function block<Row extends Placed>(
  table: EntryTable<Row>,
  rows: Row[],
  seen: ReadonlySet<string>,
  tops: Map<number, number>,
) {
  const [head] = rows
  if (head === undefined) return []
  const { low, end } = ordsOfDay(head.day)
  const others = table.idsOf(head.sourceId, low, end).filter((id) => !seen.has(id))
  for (const id of others) {
    const old = table.stored(id)
    const row = table.wanted(id)
    if (old !== null) table.remove(old)
    if (row !== null) rows.push(row)
  }
  rows.sort((a, b) => b.place - a.place || (a.id < b.id ? 1 : -1))
  const base = (tops.get(head.day) ?? table.top(low, end) ?? low - 1) + 1
  if (base + rows.length > end)
    throw new DomainError(
      'tooLarge',
      'There are more than a million rows of one day. Give their sources finer dates.',
      {
        day: head.day,
      },
    )
  tops.set(head.day, base + rows.length - 1)
  return rows.map((row, index) => ({ ord: base + index, row }))
}

const groupOf = ({ sourceId, day }: Placed) => `${day} ${sourceId}`

function staysAt({ ord, sourceId, occurrenceId }: Stored, row: Placed): boolean {
  return sourceId === row.sourceId && occurrenceId === row.occurrenceId && dayOfOrd(ord) === row.day
}
