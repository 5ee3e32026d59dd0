import { existsSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DomainError } from '@onrecord/core'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { MigrationMeta } from 'drizzle-orm/migrator'
import { atomically } from './commit.ts'
import { all, connect, run, value } from './connection.ts'
import type { Connection } from './connection.ts'
import { isOutdated, rebuild } from './rebuild.ts'

/** "ONRC": what kind of file this is, so that another program's database is never migrated. */
const APPLICATION_ID = 0x4f4e_5243

/** Where the migrations are: beside the bundle, or beside `src`. */
export function migrationsFolder(): string {
  const beside = fileURLToPath(new URL('./migrations', import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL('../migrations', import.meta.url))
}

/** What a file is, seen from this code: how many migrations it has had, and which are pending. Throws for one that is newer, or no Onrecord file. */
export function levelOf(
  connection: Connection,
  folder: string,
): { applied: number; pending: MigrationMeta[] } {
  const { file } = connection
  const files = readMigrationFiles({ migrationsFolder: folder })
  if (value(connection, 'SELECT count(*) FROM sqlite_schema') === 0) return { applied: 0, pending: files }
  const journal = value(connection, `SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`)
  if (journal === null || connection.sqlite.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new DomainError(
      'unavailable',
      `${file} is a database of another program. Give Onrecord a folder of its own.`,
      { file },
    )
  const applied = all<{ hash: string }>(
    connection,
    'SELECT hash FROM __drizzle_migrations ORDER BY created_at',
  )
  const known = new Set(files.map(({ hash }) => hash))
  if (applied.length > files.length || applied.some(({ hash }) => !known.has(hash)))
    throw new DomainError(
      'unavailable',
      `${file} was written by a newer Onrecord (level ${applied.length}, this one knows ${files.length}). Update Onrecord; nothing was changed.`,
      { file, applied: applied.length, known: files.length },
    )
  const done = new Set(applied.map(({ hash }) => hash))
  return { applied: applied.length, pending: files.filter(({ hash }) => !done.has(hash)) }
}

/**
 * Brings a file up to this code: makes it, or copies it to `<file>.before-<level>.bak` and applies what is pending,
 * checks it, and derives the search index anew where that was made by other code. All or nothing; of two processes that
 * open a file at once, one migrates and the other waits. Throws `unavailable` with what to do.
 */
export function migrate(file: string, folder: string): void {
  if (existsSync(file) && isUpToDate(file, folder)) return
  const connection = connect(file, 'migrate')
  try {
    atomically(connection, () => migrateLocked(connection, folder))
  } finally {
    connection.sqlite.close()
  }
}

/** Looked at by a connection that cannot write, so that a file that is refused is left as it was. */
function isUpToDate(file: string, folder: string): boolean {
  const connection = connect(file, 'read')
  try {
    return levelOf(connection, folder).pending.length === 0 && !isOutdated(connection)
  } finally {
    connection.sqlite.close()
  }
}

function migrateLocked(connection: Connection, folder: string): void {
  // Looked at again: another process may have migrated while this one waited for the lock.
  const { applied, pending } = levelOf(connection, folder)
  if (pending.length > 0) {
    if (applied > 0) copyBefore(connection.file, applied + pending.length)
    if (applied === 0) connection.sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    // The table drizzle's own migrator keeps, so that its tools read the file too.
    connection.sqlite.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    )
    for (const { sql, hash, folderMillis } of pending) {
      for (const statement of sql) connection.sqlite.exec(statement)
      run(connection, 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)', hash, folderMillis)
    }
  }
  if (isOutdated(connection)) rebuild(connection)
  if (applied > 0) check(connection)
}

/** A copy made by another connection, of the file as it was before this transaction. Renamed when whole. */
function copyBefore(file: string, level: number): void {
  const copy = `${file}.before-${level}.bak`
  const part = `${copy}.part`
  rmSync(part, { force: true })
  const reader = connect(file, 'read')
  try {
    reader.sqlite.pragma('query_only = OFF')
    run(reader, 'VACUUM INTO ?', part)
  } finally {
    reader.sqlite.close()
  }
  renameSync(part, copy)
}

function check(connection: Connection): void {
  const faults = [...dangling(connection), ...broken(connection)]
  if (faults.length > 0)
    throw new DomainError(
      'unavailable',
      `${connection.file} could not be migrated: ${faults[0]}. It is as it was; run "onrecord verify" with the version before.`,
      { faults: faults.slice(0, 20) },
    )
}

/** Rows that point at nothing, one line each. */
export function dangling(connection: Connection): string[] {
  return all<{ table: string; rowid: number | null; parent: string }>(
    connection,
    'PRAGMA foreign_key_check',
  ).map(({ table, rowid, parent }) => `${table} row ${rowid} points at a ${parent} that is not there`)
}

/** What the engine finds wrong with its own file, word indexes included. */
export function broken(connection: Connection): string[] {
  return all<{ integrity_check: string }>(connection, 'PRAGMA integrity_check')
    .map(({ integrity_check }) => integrity_check)
    .filter((line) => line !== 'ok')
}
