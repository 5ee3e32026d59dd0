import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createDeps } from './create-deps.ts'
import { ingest } from './ingest.ts'
import { readDocuments } from './read-documents.ts'
import { readTargets } from './target.ts'
import { all, collect } from './testing/collect.ts'
import { memorySink } from './testing/memory-sink.ts'

const text = '“Nobody likes it,” said Ana Vidal Roche, the harbour minister.'
const dates = 'Write 2031-05-13, 2031-05, 2031 or 2031-05-13T09:00:00Z.'

async function run(lines: readonly object[], sink = memorySink()) {
  const stdin = Readable.from([Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))])
  const { events, summary } = await collect(
    ingest(readTargets(['-'], { stdin }), createDeps({ sink, clock: () => '2031-06-01T09:00:00.000Z' })),
  )
  const told = events.flatMap((event) =>
    event.kind === 'warned' || event.kind === 'failed' ? [`${event.target}: ${event.message}`] : [],
  )
  return { told, summary }
}

test('a date that is none and an id that is no string are named, and the line is stored', async () => {
  const { told, summary } = await run([
    { id: 'a', text, publishedAt: 'not-a-date' },
    { id: 5, text: `${text} Twice.`, publishedAt: null },
    { id: { n: 1 }, text: `${text} Thrice.`, publishedAt: '2031-05' },
    { id: 'b', text: `${text} Again.`, publishedAt: 20310513 },
  ])
  expect(told).toEqual([
    `-:1: "publishedAt" is "not-a-date", which is no date; it is left out. ${dates}`,
    '-:2: "id" is the number 5 and is read as "5". Write it as a string.',
    '-:3: "id" is {"n":1}, which is no string; the line is read without it. Write {"id": "…", "text": …}.',
    `-:4: "publishedAt" is 20310513, which is no date; it is left out. ${dates}`,
  ])
  expect(summary).toMatchObject({ read: 4, stored: 4, failed: 0 })
})

test('a date in front matter that cannot be read is named', async () => {
  const stdin = Readable.from([Buffer.from(`---\ndate: next week\n---\n\n${text}\n`)])
  const [target] = await all(readTargets(['-'], { stdin }))
  if (target?.kind !== 'stream') throw new Error('no stream')
  const deps = createDeps({ sink: memorySink() })
  const markdown = deps.loaders.filter(({ name }) => name === 'markdown')
  const loaders = markdown.map((loader) => ({ ...loader, accepts: () => true }))
  const events = await all(readDocuments([target], { ...deps, loaders }))
  expect(events.map((event) => (event.kind === 'warned' ? event.message : event.kind))).toEqual([
    `"date" is "next week", which is no date; it is left out. ${dates}`,
    'document',
  ])
})

test('a second text under one id is refused by name within a run, and a new revision in the next', async () => {
  const sink = memorySink()
  const first = { id: 'a', text }
  const other = { id: 'a', text: 'The pier is closed for good, and nobody in Port Ellery was asked.' }
  const { told, summary } = await run([first, other, first], sink)
  expect(told).toEqual([
    '- (a): Another text of this run has the id "a", and this one would pass for a newer version of it. Give each its own id.',
  ])
  expect(summary).toMatchObject({ stored: 1, unchanged: 1, failed: 1 })
  expect((await run([other], sink)).summary).toMatchObject({ stored: 1, failed: 0 })
})
