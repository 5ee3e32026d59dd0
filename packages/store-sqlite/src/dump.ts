import type { DumpLine, RecordLine } from '@onrecord/core'
import type { Kind, Records } from '@onrecord/schema'
import { asc, gt } from 'drizzle-orm'
import { all, connect } from './connection.ts'
import type { Connection } from './connection.ts'
import { guarded } from './error.ts'
import { getMany } from './read.ts'
import { auditEntryFromRow } from './rows/speaker.ts'
import * as t from './tables.ts'
import { dumpRows } from './tuning.ts'

/**
 * Everything in the file as it stands at the first line, records before what points at them: a read transaction of a
 * connection of its own, open until the last line is taken or the loop is left. Some hundred rows are in memory at
 * once, and between them other work gets its turn.
 */
export async function* dump(file: string): AsyncGenerator<DumpLine> {
  const connection = guarded(file, () => connect(file, 'read'))
  try {
    connection.sqlite.exec('BEGIN')
    for (const pages of pagesInOrder(connection)) {
      const rest = pages[Symbol.iterator]()
      for (;;) {
        // A damaged page of the file shows only when it is read.
        const page = guarded(file, () => rest.next())
        if (page.done === true) break
        yield* page.value
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  } finally {
    connection.sqlite.close()
  }
}

function pagesInOrder(connection: Connection): Iterable<readonly DumpLine[]>[] {
  return [
    recordPages(connection, 'source', []),
    recordPages(connection, 'revision', ['previous_id']),
    recordPages(connection, 'speaker', []),
    recordPages(connection, 'citation', []),
    recordPages(connection, 'occurrence', ['nested', 'continues']),
    recordPages(connection, 'quote', ['translation_of']),
    recordPages(connection, 'statistic', []),
    recordPages(connection, 'decision', []),
    recordPages(connection, 'judgement', []),
    auditPages(connection),
    tombstonePages(connection),
  ]
}

/** Records of a kind by id; last those that point at others of the kind, each behind what it points at. */
function* recordPages<K extends Kind>(
  connection: Connection,
  kind: K,
  parents: readonly string[],
): Generator<RecordLine<K>[]> {
  const free = parents.map((column) => `AND ${column} IS NULL`).join(' ')
  for (let last = ''; ;) {
    const ids = all<{ id: Records[K]['id'] }>(
      connection,
      `SELECT id FROM ${kind} WHERE id > ? ${free} ORDER BY id LIMIT ?`,
      last,
      dumpRows,
    ).map(({ id }) => id)
    const end = ids.at(-1)
    if (end === undefined) break
    yield linesOf(connection, kind, ids)
    last = end
  }
  if (parents.length === 0) return
  const bound = all<{ id: Records[K]['id']; pointsAt: string }>(
    connection,
    `SELECT id, json_array(${parents.join(', ')}) AS pointsAt FROM ${kind}
     WHERE ${parents.map((column) => `${column} IS NOT NULL`).join(' OR ')} ORDER BY id`,
  )
  const order = parentsFirst(bound.map(({ id, pointsAt }) => ({ id, parents: JSON.parse(pointsAt) })))
  for (let from = 0; from < order.length; from += dumpRows)
    yield linesOf(connection, kind, order.slice(from, from + dumpRows))
}

function linesOf<K extends Kind>(
  connection: Connection,
  kind: K,
  ids: readonly Records[K]['id'][],
): RecordLine<K>[] {
  return getMany(connection, kind, ids).map((data) => ({ kind, data }))
}

/** Ids so that each stands behind those of its parents that are in the list; a circle is cut where it is met first. */
export function parentsFirst<I extends string>(
  rows: readonly { id: I; parents: readonly (string | null)[] }[],
): I[] {
  const byId = new Map<string, { id: I; parents: readonly (string | null)[] }>(
    rows.map((row) => [row.id, row]),
  )
  const order = new Set<I>()
  const entered = new Set<string>()
  for (const { id } of rows) {
    // A stack of its own: chains of continued quotes may be longer than the call stack.
    const stack: string[] = [id]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const row = byId.get(top)
      const ahead = entered.has(top)
        ? []
        : (row?.parents ?? []).filter((parent) => parent !== null && byId.has(parent) && !entered.has(parent))
      entered.add(top)
      if (ahead.length > 0) stack.push(...ahead.filter((parent) => parent !== null))
      else {
        stack.pop()
        if (row !== undefined) order.add(row.id)
      }
    }
  }
  return [...order]
}

function* auditPages({ db }: Connection): Generator<DumpLine[]> {
  for (let last = 0; ;) {
    const entries = db
      .select()
      .from(t.auditEntry)
      .where(gt(t.auditEntry.seq, last))
      .orderBy(asc(t.auditEntry.seq))
      .limit(dumpRows)
      .all()
      .map(auditEntryFromRow)
    const end = entries.at(-1)
    if (end === undefined) return
    yield entries.map((data) => ({ kind: 'auditEntry', data }))
    last = end.seq
  }
}

function* tombstonePages({ db }: Connection): Generator<DumpLine[]> {
  for (let last = ''; ;) {
    const stones = db
      .select()
      .from(t.tombstone)
      .where(gt(t.tombstone.id, last))
      .orderBy(asc(t.tombstone.id))
      .limit(dumpRows)
      .all()
    const end = stones.at(-1)
    if (end === undefined) return
    yield stones.map((data) => ({ kind: 'tombstone', data }))
    last = end.id
  }
}
