import { mkdirSync, readFileSync, rmdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import type { Store } from '@onrecord/core'
import { author, put, query, world } from '@onrecord/core/testing'
import { expect, test } from 'vitest'
import { writer } from './commit.ts'
import { connect } from './connection.ts'
import { openStore } from './open.ts'
import { contentOf } from './testing/content.ts'
import { start } from './testing/processes.ts'
import { temporaryFile } from './testing/temporary.ts'

const PAGE = { limit: 100, cursor: null }

async function filled(file: string, articles = 1): Promise<Store> {
  const store = await openStore({ file })
  const { speaker, article } = world()
  const ana = speaker('Ana Vidal Roche')
  await store.commit([put('speaker', ana)], author())
  for (let number = 0; number < articles; number++)
    await store.commit(
      article({ quotes: [{ text: `the fares stay ${number}`, speaker: ana }] }).changes,
      author(),
    )
  return store
}

test('what was committed is there when the file is opened again', async () => {
  const file = temporaryFile()
  const store = await filled(file)
  const content = await contentOf(store)
  await store.close()
  const again = await openStore({ file })
  expect(await contentOf(again)).toEqual(content)
  await again.close()
})

test('a file that is no database is named, with the way out', async () => {
  const file = temporaryFile()
  writeFileSync(file, 'These are not the bytes of a database. '.repeat(200))
  await expect(openStore({ file })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/onrecord\.db is damaged.*\.bak.*onrecord import/s),
  })
})

test('a damaged file gives what to do, not a defect', async () => {
  const file = temporaryFile()
  const store = await filled(file, 50)
  await store.close()
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)
  const use = async () => {
    const damaged = await openStore({ file })
    await damaged.close()
    const content = await openStore({ file, readOnly: true })
    await contentOf(content)
  }
  await expect(use()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('damaged'),
  })
})

test('damage inside the file is told by verify', async () => {
  const file = temporaryFile()
  const store = await filled(file, 50)
  await store.close()
  const bytes = readFileSync(file)
  bytes.fill(0x5a, bytes.length - 3 * 4096, bytes.length - 2 * 4096)
  writeFileSync(file, bytes)
  const check = async () => {
    const damaged = await openStore({ file })
    const faults = await damaged.verify()
    await damaged.close()
    if (faults.length > 0) throw new Error('damaged: verify says so')
  }
  await expect(check()).rejects.toThrow('damaged')
})

test('a dump that comes upon damage says what to do instead of ending as a defect', async () => {
  const file = temporaryFile()
  const store = await filled(file, 200)
  await store.close()
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 8 * 4096, bytes.length - 4096)
  writeFileSync(file, bytes)
  const everything = async () => {
    const damaged = await openStore({ file, readOnly: true })
    try {
      for await (const line of damaged.dump()) expect(line.kind).toBeTypeOf('string')
    } finally {
      await damaged.close()
    }
  }
  await expect(everything()).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(file),
  })
})

test('pages overwritten in the middle are found quickly, beside other work', async () => {
  const file = temporaryFile()
  const store = await filled(file, 200)
  expect(await store.damage()).toEqual([])
  await store.close()
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 8 * 4096, 18 * 4096)
  writeFileSync(file, bytes)
  const damaged = await openStore({ file })
  const told = await damaged.damage().then(
    (faults) => faults.length > 0,
    (error: unknown) => error instanceof Error && error.message.includes('damaged'),
  )
  expect(told).toBe(true)
  await damaged.close()
})

test('a file of no bytes is made a database, and named as empty where nothing may be written', async () => {
  const file = temporaryFile()
  writeFileSync(file, '')
  await expect(openStore({ file, readOnly: true })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('onrecord.db is empty'),
  })
  await (await filled(file)).close()
  const store = await openStore({ file, readOnly: true })
  expect((await store.overview()).quotes).toBe(1)
  await store.close()
})

test('a file beside which nothing can be made is read, verified and dumped, and nothing is left behind', async () => {
  const file = temporaryFile()
  await (await filled(file)).close()
  // Of the superuser too the engine cannot make its files here, as on a disk that is read-only.
  mkdirSync(`${file}-shm`)
  const store = await openStore({ file, readOnly: true })
  expect(await store.verify()).toEqual([])
  const kinds = []
  for await (const line of store.dump()) kinds.push(line.kind)
  expect(kinds).toContain('quote')
  await store.close()
  rmdirSync(`${file}-shm`)
})

