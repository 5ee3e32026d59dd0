import { DomainError } from '@onrecord/core'
import { SqliteError } from 'better-sqlite3'

const restore = (file: string) =>
  `Stop Onrecord, put a copy in its place (beside it there may be ${file}.before-….bak), or start with an empty folder and take an export in with "onrecord import".`

/** What the engine says, as what to do. `unavailable` but for unique violations (`duplicate`) and dangling ids (`invalid`). */
export function asDomainError(error: unknown, file: string): unknown {
  if (!(error instanceof SqliteError)) return error
  const { code, message } = error
  const details = { engine: code, file }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
    return new DomainError(
      'duplicate',
      `Something of the same identity is stored already: ${message}.`,
      details,
      error,
    )
  if (code.startsWith('SQLITE_CONSTRAINT'))
    return new DomainError('invalid', `The change does not fit what is stored: ${message}.`, details, error)
  const advice = adviceFor(code, file)
  return advice === null ? error : new DomainError('unavailable', advice, details, error)
}

function adviceFor(code: string, file: string): string | null {
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return `Another process is writing to ${file}. Try again in a moment.`
  if (code.startsWith('SQLITE_FULL'))
    return `There is no room left for ${file}. Free some space on its disk and try again; nothing was half written.`
  if (code.startsWith('SQLITE_READONLY'))
    return `${file} cannot be written. Give this user write permission to the file and its folder.`
  if (code.startsWith('SQLITE_CANTOPEN'))
    return `${file} cannot be opened. Check that its folder exists and that this user may read and write there.`
  if (code.startsWith('SQLITE_IOERR'))
    return `Reading or writing ${file} failed. Check the disk and free space, then try again; nothing was half written.`
  if (code.startsWith('SQLITE_CORRUPT')) return `${file} is damaged. ${restore(file)}`
  if (code.startsWith('SQLITE_NOTADB')) return `${file} is damaged or no database. ${restore(file)}`
  return null
}

/** Runs `work`, turning what the engine throws into domain errors. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asDomainError(error, file)
  }
}
