import SqliteDatabase from 'better-sqlite3'
import type { Database, Statement } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { busyTimeoutMs, mmapBytes, readerCacheKib, walRetryMs, writerCacheKib } from './tuning.ts'

/** One open file: the engine's own handle, drizzle over it, and statements prepared once. */
export type Connection = {
  file: string
  sqlite: Database
  db: ReturnType<typeof drizzle>
  statements: Map<string, Statement>
  lookups: Map<string, Statement>
}

export type Mode = 'write' | 'read' | 'migrate'

/**
 * Opens a file. `write`: WAL, every commit on disk before it is acknowledged, foreign keys checked. `read`: nothing
 * can be written. `migrate`: as write, foreign keys off, since they cannot be switched inside a transaction.
 * Throws what the engine throws.
 */
export function connect(file: string, mode: Mode): Connection {
  const readonly = mode === 'read'
  const sqlite = new SqliteDatabase(file, { readonly, fileMustExist: readonly, timeout: busyTimeoutMs })
  try {
    if (!readonly) {
      inWal(sqlite)
      sqlite.pragma('synchronous = FULL')
    } else sqlite.pragma('query_only = ON')
    sqlite.pragma(`foreign_keys = ${mode === 'migrate' ? 'OFF' : 'ON'}`)
    sqlite.pragma(`cache_size = -${readonly ? readerCacheKib : writerCacheKib}`)
    sqlite.pragma(`mmap_size = ${mmapBytes}`)
    sqlite.pragma('temp_store = MEMORY')
    sqlite.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    sqlite.close()
    throw error
  }
  return { file, sqlite, db: drizzle({ client: sqlite }), statements: new Map(), lookups: new Map() }
}

/** Of two processes that make a file at once the engine refuses one here without waiting, so this waits. */
function inWal(sqlite: Database): void {
  const until = Date.now() + busyTimeoutMs
  for (;;) {
    try {
      sqlite.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (
        !(error instanceof SqliteDatabase.SqliteError) ||
        error.code !== 'SQLITE_BUSY' ||
        Date.now() > until
      )
        throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, walRetryMs)
    }
  }
}

/** Runs a statement, prepared once a connection; numbers bound are REAL to the engine, so rowid limits go as BigInt. */
export function run({ sqlite, statements }: Connection, sql: string, ...values: unknown[]) {
  let statement = statements.get(sql)
  if (statement === undefined) {
    statement = sqlite.prepare(sql)
    statements.set(sql, statement)
  }
  return statement.run(...values)
}

/** The first column of the first row, from a statement prepared once a connection; null where there is none. */
export function value({ sqlite, lookups }: Connection, sql: string, ...values: unknown[]): unknown {
  let statement = lookups.get(sql)
  if (statement === undefined) {
    statement = sqlite.prepare(sql).pluck()
    lookups.set(sql, statement)
  }
  return statement.get(...values) ?? null
}

/** Rows of a query; `Row` is what its columns are, which only the writer of the SQL knows. */
export function all<Row>({ sqlite }: Connection, sql: string, ...values: unknown[]): Row[] {
  return sqlite.prepare<unknown[], Row>(sql).all(...values)
}

/** Placeholders for a list: `?, ?, ?`. */
export function marksFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ')
}