test('where nobody can make a folder, that is told at once', async () => {
  await expect(openStore({ file: '/proc/onrecord/deep/onrecord.db' })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('cannot be made'),
  })
})

test('a folder that cannot be made or written is named', async () => {
  const file = temporaryFile()
  writeFileSync(file, 'a file where a folder is needed')
  await expect(openStore({ file: `${file}/below/onrecord.db` })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(`${file}/below/onrecord.db`),
  })
  // No user may make a file there, the superuser neither.
  for (const readOnly of [false, true])
    await expect(openStore({ file: '/proc/onrecord.db', readOnly })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/onrecord\.db cannot be opened/),
    })
})

test('a file opened for reading only answers and refuses to store', async () => {
  const file = temporaryFile()
  await (await filled(file)).close()
  const store = await openStore({ file, readOnly: true })
  expect((await store.search(query(), PAGE)).items).toHaveLength(1)
  expect(await store.verify()).toEqual([])
  await expect(store.commit([], author())).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('reading only'),
  })
  await store.close()
})

test('on a full disk nothing is half written, and there is room for what was', async () => {
  const file = temporaryFile()
  await (await filled(file)).close()
  const connection = connect(file, 'write')
  const hand = writer(connection, () => '2031-03-01T09:00:00.000Z')
  const signed = {
    by: { kind: 'system', id: null, name: 'test' },
    key: null,
    cause: 'batch',
    decisionId: null,
  } as const
  const { article } = world((kind) => `${kind}_${String(++made).padStart(26, '0')}`)
  let made = 1000
  const pages = Number(connection.sqlite.pragma('page_count', { simple: true }))
  connection.sqlite.pragma(`max_page_count = ${pages + 40}`)
  let stored = 1
  const fill = () => {
    for (;;) {
      const quotes = Array.from({ length: 20 }, (_, index) => ({
        text: `more boats are needed ${stored} ${index}`,
      }))
      hand.commit(article({ quotes }).changes, signed)
      stored += 20
    }
  }
  expect(fill).toThrow(
    expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('no room') }),
  )
  connection.sqlite.close()
  const store = await openStore({ file })
  expect(await store.overview()).toMatchObject({ quotes: stored })
  expect(await store.verify()).toEqual([])
  await store.close()
})

test('processes that open a new file at once all get it whole', { timeout: 120_000 }, async () => {
  const file = temporaryFile()
  const started = ['1', '2', '3'].map((prefix) => start('./open-and-commit.ts', [file, prefix]))
  expect(await Promise.all(started.map(({ ended }) => ended))).toEqual([0, 0, 0])
  const store = await openStore({ file })
  expect(await store.list('speaker', {}, PAGE)).toMatchObject({ items: { length: 3 } })
  expect(await store.verify()).toEqual([])
  await store.close()
})

test(
  'a process killed in the middle of its commits loses nothing acknowledged and leaves no half one',
  { timeout: 120_000 },
  async () => {
    const file = temporaryFile()
    const acknowledged: string[] = []
    for (const prefix of ['1', '2', '3']) {
      const { child, lines, ended } = start('./commit-forever.ts', [file, prefix])
      const until = acknowledged.length + 15
      for await (const key of lines) {
        acknowledged.push(key)
        if (acknowledged.length === until) child.kill('SIGKILL')
      }
      expect(await ended).toBeNull()
    }
    const store = await openStore({ file })
    const keys: string[] = []
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page: { items: readonly { key: string; id: `src_${string}` }[]; next: string | null } =
        await store.list('source', {}, { limit: 100, cursor })
      keys.push(...page.items.map(({ key }) => key))
      cursor = page.next
    }
    expect(new Set(keys).isSupersetOf(new Set(acknowledged))).toBe(true)
    expect(await store.overview()).toMatchObject({ quotes: keys.length * 20, sources: keys.length })
    expect(await store.verify()).toEqual([])
    await store.close()
  },
)
