import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseConfig } from './config.ts'
import { startServer } from './start.ts'
import { readToken } from './ingest-token.ts'
import { batch } from './testing/article.ts'
import { clientOf, runServer, temporaryFolder } from './testing/running-server.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** The server as a process of its own; `blocks`: of 512 bytes, the most that any of its files may have. */
function run(env: Record<string, string>, options: { uid?: number; blocks?: number } = {}) {
  const { uid, blocks } = options
  const [command, ...args] =
    blocks === undefined
      ? [process.execPath, main]
      : ['/bin/sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$1"`, process.execPath, main]
  const child = spawn(command ?? '', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      ONRECORD_PORT: '0',
      ONRECORD_READERS: '0',
      ONRECORD_WEB: 'no-build',
      ...env,
    },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const exit = once(child, 'close').then(([code]: unknown[]) => code)
  const url = async () => {
    // What it says instead, if it ends at once, is then in the failure.
    await expect
      .poll(() => (child.exitCode === null ? output.stdout : `serving was expected: ${output.stderr}`), {
        timeout: 60_000,
      })
      .toContain('serving')
    expect([child.exitCode, output.stderr]).toEqual([null, ''])
    return /"url":"([^"]+)"/.exec(output.stdout)?.[1] ?? ''
  }
  return { child, output, exit, url }
}

describe('starting', { timeout: 120_000 }, () => {
  test('makes the data folder, the token and the database for their owner alone', async () => {
    const { data } = await runServer()
    expect((await stat(data)).mode & 0o777).toBe(0o700)
    expect((await stat(join(data, 'ingest-token'))).mode & 0o777).toBe(0o600)
    expect((await readdir(data)).includes('onrecord.db')).toBe(true)
  })

  test('a second server on the same data is refused, and the first goes on', async () => {
    const { data, url } = await runServer()
    await expect(runServer({ data })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(data),
    })
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  test('closing gives the folder free, and the next start finds everything', async () => {
    const first = await runServer()
    await clientOf(first.url, first.token).batch.put.mutate(batch)
    await first.close()
    await first.close()
    expect(await readdir(first.data)).not.toContain('server.lock')
    const second = await runServer({ data: first.data })
    expect(second.token).toBe(first.token)
    expect(await clientOf(second.url).meta.get.query()).toMatchObject({ overview: { sources: 1 } })
  })

  test('a port in use is an error where it was asked for, and nothing stays locked', async () => {
    const taken = await portInUse()
    const data = join(await temporaryFolder(), 'data')
    await expect(runServer({ data, port: String(taken) })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining(`Port ${taken}`),
    })
    expect((await runServer({ data })).portWasTaken).toBe(false)
  })

  test('where no port was asked for, a free one is taken when 4600 is in use', async () => {
    const holder = createServer()
    await new Promise((resolve) => {
      holder.once('error', resolve)
      holder.listen(4600, '127.0.0.1', () => resolve(null))
    })
    onTestFinished(() => void holder.close())
    const data = join(await temporaryFolder(), 'data')
    const { log } = await runServer()
    const config = { ...parseConfig({}, { data, readers: '0', web: data }), port: null }
    const server = await startServer({ config, log })
    onTestFinished(() => server.close())
    expect(server.portWasTaken).toBe(true)
    expect(server.url).not.toContain(':4600')
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
  })

  test('a host that is not of this machine is refused with what to check', async () => {
    await expect(runServer({ host: '203.0.113.7' })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('--host'),
    })
  })

  test('a file that is no database is named, and left as it is', async () => {
    const data = join(await temporaryFolder(), 'data')
    await mkdir(data)
    await writeFile(join(data, 'onrecord.db'), 'These are not the bytes of a database. '.repeat(200))
    const { exit, output } = run({ ONRECORD_DATA: data })
    expect(await exit).toBe(1)
    expect(output.stderr).toContain('onrecord.db')
    expect(output.stderr).not.toMatch(/^\s+at /m)
    expect((await stat(join(data, 'onrecord.db'))).size).toBe(7_800)
  })
})

