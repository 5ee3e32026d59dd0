import { dirname } from 'node:path'
import { byOf, DomainError } from '@onrecord/core'
import type { Store } from '@onrecord/core'
import type { IsoTime } from '@onrecord/schema'
import type { Signed } from './commit.ts'
import { connect } from './connection.ts'
import { dump } from './dump.ts'
import { answer, handOf } from './engine.ts'
import { guarded } from './error.ts'
import { makeFolders } from './folder.ts'
import { levelOf, migrate, migrationsFolder } from './migrate.ts'
import { isOutdated } from './rebuild.ts'
import { defaultWorkerUrl, onlyReader, threads } from './threads.ts'
import type { Doer, Stoppable } from './threads.ts'

export type OpenOptions = {
  file: string
  /** Threads that read; 0 does all in this thread, any more puts writing in a thread too. */
  readers?: number
  /** Nothing is written, migrations neither. */
  readOnly?: boolean
  /** Time of commits; only without readers, since functions do not cross into threads. */
  clock?: () => IsoTime
  /** Code of the threads where this package is bundled: its `worker.ts`, bundled as an entry of its own. */
  workerUrl?: URL
  /** Folder of the migrations where they are not beside the package or the bundle. */
  migrations?: string
}

/**
 * Opens a database file, made and migrated as needed, in WAL mode with every commit on disk before it is acknowledged.
 * Other processes may have the file open. Throws `unavailable` with what to do: a damaged, newer or foreign file, a
 * folder that cannot be written, no room.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { file, readers = 0, readOnly = false, clock = () => new Date().toISOString() } = options
  const folder = options.migrations ?? migrationsFolder()
  if (!readOnly) {
    makeFolder(file)
    guarded(file, () => migrate(file, folder))
  }
  const here = readers === 0 || readOnly
  const doer = here
    ? inThisThread({ file, readOnly, clock, folder })
    : threads({ file, readers, workerUrl: options.workerUrl ?? defaultWorkerUrl() })
  return storeOver(file, doer, onlyReader({ file, workerUrl: options.workerUrl ?? defaultWorkerUrl() }))
}

function makeFolder(file: string): void {
  try {
    makeFolders(dirname(file), 0o777)
  } catch (error) {
    throw new DomainError(
      'unavailable',
      `The folder of ${file} cannot be made. Make it, or give this user write permission above it.`,
      { file },
      error,
    )
  }
}

function inThisThread(options: {
  file: string
  readOnly: boolean
  clock: () => IsoTime
  folder: string
}): Doer {
  const { file, readOnly, clock, folder } = options
  const connection = guarded(file, () => connect(file, readOnly ? 'read' : 'write'))
  try {
    if (readOnly)
      guarded(file, () => {
        const { applied, pending } = levelOf(connection, folder)
        refuseEmpty(file, applied === 0)
        refuseOld(file, pending.length > 0 || isOutdated(connection))
      })
    const hand = handOf(connection, readOnly, clock)
    return {
      do: async (task, args) => {
        if (!connection.sqlite.open) throw new DomainError('unavailable', 'The store is closed.')
        return task === 'commit' || task === 'load'
          ? Reflect.apply(hand[task], hand, [...args])
          : Reflect.apply(answer, undefined, [connection, task, args])
      },
      close: async () => {
        connection.sqlite.close()
      },
    }
  } catch (error) {
    connection.sqlite.close()
    throw error
  }
}

function refuseEmpty(file: string, isEmpty: boolean): void {
  if (isEmpty)
    throw new DomainError(
      'unavailable',
      `${file} is empty: it holds no database. Put a copy in its place, or take it away and start anew.`,
      { file },
    )
}

function refuseOld(file: string, isOld: boolean): void {
  if (isOld)
    throw new DomainError(
      'unavailable',
      `${file} was written by an older Onrecord. Open it once for writing to bring it up to date.`,
      { file },
    )
}

/** The port, told by name to whoever does it. */
function storeOver(file: string, doer: Doer, checker: Stoppable): Store {
  return {
    get: (kind, id) => doer.do('get', [kind, id]),
    getMany: (kind, ids) => doer.do('getMany', [kind, ids]),
    list: (kind, filter, page) => doer.do('list', [kind, filter, page]),
    search: (query, page) => doer.do('search', [query, page]),
    facets: (query) => doer.do('facets', [query]),
    statistics: (query, page) => doer.do('statistics', [query, page]),
    sources: (page) => doer.do('sources', [page]),
    speakersNamed: (words, limit) => doer.do('speakersNamed', [words, limit]),
    publishersNamed: (words, limit) => doer.do('publishersNamed', [words, limit]),
    cluster: (id) => doer.do('cluster', [id]),
    known: (key, fingerprint) => doer.do('known', [key, fingerprint]),
    overview: () => doer.do('overview', []),
    tombstone: (id) => doer.do('tombstone', [id]),
    history: (filter, page) => doer.do('history', [filter, page]),
    commit: async (changes, { permit, key, cause, decisionId }) => {
      const signed: Signed = { by: byOf(permit.actor), key, cause, decisionId: decisionId ?? null }
      return doer.do('commit', [changes, signed])
    },
    verify: () => doer.do('verify', []),
    damage: () => checker.do('damage', []),
    dump: () => dump(file),
    load: (lines) => doer.do('load', [lines]),
    close: async () => {
      checker.stop()
      await doer.close()
    },
  }
}
