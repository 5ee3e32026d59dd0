import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from './server-lock.ts'

const newLock = async () => join(await mkdtemp(join(tmpdir(), 'onrecord-lock-')), 'server.lock')
const holderIn = async (file: string) => {
  const lock: unknown = JSON.parse(await readFile(file, 'utf8'))
  return typeof lock === 'object' && lock !== null && 'pid' in lock ? lock.pid : null
}
const filesBeside = (file: string) => readdir(join(file, '..'))

test('a second server is refused while the first runs, and let in when it is done', async () => {
  const file = await newLock()
  const lock = await takeLock(file)
  await expect(takeLock(file)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`process ${process.pid}`),
  })
  await lock.release()
  const next = await takeLock(file)
  expect(await filesBeside(file)).toEqual(['server.lock'])
  await next.release()
  expect(await filesBeside(file)).toEqual([])
})

test('the lock of a process that is gone is taken over', async () => {
  const file = await newLock()
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await writeFile(file, JSON.stringify({ id: 'gone', pid: child.pid, started: null }))
  await takeLock(file)
  expect(await holderIn(file)).toBe(process.pid)
})

test('the lock of an earlier process of the same number is taken over', async () => {
  const file = await newLock()
  const lock = await takeLock(file)
  const held: unknown = JSON.parse(await readFile(file, 'utf8'))
  await lock.release()
  await writeFile(file, JSON.stringify({ ...Object(held), id: 'earlier', started: 'another boot 1' }))
  await takeLock(file)
  expect(await holderIn(file)).toBe(process.pid)
})

test('a lock that holds no lock is taken over', async () => {
  const file = await newLock()
  await writeFile(file, '{"pid":')
  await takeLock(file)
  expect(await holderIn(file)).toBe(process.pid)
})

test('of many that find a stale lock at once, one gets it', async () => {
  // Many rounds: a way that two can get it shows in one of some hundred only.
  for (let round = 0; round < 100; round++) {
    const file = await newLock()
    await writeFile(file, JSON.stringify({ id: 'gone', pid: 2 ** 30, started: null }))
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(file)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await filesBeside(file)).toEqual(['server.lock'])
  }
})

test('a claim whose process was killed holds nobody up', async () => {
  const file = await newLock()
  const gone = { pid: 2 ** 30, started: null }
  await writeFile(file, JSON.stringify({ id: 'gone', ...gone }))
  await writeFile(`${file}.claim-gone`, JSON.stringify({ id: 'killed', ...gone }))
  await takeLock(file)
  expect(await filesBeside(file)).toEqual(['server.lock'])
})

test('releasing leaves a lock that another server took since', async () => {
  const file = await newLock()
  const lock = await takeLock(file)
  await writeFile(file, JSON.stringify({ id: 'other', pid: 1, started: null }))
  await lock.release()
  expect(await filesBeside(file)).toEqual(['server.lock'])
})
