import { existsSync } from 'node:fs'
import { createServices, DomainError, type Actor, type Services, type Store } from '@onrecord/core'
import {
  dataPaths,
  openDataFolder,
  parseConfig,
  systemDeps,
  type Config,
  type DataFolder,
} from '@onrecord/server'
import { openStore } from '@onrecord/store-sqlite'
import type { Io } from './io.ts'

/** Who a command acts as: whoever may read the data folder owns it. */
export const owner = (task: string): Actor => ({ kind: 'system', task })

export type Database = { store: Store; services: Services; config: Config; paths: DataFolder }

/**
 * Opens the database of `--data`, ONRECORD_DATA or ./data in this process, without reader threads, runs `work` and
 * closes it, also when `work` throws. `make` makes a missing data folder. Throws `unavailable` with what to do.
 */
export async function withDatabase<T>(
  io: Io,
  options: { data?: string | undefined; make: boolean; readOnly?: boolean },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const config = parseConfig(io.env, { data: options.data })
  const paths = options.make ? await openDataFolder(config.data) : dataPaths(config.data)
  if (!options.make && !existsSync(paths.database)) {
    throw new DomainError(
      'notFound',
      `There is no database in ${paths.folder}. Name another folder with --data, or make one with \`onrecord ingest\` or \`onrecord start\`.`,
      { folder: paths.folder },
    )
  }
  const store = await openStore({ file: paths.database, readers: 0, readOnly: options.readOnly ?? false })
  try {
    const limits = { batchBytes: config.maxBatchBytes, candidates: config.maxCandidates }
    const services = createServices({ store, ...systemDeps(), name: config.name, limits })
    return await work({ store, services, config, paths })
  } finally {
    await store.close()
  }
}
