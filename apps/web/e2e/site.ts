import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { carry, extract, extractor } from '@onrecord/extract'
import { createFetch, ingest, loaders, MAX_BYTES, readTargets, trpcSink } from '@onrecord/ingest'
import type { Target } from '@onrecord/ingest'
import { parseConfig, startServer, systemDeps } from '@onrecord/server'
import type { RunningServer } from '@onrecord/server'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { articles } from './articles.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the site of the tests answers. */
    site: string
  }
}

const seed = fileURLToPath(new URL('../../../seeds/000_d42e171dd0f59ed3.txt', import.meta.url))
const built = fileURLToPath(new URL('../dist/server/entry-server.js', import.meta.url))

/** The real server over a real database, with the seed article and the invented ones read in. */
export async function startSite({
  empty = false,
  port = '0',
}: { empty?: boolean; port?: string } = {}): Promise<RunningServer> {
  await access(built).catch((error: unknown) => {
    throw new Error('The pages are not built: run `pnpm --filter @onrecord/web build` first.', {
      cause: error,
    })
  })
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-e2e-'))
  const config = parseConfig(
    {},
    { data: join(folder, 'data'), port, readers: '0', rateLimit: '0', logLevel: 'silent' },
  )
  const server = await startServer({ config, log: pino({ level: 'silent' }) })
  if (!empty) await fill(server, folder)
  return {
    ...server,
    close: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fill(server: RunningServer, folder: string): Promise<void> {
  const lines = join(folder, 'articles.jsonl')
  await writeFile(lines, articles.map((article) => JSON.stringify(article)).join('\n'))
  const deps = {
    sink: trpcSink({ url: server.url, token: (await readFile(server.paths.token, 'utf8')).trim() }),
    fetch: createFetch(),
    loaders,
    extract,
    extractor,
    carry,
    clock: systemDeps().clock,
    maxBytes: MAX_BYTES,
  }
  for await (const event of ingest(targets(lines), deps)) {
    if (event.kind === 'failed') throw new Error(`${event.target}: ${event.message}`)
  }
}

async function* targets(lines: string): AsyncGenerator<Target> {
  yield { kind: 'file', name: 'seed', file: seed, path: 'seed.txt', key: 'id:sample/000_d42e171dd0f59ed3' }
  yield* readTargets([lines])
}

/** Started once for all files: most tests only read. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startSite()
  project.provide('site', server.url)
  return () => server.close()
}
