import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { DomainError } from '@onrecord/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDeps } from './create-deps.ts'
import { ingest } from './ingest.ts'
import { readDocuments } from './read-documents.ts'
import type { Sink } from './sink.ts'
import { readTargets } from './target.ts'
import { all, collect } from './testing/collect.ts'
import { memorySink } from './testing/memory-sink.ts'

const fares =
  'Ferry fares to rise\n\nThe board said fares would rise by 4% in May. “Nobody likes it,” said Ana Vidal Roche, the harbour minister.\n'
const crews =
  'Tomas Brekke, of the union, said crews had not been asked. “We read it in the paper,” he said.\n'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  return path
}

function run(paths: readonly string[], sink: Sink, rest: Partial<Parameters<typeof createDeps>[0]> = {}) {
  return collect(ingest(readTargets(paths, { cwd: folder }), createDeps({ sink, ...rest })))
}

test('a folder is read in order of name, hidden files and unknown endings are passed over', async () => {
  await put('b.txt', crews)
  await put('a/deep.md', '# Heading\n\nThe board *met*.')
  await put('.hidden.txt', crews)
  await put('.git/x.txt', crews)
  await put('notes.gold.json', '{}')
  const { events, summary } = await run([folder], memorySink())
  expect(events.map(({ kind, target }) => `${kind} ${target.replace(folder, '')}`)).toEqual([
    'started /a/deep.md',
    'read /a/deep.md',
    'extracted /a/deep.md',
    'stored /a/deep.md',
    'started /b.txt',
    'read /b.txt',
    'extracted /b.txt',
    'stored /b.txt',
  ])
  expect(summary).toMatchObject({ read: 2, stored: 2, unchanged: 0, failed: 0, aborted: false })
  expect(events.flatMap((event) => (event.kind === 'read' ? [event.key] : []))).toEqual([
    'path:a/deep.md',
    'path:b.txt',
  ])
})

test('a second run stores nothing, also when white space changed; a changed article is a new revision', async () => {
  const path = await put('fares.txt', fares)
  const sink = memorySink()
  expect((await run([path], sink)).summary).toMatchObject({ stored: 1, unchanged: 0 })
  expect((await run([path], sink)).summary).toMatchObject({ stored: 0, unchanged: 1 })
  await put('fares.txt', fares.replaceAll('\n', '\r\n'))
  expect((await run([path], sink)).summary).toMatchObject({ stored: 0, unchanged: 1 })
  await put('fares.txt', fares.replace('4%', '6%'))
  const { events } = await run([path], sink)
  expect(events.at(-1)).toMatchObject({ kind: 'stored', receipt: { revision: 2 } })
  expect(await sink.known({ key: 'path:fares.txt', fingerprint: null })).toMatchObject({
    text: fares.replace('4%', '6%'),
  })
})

test('a copy of a text under another name adds nothing', async () => {
  const sink = memorySink()
  const { summary } = await run([await put('fares.txt', fares), await put('copy.txt', `${fares}\n`)], sink)
  expect(summary).toMatchObject({ read: 2, stored: 1, unchanged: 1 })
})

test('a bad file is named with its reason, and the rest goes on', async () => {
  const paths = [
    await put('1-empty.txt', ''),
    await put('2-blank.txt', ' \n\t\n'),
    await put('3-report.pdf', '%PDF-1.7\n1 0 obj'),
    await put(
      '4-noise.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
    ),
    join(folder, 'missing.txt'),
    await put('5-page.html', '<html><script>let x = "<p>'),
    await put('6-good.txt', crews),
  ]
  const { events, summary } = await run(paths, memorySink())
  const failed = events.flatMap((event) =>
    event.kind === 'failed'
      ? [`${event.target.replace(`${folder}/`, '')} ${event.code}: ${event.message}`]
      : [],
  )
  expect(failed).toEqual([
    '1-empty.txt invalid: It is empty. Give a text with words in it.',
    '2-blank.txt invalid: It has only white space. Give a text with words in it.',
    '3-report.pdf invalid: This looks like a binary file (PDF), not like text. Give its text as .txt, .md, .html or .jsonl.',
    '4-noise.txt invalid: This looks like a binary file, not like text. Give its text as .txt, .md, .html or .jsonl.',
    'missing.txt notFound: There is no such file or folder (or it was taken away while reading). Check the path.',
    '5-page.html invalid: No article text was found in this page. Save its text as .txt and give that.',
  ])
  expect(summary).toMatchObject({ stored: 1, failed: 6 })
})

test('a file of 50 MB is refused by its size, before it is read', async () => {
  const path = join(folder, 'large.txt')
  const file = await open(path, 'w')
  await file.truncate(50_000_000)
  await file.close()
  const { events } = await run([path, await put('good.txt', crews)], memorySink())
  expect(events[1]).toEqual({
    kind: 'failed',
    target: path,
    code: 'tooLarge',
    message: 'It has 50000000 bytes or more; the limit is 20000000. Split it, or raise the limit.',
  })
  expect(events.at(-1)?.kind).toBe('stored')
})

