import { records } from '@onrecord/schema'
import type { Kind, Records } from '@onrecord/schema'
import { all, value } from './connection.ts'
import type { Connection } from './connection.ts'
import { broken, dangling } from './migrate.ts'
import { getMany } from './read.ts'
import { verifyRows } from './tuning.ts'

/** What is wrong with the pages of the file, one line a fault: much quicker than `verify`, for it reads no record. */
export function damage(connection: Connection): string[] {
  return all<{ quick_check: string }>(connection, 'PRAGMA quick_check(20)')
    .map(({ quick_check }) => quick_check)
    .filter((line) => line !== 'ok')
}

const rowsOf = { quote_entry: 'quote_words', statistic_entry: 'statistic_words' } as const

/**
 * Checks the file: its pages and word indexes, references, that each record is one by its schema, and that what is
 * derived covers the records. One line a fault; reads everything.
 */
export function verify(connection: Connection): string[] {
  const faults = [...broken(connection), ...dangling(connection)]
  for (const [entries, words] of Object.entries(rowsOf)) {
    const kind = entries.replace('_entry', '')
    const stored = countOf(connection, `SELECT count(*) FROM ${kind}`)
    const listed = countOf(connection, `SELECT count(*) FROM ${entries}`)
    const found = countOf(connection, `SELECT count(*) FROM ${words} WHERE ${words} MATCH 'facets : "all"'`)
    if (stored !== listed) faults.push(`${stored} of ${kind} are stored and ${listed} listed`)
    if (listed !== found) faults.push(`${listed} of ${kind} are listed and ${found} in the word index`)
  }
  for (const kind of ['source', 'speaker']) {
    const stored = countOf(connection, `SELECT count(*) FROM ${kind}`)
    const listed = countOf(connection, `SELECT count(*) FROM ${kind}_entry`)
    if (stored !== listed) faults.push(`${stored} of ${kind} are stored and ${listed} listed`)
  }
  for (const kind of kindsToCheck) faults.push(...misshapen(connection, kind))
  return faults
}

const kindsToCheck: readonly Kind[] = [
  'source',
  'revision',
  'citation',
  'speaker',
  'occurrence',
  'quote',
  'statistic',
  'decision',
  'judgement',
]

function countOf(connection: Connection, sql: string): number {
  return Number(value(connection, sql))
}

function misshapen(connection: Connection, kind: Kind): string[] {
  const faults: string[] = []
  for (let last = ''; ;) {
    const rows = all<{ id: Records[Kind]['id'] }>(
      connection,
      `SELECT id FROM ${kind} WHERE id > ? ORDER BY id LIMIT ?`,
      last,
      verifyRows,
    )
    const end = rows.at(-1)?.id
    if (end === undefined) return faults
    for (const record of getMany(
      connection,
      kind,
      rows.map(({ id }) => id),
    )) {
      const { error } = records[kind].safeParse(record)
      if (error !== undefined)
        faults.push(`${kind} ${record.id} is not as its schema says: ${error.issues[0]?.message ?? ''}`)
    }
    last = end
  }
}
