import { all, run, value } from './connection.ts'
import type { Connection } from './connection.ts'
import { derivation, nothingTouched } from './derive.ts'

/**
 * Version of what is derived from the records: folding, tokens, order, counts. Raise it when any of these changes, and
 * every file is derived anew when it is opened next.
 */
const DERIVATION = 4

/** Whether what is derived was made by other code than this. */
export function isOutdated(connection: Connection): boolean {
  return value(connection, `SELECT version FROM derivation WHERE name = 'search'`) !== DERIVATION
}

/** Derives everything anew from the records, inside a transaction of the caller. */
export function rebuild(connection: Connection): void {
  for (const table of ['quote_entry', 'statistic_entry', 'speaker_entry', 'source_entry', 'publisher_entry'])
    run(connection, `DELETE FROM ${table}`)
  for (const words of ['quote_words', 'statistic_words', 'speaker_words'])
    run(connection, `INSERT INTO ${words} (${words}) VALUES ('delete-all')`)
  const derive = derivation(connection)
  const ids = (sql: string, ...values: unknown[]) =>
    all<{ id: string }>(connection, sql, ...values).map(({ id }) => id)
  const speakers = ids('SELECT id FROM speaker ORDER BY id')
  derive({
    ...nothingTouched(),
    sources: new Set(ids('SELECT id FROM source ORDER BY id')),
    speakers: new Set(speakers),
    judged: new Set(speakers),
  })
  // Source by source, so that no more than one source's rows are in memory at once.
  for (const source of ids('SELECT id FROM source ORDER BY id'))
    derive({
      ...nothingTouched(),
      quotes: new Set(ids(placedIn('quote'), source)),
      statistics: new Set(ids(placedIn('statistic'), source)),
    })
  run(connection, `INSERT OR REPLACE INTO derivation (name, version) VALUES ('search', ?)`, DERIVATION)
}

const placedIn = (kind: 'quote' | 'statistic') =>
  `SELECT l.${kind}_id AS id FROM revision r JOIN occurrence o ON o.revision_id = r.id
   JOIN ${kind}_occurrence l ON l.occurrence_id = o.id AND l.position = 0 WHERE r.source_id = ?`