test('a stream without a size is cut off at the limit', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536, 'word ')
    })(),
  )
  const { events } = await collect(
    ingest(
      [{ kind: 'stream', name: '-', stream: endless }],
      createDeps({ sink: memorySink(), maxBytes: 1_000_000 }),
    ),
  )
  expect(events[1]).toMatchObject({ kind: 'failed', code: 'tooLarge' })
})

test('a file taken away after it was listed is named, and the rest goes on', async () => {
  const gone = await put('a.txt', fares)
  await put('b.txt', crews)
  const targets = await all(readTargets([folder]))
  await rm(gone)
  const { events, summary } = await collect(ingest(targets, createDeps({ sink: memorySink() })))
  expect(events[1]).toMatchObject({ kind: 'failed', target: gone, code: 'notFound' })
  expect(summary).toMatchObject({ stored: 1, failed: 1 })
})

test('standard input is text, a page or JSON lines, as it begins', async () => {
  const lines = '{"id":"one","text":"The board met on Friday."}\n{"id":"two","text":"It agreed."}\n'
  const stdin = (content: string) => readTargets(['-'], { stdin: Readable.from([Buffer.from(content)]) })
  const ids = async (content: string) =>
    (await all(readDocuments(stdin(content), createDeps({ sink: memorySink() })))).map((event) =>
      event.kind === 'document' ? `${event.line.id}: ${event.line.text}` : event.message,
    )
  expect(await ids(lines)).toEqual(['one: The board met on Friday.', 'two: It agreed.'])
  expect(await ids('Just words.')).toEqual(['stdin: Just words.'])
  expect(await ids('<!doctype html><p>Just words in a page.')).toEqual(['stdin: Just words in a page.'])
})

test('JSON lines of any length are read in pieces; a bad line is named by its number', async () => {
  const line = (index: number) =>
    JSON.stringify({
      id: `line-${index}`,
      text: `The board met on day ${index}, and ${'agreed on little, '.repeat(60)}as ever.`,
    })
  const lines = Array.from({ length: 3000 }, (_, index) => (index === 2500 ? '{"id": broken' : line(index)))
  const path = await put('many.jsonl', lines.join('\n'))
  const events = await all(
    readDocuments(readTargets([path]), createDeps({ sink: memorySink(), maxBytes: 2_000_000 })),
  )
  expect(events.length).toBe(3000)
  expect(events.flatMap((event) => (event.kind === 'failed' ? [event.target] : []))).toEqual([`${path}:2501`])
  expect(events[2999]).toMatchObject({ line: { id: 'line-2999' } })
})

test('the same file is read once, and two files of one name are two sources', async () => {
  const one = await put('2024/report.txt', fares)
  const other = await put('2025/report.txt', crews)
  await symlink(one, join(folder, 'link.txt'))
  const { events, summary } = await run([one, join(folder, 'link.txt'), one, other], memorySink())
  expect(summary).toMatchObject({ read: 2, stored: 2, failed: 0 })
  expect(events.at(-1)).toMatchObject({ kind: 'stored', target: other, receipt: { revision: 1 } })
})

test('an empty folder and an address that is none are named', async () => {
  await mkdir(join(folder, 'empty'))
  const { events } = await run(
    [join(folder, 'empty'), 'ftp://files.example/a.txt', 'http://127.0.0.1/'],
    memorySink(),
  )
  expect(events.flatMap((event) => (event.kind === 'failed' ? [event.code] : []))).toEqual([
    'notFound',
    'invalid',
    'forbidden',
  ])
})

test('stopped between two sources, what was stored stays, and the next run does the rest once', async () => {
  await put('a.txt', fares)
  await put('b.txt', crews)
  const sink = memorySink()
  const stop = new AbortController()
  const first = ingest(readTargets([folder], { cwd: folder }), createDeps({ sink, signal: stop.signal }))
  for (let step = await first.next(); step.done !== true; step = await first.next())
    if (step.value.kind === 'stored') stop.abort()
  expect(await sink.known({ key: 'path:a.txt', fingerprint: null })).not.toBeNull()
  expect(await sink.known({ key: 'path:b.txt', fingerprint: null })).toBeNull()
  expect((await run([folder], sink)).summary).toMatchObject({ stored: 1, unchanged: 1 })
})

test('an answer that was lost is a duplicate the next time, not a second source', async () => {
  await put('a.txt', fares)
  const sink = memorySink()
  const losing: Sink = {
    known: async () => null,
    put: async (batch) => {
      await sink.put(batch)
      throw new DomainError('unavailable', 'The connection was lost.')
    },
  }
  await expect(run([folder], losing)).rejects.toThrow('The connection was lost.')
  expect((await run([folder], { ...sink, known: async () => null })).summary).toMatchObject({
    stored: 0,
    unchanged: 1,
  })
})

test('a sink that refuses us ends the run with its reason', async () => {
  await put('a.txt', fares)
  await put('b.txt', crews)
  const refusing: Sink = {
    known: async () => {
      throw new DomainError('unauthenticated', 'The token is wrong.')
    },
    put: async () => {
      throw new Error('not reached')
    },
  }
  await expect(run([folder], refusing)).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('a text of a million quotation marks is read', async () => {
  const path = await put('marks.txt', `The board met.\n${'“'.repeat(1_000_000)}`)
  const { summary } = await run([path], memorySink())
  expect(summary.read).toBe(1)
})
