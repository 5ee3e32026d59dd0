import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fold } from '@onrecord/core'
import type { Store, StoreQuery, Term } from '@onrecord/core'
import type { Speaker } from '@onrecord/schema'
import { author, put, query, world } from '@onrecord/core/testing'
import SqliteDatabase from 'better-sqlite3'
import { openStore } from '../src/open.ts'
import { numbersFrom, quoteText, wordOf, zipf } from './corpus.ts'

// Prints ratios: absolute times are those of one machine on one day. `bench [quotes] [quotes a commit]`.

const quotes = Number(process.argv[2] ?? 100_000)
const batch = Number(process.argv[3] ?? 500)
const PER_ARTICLE = 20
const QUERIES = 200
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
try {
  const texts = textsOf(quotes)
  const floor = wordIndexOnly(texts)
  const file = join(folder, 'onrecord.db')
  const store = await openStore({ file })
  const { perSecond, speakers } = await inserted(store, texts)
  row(
    'inserts a processor second, as a share of a bare FTS5 table',
    perSecond / floor.perSecond,
    `${Math.round(perSecond)} of ${Math.round(floor.perSecond)}`,
  )
  await store.close()
  row(
    'bytes a quote, against text in a bare table',
    statSync(file).size / floor.bytes,
    `${Math.round(statSync(file).size / quotes)} of ${Math.round(floor.bytes / quotes)}`,
  )
  const again = await openStore({ file })
  await searched(again, floor.stream, speakers)
  await again.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Milliseconds of processor time: what else the machine does is left out. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function row(what: string, ratio: number, figures: string): void {
  console.log(`${what.padEnd(64)} ${ratio.toFixed(2).padStart(7)}x   ${figures}`)
}

function textsOf(count: number): string[] {
  const next = numbersFrom(7)
  return Array.from({ length: count }, () => quoteText(next))
}

/** The floor: the same words in one FTS5 table and nothing else, and the same text in one table and nothing else. */
function wordIndexOnly(texts: readonly string[]) {
  const db = new SqliteDatabase(join(folder, 'floor.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE VIRTUAL TABLE f USING fts5(words, content='', contentless_delete=1, tokenize='ascii')`)
  const add = db.prepare('INSERT INTO f (rowid, words) VALUES (CAST(? AS INTEGER), ?)')
  const began = processorMs()
  for (let from = 0; from < texts.length; from += batch) {
    db.exec('BEGIN IMMEDIATE')
    for (const [index, text] of texts.slice(from, from + batch).entries())
      add.run(from + index + 1, fold(text))
    db.exec('COMMIT')
  }
  const perSecond = (texts.length * 1000) / (processorMs() - began)
  const plain = new SqliteDatabase(join(folder, 'text.db'))
  plain.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)')
  const keep = plain.prepare('INSERT INTO t (text) VALUES (?)')
  plain.exec('BEGIN')
  for (const text of texts) keep.run(text)
  plain.exec('COMMIT')
  plain.close()
  const newest = db
    .prepare<[string], number>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rowid DESC LIMIT 20')
    .pluck()
  return {
    perSecond,
    bytes: statSync(join(folder, 'text.db')).size,
    stream: (words: string) => newest.all(words),
  }
}

async function inserted(
  store: Store,
  texts: readonly string[],
): Promise<{ perSecond: number; speakers: Speaker[] }> {
  const { speaker, article } = world()
  const next = numbersFrom(11)
  const speakers = Array.from({ length: Math.max(10, Math.round(texts.length / 100)) }, (_, index) =>
    speaker(`${wordOf(index + 2000)} ${wordOf(zipf(next, 3000) + 5000)}`, { slug: `s-${index}` }),
  )
  await store.commit(
    speakers.map((one) => put('speaker', one)),
    author(),
  )
  let spent = 0
  for (let from = 0; from < texts.length; from += batch) {
    const changes = []
    for (let at = from; at < Math.min(from + batch, texts.length); at += PER_ARTICLE) {
      const year = 2005 + Math.floor(next() * 20)
      const publishedAt = `${year}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`
      const sketches = texts
        .slice(at, at + PER_ARTICLE)
        .map((text) => ({ text, speaker: speakers[zipf(next, speakers.length)] ?? null }))
      changes.push(...article({ publishedAt, publisher: `Outlet ${at % 40}`, quotes: sketches }).changes)
    }
    const began = processorMs()
    await store.commit(changes, author())
    spent += processorMs() - began
  }
  return { perSecond: (texts.length * 1000) / spent, speakers }
}

type Times = { p50: number; p95: number }

async function timed(ask: (index: number) => unknown): Promise<Times> {
  for (let index = 0; index < 20; index++) await ask(index)
  const times: number[] = []
  for (let index = 0; index < QUERIES; index++) {
    const began = performance.now()
    await ask(index)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(QUERIES * 0.5)] ?? 0, p95: times[Math.floor(QUERIES * 0.95)] ?? 0 }
}

async function searched(
  store: Store,
  stream: (words: string) => unknown,
  speakers: readonly Speaker[],
): Promise<void> {
  const next = numbersFrom(23)
  const mixes = Array.from({ length: QUERIES }, () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () =>
      wordOf(next() < 0.15 ? Math.floor(next() * 15) : 15 + zipf(next, 20_000)),
    ),
  )
  const termsOf = (index: number, prefix = false): Term[] =>
    (mixes[index % QUERIES] ?? []).map((text, place, all) => ({
      text,
      phrase: false,
      prefix: prefix && place === all.length - 1,
      excluded: false,
    }))
  const page = { limit: 20, cursor: null }
  const find = (said: Partial<StoreQuery>) => store.search(query(said), page)
  const floor = await timed((index) =>
    stream((mixes[index % QUERIES] ?? []).map((word) => `"${word}"`).join(' AND ')),
  )
  const report = (what: string, { p50, p95 }: Times) =>
    row(what, p95 / floor.p95, `p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`)
  report('search: bare FTS5 rows of a mix of words (the 1.00x below)', floor)
  report(
    'search: newest first, whole page with total',
    await timed((index) => find({ terms: termsOf(index) })),
  )
  report(
    'search: as typed, last word a prefix',
    await timed((index) =>
      find({
        terms: termsOf(index, true).map((term) => ({
          ...term,
          text: term.prefix ? term.text.slice(0, 3) : term.text,
        })),
      }),
    ),
  )
  const one = (index: number) => [speakers[index % 30]?.id].filter((id) => id !== undefined)
  report(
    'search: words and speaker',
    await timed((index) => find({ terms: termsOf(index).slice(0, 1), speakers: one(index) })),
  )
  report(
    'search: words and dates',
    await timed((index) => find({ terms: termsOf(index).slice(0, 1), from: '2010', to: '2012' })),
  )
  report('search: no words, newest', await timed(() => find({})))
  report('search: best', await timed((index) => find({ terms: termsOf(index), sort: 'best' })))
  report('facets', await timed((index) => store.facets(query({ terms: termsOf(index) }))))
  let cursor: string | null = null
  for (let deep = 0; deep < 40; deep++) cursor = (await store.search(query(), { limit: 100, cursor })).next
  report('search: page 200, by keyset', await timed(() => store.search(query(), { limit: 20, cursor })))
  report(
    'speakers named',
    await timed((index) => store.speakersNamed((speakers[index]?.name ?? '').slice(0, 3), 5)),
  )
}
