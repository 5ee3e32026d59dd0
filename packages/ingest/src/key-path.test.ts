import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeps } from './create-deps.ts'
import { ingest } from './ingest.ts'
import type { Sink } from './sink.ts'
import { keyPathOf, readTargets } from './target.ts'
import { collect } from './testing/collect.ts'
import { memorySink } from './testing/memory-sink.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(name: string, words: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, `“${words},” said Ana Vidal Roche, the harbour minister.\n`)
  return path
}

async function run(path: string, sink: Sink, cwd = folder) {
  const { events } = await collect(ingest(readTargets([path], { cwd }), createDeps({ sink })))
  return events.flatMap((event) =>
    event.kind === 'stored'
      ? [`${event.key} ${event.receipt.revision}`]
      : event.kind === 'unchanged'
        ? [`${event.key} unchanged`]
        : [],
  )
}

test('files of one name in two folders are two sources, in two runs too', async () => {
  const sink = memorySink()
  expect(await run(await put('2024/x.txt', 'Fares will rise'), sink)).toEqual(['path:2024/x.txt 1'])
  expect(await run(await put('2025/x.txt', 'Fares will fall'), sink)).toEqual(['path:2025/x.txt 1'])
})

test('a file is the same source by itself and in its folder, and a changed one a new revision', async () => {
  const sink = memorySink()
  const path = await put('2024/x.txt', 'Fares will rise')
  expect(await run(path, sink)).toEqual(['path:2024/x.txt 1'])
  expect(await run(join(folder, '2024'), sink)).toEqual(['path:2024/x.txt unchanged'])
  expect(await run(folder, sink)).toEqual(['path:2024/x.txt unchanged'])
  await put('2024/x.txt', 'Fares will rise in May')
  expect(await run(join(folder, '2024'), sink)).toEqual(['path:2024/x.txt 2'])
})

test('outside of the current folder a file is known wherever one stands, and its key hides the folders above', async () => {
  const sink = memorySink()
  const one = await put('2024/x.txt', 'Fares will rise')
  const [stored = ''] = await run(one, sink, join(folder, 'a'))
  expect(stored).toMatch(/^path:[0-9a-f]{16}\/x\.txt 1$/u)
  expect(await run(one, sink, join(folder, 'b'))).toEqual([stored.replace(/1$/u, 'unchanged')])
  const [other = ''] = await run(await put('2025/x.txt', 'Fares will fall'), sink, join(folder, 'a'))
  expect(other).toMatch(/\/x\.txt 1$/u)
})

test('a path is named the same however it is written', () => {
  for (const path of ['a/x.txt', './a/x.txt', 'b/../a//x.txt', join(process.cwd(), 'a/x.txt')])
    expect(keyPathOf(path, process.cwd())).toBe('a/x.txt')
  expect(keyPathOf('..x/y.txt', process.cwd())).toBe('..x/y.txt')
})
