import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** Where the header says how the file is written and read: 1 by a journal, 2 by a write-ahead log. */
const VERSIONS_AT = 18

/**
 * Whether a file could not be read only because nothing can be made beside it: the engine wants a write-ahead log there
 * even to read, and a copy on a read-only disk has none.
 */
export function wantsLog(file: string, error: unknown): boolean {
  if (!(error instanceof SqliteDatabase.SqliteError)) return false
  if (!/^SQLITE_(CANTOPEN|READONLY|IOERR)/.test(error.code) || !existsSync(file)) return false
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  return log === undefined || log.size === 0
}

/** Reads a file through a copy in the folder for temporary files that asks for no log; the copy goes when it is closed. */
export function openCopy(
  file: string,
  open: (copy: string) => SqliteDatabase.Database,
): SqliteDatabase.Database {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-read-'))
  const copy = join(folder, 'onrecord.db')
  try {
    copyFileSync(file, copy)
    const at = openSync(copy, 'r+')
    try {
      writeSync(at, Uint8Array.of(1, 1), 0, 2, VERSIONS_AT)
    } finally {
      closeSync(at)
    }
    const sqlite = open(copy)
    const close = sqlite.close.bind(sqlite)
    sqlite.close = () => {
      const closed = close()
      rmSync(folder, { recursive: true, force: true })
      return closed
    }
    return sqlite
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
