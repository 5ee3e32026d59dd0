import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServices } from '@onrecord/core'
import type { Services, Store } from '@onrecord/core'
import { openStore } from '@onrecord/store-sqlite'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openDataFolder } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { systemDeps } from './deps.ts'
import { drain } from './drain.ts'
import { readOrMakeToken } from './ingest-token.ts'
import { fileCheck } from './file-check.ts'
import { listen } from './listen.ts'
import { loadRenderer } from './pages.ts'
import { takeLock } from './server-lock.ts'

export type StartOptions = {
  config: Config
  log: Logger
}

export type RunningServer = {
  /** Where it answers, without a slash at the end. */
  url: string
  /** Whether 4600 was in use and another port was taken, because none was asked for. */
  portWasTaken: boolean
  paths: DataFolder
  store: Store
  /** The services of this process, for what is done beside the server, such as adding the sample. */
  services: Services
  /** Stops listening, lets running requests end, closes the store, gives the data folder free. May be called twice. */
  close(): Promise<void>
}

/**
 * Opens the data folder, the lock, the token and the store, and listens. What was opened is closed again if a later
 * step fails. Throws DomainError: `conflict` for a second server on the same data, `unavailable` for a folder that
 * cannot be written, a damaged or newer database or a port in use.
 */
export async function startServer({ config, log }: StartOptions): Promise<RunningServer> {
  const web = config.web ?? builtWeb()
  const opened: (() => Promise<void>)[] = []
  const closeAll = async () => {
    for (const close of opened.splice(0).toReversed()) await close()
  }
  try {
    const paths = await openDataFolder(config.data)
    const lock = await takeLock(paths.lock)
    opened.push(() => lock.release())
    const token = await readOrMakeToken(paths.token)
    const store = await openStore({ file: paths.database, readers: config.readers })
    opened.push(() => store.close())
    const limits = { batchBytes: config.maxBatchBytes, candidates: config.maxCandidates }
    const services = createServices({ store, ...systemDeps(), name: config.name, limits })
    // Read once before anybody is told the address: a reading thread takes its time to come up.
    const [render] = await Promise.all([loadRenderer(web), store.overview()])
    const check = fileCheck(store, paths.database, log)
    const client = join(web, 'client')
    const app = await createApp({
      config,
      log,
      services,
      store,
      token,
      render,
      client,
      faultOf: () => check.fault(),
    })
    opened.push(() => drain(app))
    const { url, portWasTaken } = await listen(app, config)
    check.start()
    log.info({ url, data: paths.folder, pages: render !== null }, 'serving')
    return { url, portWasTaken, paths, store, services, close: closeAll }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function builtWeb(): string {
  return fileURLToPath(new URL('../../web/dist', import.meta.url))
}
