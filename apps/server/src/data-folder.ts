import { open, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { DomainError } from '@onrecord/core'
import { makeFolders } from '@onrecord/store-sqlite'

export type DataFolder = { folder: string; database: string; token: string; lock: string }

/** Where things stand in a data folder; nothing is read or made. */
export function dataPaths(folder: string): DataFolder {
  const at = resolve(folder)
  return {
    folder: at,
    database: join(at, 'onrecord.db'),
    token: join(at, 'ingest-token'),
    lock: join(at, 'server.lock'),
  }
}

/** Makes the data folder, for its owner alone, unless it is there, and tries to write in it. Throws `unavailable`. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const paths = dataPaths(folder)
  const probe = join(paths.folder, `.write-${process.pid}`)
  try {
    makeFolders(paths.folder, 0o700)
    const file = await open(probe, 'w', 0o600)
    try {
      await file.writeFile('x')
    } finally {
      await file.close()
      await rm(probe, { force: true })
    }
  } catch (error) {
    throw folderFault(paths.folder, error)
  }
  return paths
}

const advice: Readonly<Record<string, string>> = {
  EACCES: 'You may not write there. Change its owner or rights, or choose another folder with --data.',
  EPERM: 'You may not write there. Change its owner or rights, or choose another folder with --data.',
  EROFS: 'That file system is read-only. Choose another folder with --data.',
  ENOSPC: 'The disk is full. Make room, or choose a folder on another disk with --data.',
  EDQUOT: 'Your share of the disk is used up. Make room, or choose another folder with --data.',
  EFBIG: 'Files may not grow further there. Raise the limit, or choose another folder with --data.',
  ENOENT: 'No folder can be made there. Choose another folder with --data.',
  ELOOP: 'Its links lead in a circle. Choose another folder with --data.',
  ENAMETOOLONG: 'That path is too long. Choose another folder with --data.',
  ENOTDIR: 'A part of that path is a file. Choose another folder with --data.',
  EEXIST: 'A file has that name. Choose another folder with --data.',
}

/** `unavailable`, with what to do about a folder that cannot be written. */
export function folderFault(folder: string, error: unknown): DomainError {
  const code = codeOf(error)
  const what = advice[code] ?? 'Choose another folder with --data.'
  return new DomainError(
    'unavailable',
    `The data folder ${folder} cannot be written (${code}). ${what}`,
    { folder, code },
    error,
  )
}

/** The system's code of a failed call, such as ENOENT. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
