import { join } from 'node:path'
import { createServices } from '@onrecord/core'
import { trpcSink } from '@onrecord/ingest'
import { sinkContract } from '@onrecord/ingest/testing'
import { openStore } from '@onrecord/store-sqlite'
import { pino } from 'pino'
import { parseConfig } from './config.ts'
import { ingester } from './context.ts'
import { systemDeps } from './deps.ts'
import { readOrMakeToken } from './ingest-token.ts'
import { serviceSink } from './intake.ts'
import { startServer } from './start.ts'
import { temporaryFolder } from './testing/running-server.ts'

sinkContract('the services of this process, over SQLite', async () => {
  const store = await openStore({ file: join(await temporaryFolder(), 'onrecord.db') })
  const services = createServices({ store, ...systemDeps() })
  return {
    sink: serviceSink(services, ingester('onr_an-invented-token-of-enough-letters')),
    close: () => store.close(),
  }
})

sinkContract('a server over HTTP', async () => {
  const data = await temporaryFolder()
  const config = parseConfig({}, { data, port: '0', readers: '0', web: data })
  const server = await startServer({ config, log: pino({ level: 'silent' }) })
  const token = await readOrMakeToken(server.paths.token)
  return { sink: trpcSink({ url: server.url, token }), close: () => server.close() }
})
