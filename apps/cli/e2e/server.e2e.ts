import { spawn } from 'node:child_process'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, printed, root, start, temporaryFolder, type Running } from './process.ts'

const folder = await temporaryFolder()
let count = 0
const newData = () => join(folder, `data-${(count += 1)}`)
const READY = /ready at (http:\/\/\S+)\//

async function serve(data: string, ...more: string[]): Promise<{ server: Running; url: string }> {
  const server = start(['start', '--data', data, '--port', '0', ...more])
  const [, url = ''] = await printed(server, READY)
  return { server, url }
}
const json = async (url: string): Promise<unknown> => (await fetch(url)).json()
const articles = async (name: string, many: number) => {
  const lines = Array.from({ length: many }, (_, at) =>
    JSON.stringify({
      id: `${name}-${at}`,
      title: `Report ${at}`,
      text: `“We will paint pier number ${at} green,” said Tomas Brekke, the harbour master. It has 4${at} posts.`,
    }),
  )
  const path = join(folder, `${name}.jsonl`)
  await writeFile(path, lines.join('\n'))
  return path
}

test('a first start makes the database, the sample and the token, says where, and stops when asked', async () => {
  const data = newData()
  const { server, url } = await serve(data)
  expect(server.out()).toMatch(/^Onrecord is ready at http:\/\/127\.0\.0\.1:\d+\/\n$/)
  expect(await json(`${url}/search.json?q=zenz`)).toMatchObject({
    kind: 'search',
    data: {
      items: expect.arrayContaining([
        expect.objectContaining({ speaker: expect.objectContaining({ name: 'Adrian Zenz' }) }),
      ]),
    },
  })
  expect((await stat(join(data, 'ingest-token'))).mode & 0o777).toBe(0o600)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
})

test('--no-sample leaves it empty, and a second server on the same data is refused', async () => {
  const data = newData()
  const { server, url } = await serve(data, '--no-sample')
  expect(await json(`${url}/search.json`)).toMatchObject({ data: { items: [] } })
  const second = start(['start', '--data', data, '--port', '0'])
  expect(await second.ended).toBe(3)
  expect(second.err()).toContain(data)
  server.child.kill('SIGTERM')
  await server.ended
})

test('a sample that was removed does not come back by itself', async () => {
  const data = newData()
  for (const args of [
    ['sample', 'add'],
    ['sample', 'remove'],
  ])
    expect(await start([...args, '--data', data]).ended).toBe(0)
  const { server, url } = await serve(data)
  expect(await json(`${url}/search.json`)).toMatchObject({ data: { items: [] } })
  server.child.kill('SIGTERM')
  await server.ended
})

test('articles go to a server with its token, once, and not without', async () => {
  const data = newData()
  const { server, url } = await serve(data, '--no-sample')
  const path = await articles('sent', 3)
  expect(await start(['ingest', path, '--server', url, '--data', data]).ended).toBe(0)
  const again = start(['ingest', path, '--server', url], {
    ONRECORD_TOKEN: (await readFile(join(data, 'ingest-token'), 'utf8')).trim(),
  })
  expect(await again.ended).toBe(0)
  expect(again.out()).toContain('3 known already')
  expect(await json(`${url}/search.json?q=pier`)).toMatchObject({
    data: { total: { count: 3, exact: true } },
  })
  const wrong = start(['ingest', path, '--server', url], { ONRECORD_TOKEN: 'onr_wrong-token-of-some-length' })
  expect(await wrong.ended).toBe(1)
  expect(wrong.err()).toMatch(/token/i)
  // A server that is gone is said to be, and what it holds is whole.
  server.child.kill('SIGKILL')
  await server.ended
  const verify = start(['verify', '--data', data])
  expect({ code: await verify.ended, said: verify.out() }).toMatchObject({ code: 0 })
  const restarted = await serve(data)
  expect(await json(`${restarted.url}/search.json?q=pier`)).toMatchObject({ data: { total: { count: 3 } } })
  restarted.server.child.kill('SIGTERM')
  await restarted.server.ended
})

test('an ingest that is killed and run again stores everything once', async () => {
  const data = newData()
  const path = await articles('killed', 60)
  const first = start(['ingest', path, '--data', data, '--json'])
  await printed(first, /"kind":"stored"[\s\S]*"kind":"stored"/)
  first.child.kill('SIGKILL')
  await first.ended
  const stored = first
    .out()
    .split('\n')
    .filter((line) => line.includes('"kind":"stored"')).length
  expect(stored).toBeGreaterThan(1)
  expect(await start(['verify', '--data', data]).ended).toBe(0)
  expect(await start(['ingest', path, '--data', data]).ended).toBe(0)
  const whole = start(['export', '--data', data])
  await whole.ended
  const kinds = whole
    .out()
    .split('\n')
    .flatMap((line) => /^{"schemaVersion":"[^"]+","kind":"(source|revision|quote)"/.exec(line)?.[1] ?? [])
  expect(['source', 'revision', 'quote'].map((kind) => kinds.filter((each) => each === kind).length)).toEqual(
    [60, 60, 60],
  )
})

test('a reader that has seen enough ends the command without a word', async () => {
  const data = newData()
  await start(['ingest', await articles('piped', 20), '--data', data]).ended
  const piped = spawn(
    'sh',
    ['-c', `"${process.execPath}" "${command}" export --data "${data}" | head -n 1`],
    { cwd: root },
  )
  let said = ''
  piped.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise((resolve) => piped.on('close', resolve))
  expect(said).toBe('')
})
