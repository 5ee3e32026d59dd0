import SqliteDatabase from 'better-sqlite3'
import type { Database, Statement } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { busyTimeoutMs, mmapBytes, readerCacheKib, walRetryMs, writerCacheKib } from './tuning.ts'
import { openCopy, wantsLog } from './without-log.ts'

/** One open file: the engine's own handle, drizzle over it, and statements prepared once. */
export type Connection = {
  file: string
  sqlite: Database
  db: ReturnType<typeof drizzle>
  statements: Map<string, Statement<unknown[], never>>
}

export type Mode = 'write' | 'read' | 'migrate'

/**
 * Opens a file. `write`: WAL, every commit on disk before it is acknowledged, foreign keys checked. `read`: nothing
 * can be written; a file beside which nothing can be made is read through a copy. `migrate`: as write, foreign keys off, since they cannot be switched inside a transaction.
 * Throws what the engine throws.
 */
export function connect(file: string, mode: Mode): Connection {
  const sqlite = mode === 'read' ? opened(file, mode, wantsLog) : opened(file, mode)
  return { file, sqlite, db: drizzle({ client: sqlite }), statements: new Map() }
}

function opened(file: string, mode: Mode, mayCopy?: typeof wantsLog): Database {
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
    if (mayCopy?.(file, error) === true) return openCopy(file, (copy) => opened(copy, mode))
    throw error
  }
  return sqlite
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

/** A statement prepared once a connection, of rows of any type until its caller names one. Its SQL is written in this package, with marks for all that is not. */
function prepared({ sqlite, statements }: Connection, sql: string): Statement<unknown[], never> {
  const known = statements.get(sql)
  if (known !== undefined) return known
  const statement = sqlite.prepare<unknown[], never>(sql)
  statements.set(sql, statement)
  return statement
}

/** Runs a statement; numbers bound are REAL to the engine, so rowid limits go as BigInt. */
export function run(connection: Connection, sql: string, ...values: unknown[]): void {
  prepared(connection, sql).run(...values)
}

/** Rows of a query; `Row` is what its columns are, which only the writer of the SQL knows. */
export function all<Row>(connection: Connection, sql: string, ...values: unknown[]): Row[] {
  return prepared(connection, sql).all(...values)
}

/** The first column of each row. */
export function column<Value>(connection: Connection, sql: string, ...values: unknown[]): Value[] {
  return prepared(connection, sql)
    .pluck()
    .all(...values)
}

/** The first column of the first row; null where there is none. */
export function value(connection: Connection, sql: string, ...values: unknown[]): unknown {
  return column<unknown>(connection, sql, ...values)[0] ?? null
}

/** What is made once a connection and kept as long as that is. */
export function perConnection<T>(make: (connection: Connection) => T): (connection: Connection) => T {
  const made = new WeakMap<Connection, T>()
  return (connection) => {
    const known = made.get(connection)
    if (known !== undefined) return known
    const first = make(connection)
    made.set(connection, first)
    return first
  }
}
