import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DomainError } from '@onrecord/core'
import { author, put, query, world } from '@onrecord/core/testing'
import { expect, test } from 'vitest'
import { openStore } from './open.ts'
import { bundledWorker } from './testing/bundled-worker.ts'
import { temporaryFile } from './testing/temporary.ts'

const bundled = await bundledWorker()

test('an error keeps its class, code and details on its way out of a thread', async () => {
  const store = await openStore({ file: temporaryFile(), readers: 1 })
  const ana = world().speaker('Ana Vidal Roche', { version: 3 })
  const thrown: unknown = await store.commit([put('speaker', ana)], author()).catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(DomainError)
  expect(thrown).toMatchObject({ code: 'stale', details: { stored: 0, next: 3 } })
  await store.close()
})

test('a reader sees what was acknowledged before it was asked', async () => {
  const store = await openStore({ file: temporaryFile(), readers: 2, workerUrl: bundled })
  const { article } = world()
  for (let number = 1; number <= 10; number++) {
    await store.commit(article({ quotes: [{ text: `words ${number}` }] }).changes, author())
    const counts = await Promise.all([1, 2, 3].map(() => store.search(query(), { limit: 1, cursor: null })))
    expect(counts.map(({ total }) => total.count)).toEqual([number, number, number])
  }
  await store.close()
  await expect(store.overview()).rejects.toMatchObject({ code: 'unavailable' })
})

test('a thread that dies fails what it did, and the next question is answered', async () => {
  const file = temporaryFile()
  const workerUrl = pathToFileURL(join(dirname(file), 'worker.mjs'))
  const real = bundled.href
  writeFileSync(
    workerUrl,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ task, args }) => { if (task === 'tombstone' && args[0] === 'die') process.exit(1) })
     await import(${JSON.stringify(real)})`,
  )
  const store = await openStore({ file, readers: 1, workerUrl })
  expect(await store.tombstone('none')).toBeNull()
  await expect(store.tombstone('die')).rejects.toMatchObject({ code: 'unavailable' })
  expect(await store.tombstone('none')).toBeNull()
  await store.close()
})

test('threads whose code is missing are told at once', async () => {
  const workerUrl = new URL('./nowhere.js', import.meta.url)
  await expect(openStore({ file: temporaryFile(), readers: 1, workerUrl })).rejects.toMatchObject({
    code: 'unavailable',
  })
})
