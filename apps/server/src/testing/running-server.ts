import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { AppRouter } from '@onrecord/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { parseConfig } from '../config.ts'
import type { Overrides } from '../config.ts'
import { startServer } from '../start.ts'

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'onrecord-server-'))

/** A real server on a free port, with a data folder of its own, closed when the test is over. */
export async function runServer(overrides: Overrides = {}) {
  const data = overrides.data ?? join(await temporaryFolder(), 'data')
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const log = pino({ level: 'trace', base: null }, sink)
  const config = parseConfig({}, { port: '0', readers: '0', web: join(data, 'no-build'), ...overrides, data })
  const server = await startServer({ config, log })
  onTestFinished(() => server.close())
  const token = (await readFile(server.paths.token, 'utf8')).trim()
  return { ...server, data, token, lines, log, config }
}

/** A typed client of the router, as a reader or with a token. */
export function clientOf(url: string, token?: string) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      }),
    ],
  })
}

/** A web build of one page that tells what it was asked, and of one hashed and one plain file. */
export async function builtPages(): Promise<string> {
  const web = await temporaryFolder()
  await mkdir(join(web, 'server'))
  await mkdir(join(web, 'client', 'assets'), { recursive: true })
  await writeFile(join(web, 'package.json'), '{"type":"module"}')
  await writeFile(
    join(web, 'client', 'assets', 'entry-3fa9c1d2.js'),
    `export const words = '${'quote '.repeat(500)}'\n`,
  )
  await writeFile(join(web, 'client', 'robots.txt'), 'User-agent: *\n')
  await writeFile(
    join(web, 'server', 'entry-server.js'),
    `export async function renderPage({ url, origin, nonce }, call) {
  if (url === '/moved') return { status: 301, headers: { location: '/' }, html: '' }
  if (url === '/broken') throw new Error('a fault with a secret in it')
  if (url === '/missing') {
    const failed = await call('speaker.get', { slug: 'nobody' }).catch((error) => error)
    return { status: 404, headers: {}, html: JSON.stringify(failed.data) }
  }
  const { overview } = await call('meta.get', undefined)
  return { status: 200, headers: {}, html: '<script nonce="' + nonce + '"></script>' + origin + url + ' ' + overview.quotes }
}
`,
  )
  return web
}