test('a database of a newer version is named, and left as it is', async () => {
  const { data, ...server } = await runServer()
  await server.close()
  const database = new DatabaseSync(join(data, 'onrecord.db'))
  database.exec(
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of a later version', 9999999999999)",
  )
  database.close()
  await expect(runServer({ data })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('newer Onrecord'),
  })
  expect(await readdir(data)).not.toContain('server.lock')
})

describe('the process', { timeout: 120_000 }, () => {
  test('a setting that is none ends it with exit code 2 and one line', async () => {
    const { exit, output } = run({ ONRECORD_PROT: '1', ONRECORD_DATA: await temporaryFolder() })
    expect(await exit).toBe(2)
    expect(output.stderr).toBe('ONRECORD_PROT is no setting; did you mean ONRECORD_PORT?\n')
  })

  test('a second process on the same data ends with exit code 3', async () => {
    const { data } = await runServer()
    const { exit, output } = run({ ONRECORD_DATA: data })
    expect(await exit).toBe(3)
    expect(output.stderr).toContain(`Another server (process ${process.pid})`)
  })

  test('a folder that may not be written ends it with exit code 1 and what to do', async () => {
    const data = join(await temporaryFolder(), 'data')
    await mkdir(data)
    await chmod(data, 0o555)
    await chmod(join(data, '..'), 0o755)
    // Root may write everywhere, so it runs as nobody then.
    const { exit, output } = run({ ONRECORD_DATA: data }, process.getuid?.() === 0 ? { uid: 65_534 } : {})
    expect(await exit).toBe(1)
    expect(output.stderr).toContain(`The data folder ${data} cannot be written (EACCES)`)
    expect(await readdir(data)).toEqual([])
  })

  test('a disk that takes no more ends it with exit code 1 and a clear message', async () => {
    const data = join(await temporaryFolder(), 'data')
    const { exit, output } = run({ ONRECORD_DATA: data }, { blocks: 16 })
    expect(await exit).toBe(1)
    expect(output.stderr).not.toBe('')
    expect(output.stderr).not.toMatch(/^\s+at /m)
    expect(await readdir(data)).not.toContain('server.lock')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s lets it end in order, with exit code 0', async (signal) => {
    const data = join(await temporaryFolder(), 'data')
    const { child, exit, output, url } = run({ ONRECORD_DATA: data })
    const address = await url()
    expect((await fetch(`${address}/health`)).status).toBe(200)
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(output.stdout).toContain('"msg":"stopped"')
    expect(await readdir(data)).not.toContain('server.lock')
    await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
  })

  test('killed, it leaves a lock that the next start takes over, and nothing that was stored is lost', async () => {
    const data = join(await temporaryFolder(), 'data')
    const { child, exit, url } = run({ ONRECORD_DATA: data })
    const address = await url()
    const token = (await readToken(join(data, 'ingest-token'))) ?? ''
    await clientOf(address, token).batch.put.mutate(batch)
    child.kill('SIGKILL')
    await exit
    expect(await readdir(data)).toContain('server.lock')
    const next = await runServer({ data })
    expect(await clientOf(next.url).meta.get.query()).toMatchObject({ overview: { sources: 1 } })
    expect(await clientOf(next.url, token).batch.put.mutate(batch)).toMatchObject({ outcome: 'duplicate' })
  })
})

test(
  'a request that runs when the server is told to stop is answered, and stored',
  { timeout: 60_000 },
  async () => {
    const { url, token, data, ...server } = await runServer()
    const sending = request(`${url}/trpc/batch.put`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        expect: '100-continue',
      },
    })
    const answered = once(sending, 'response')
    sending.flushHeaders()
    await once(sending, 'continue')
    const closed = server.close()
    sending.end(JSON.stringify(batch))
    const [answer]: unknown[] = await answered
    expect(answer).toMatchObject({ statusCode: 200 })
    await closed
    expect(await readdir(data)).not.toContain('server.lock')
    const next = await runServer({ data })
    expect(await clientOf(next.url).meta.get.query()).toMatchObject({ overview: { sources: 1 } })
  },
)

async function portInUse(): Promise<number> {
  const holder = createServer()
  await new Promise<void>((resolve) => {
    holder.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void holder.close())
  const address = holder.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
