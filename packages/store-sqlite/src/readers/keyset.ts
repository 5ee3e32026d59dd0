import type { Filters } from '@onrecord/core'
import type { Kind, OccurrenceId, Page, PageInput, Records } from '@onrecord/schema'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Connection } from '../connection.ts'
import { idCursor, placeCursor } from '../cursor.ts'

/** How records of one kind are read. */
export type Reader<K extends Kind> = {
  some(connection: Connection, ids: readonly Records[K]['id'][]): Records[K][]
  list(connection: Connection, filter: Filters[K], page: PageInput): Page<Records[K]>
}

/** Rows of a smaller id than the cursor. */
export const before = (column: SQLiteColumn, cursor: string | null): SQL | undefined =>
  cursor === null ? undefined : sql`${column} < ${cursor}`

/** Rows of a larger id than the cursor. */
export function after(column: SQLiteColumn, { cursor }: PageInput): SQL | undefined {
  const from = idCursor(cursor)
  return from === null ? undefined : sql`${column} > ${from}`
}

/** Rows that stand behind the cursor in a text. */
export function afterPlace(place: SQLiteColumn, id: SQLiteColumn, { cursor }: PageInput): SQL | undefined {
  const from = placeCursor(cursor)
  return from === null ? undefined : sql`(${place}, ${id}) > (${from.place}, ${from.id})`
}

type Link = { owner: string; occurrenceId: OccurrenceId }

/** Occurrences by what points at them, in their order. */
export function linksBy(links: readonly Link[]): (owner: string) => OccurrenceId[] {
  const byOwner = Map.groupBy(links, ({ owner }) => owner)
  return (owner) => (byOwner.get(owner) ?? []).map(({ occurrenceId }) => occurrenceId)
}

/** Whether a column is among the ids given when the statement is run: one statement, prepared once, for any number of them. */
export const isIn = (column: SQLiteColumn): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`

export const idsOf = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) })
