import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { query } from '@onrecord/core/testing'
import SqliteDatabase from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { expect, test } from 'vitest'
import { migrationsFolder } from './migrate.ts'
import { openStore } from './open.ts'
import { contentOf } from './testing/content.ts'
import { temporaryFile } from './testing/temporary.ts'

/** Digest of each released migration: a released one is never altered, a new one gets its line here. */
const released = {
  '0000_records': 'bed827e266cacb10f2e4d75fe6d088f4699e55b0e2ea6d086e32a5395bc7f2b6',
  '0001_guards': '4971063701c96f22737d4d919593be0fad585cc24ea830911354ede643fd25e7',
  '0002_search': '9ec6be1b78936dd62075dabd4b933a0d3e2da1a2da54ec96c3ff80c104fab92d',
  '0003_words': '389f2ebf62b3b9b87fd6c28a995e777d916af5162e27b479bf34ef5c5d027e4d',
  '0004_prefixes': '503c86b134121b6fcdd413e7d6de0d1a46267e0af5083a3ea2feb61b579b965a',
  '0005_fingerprints': '3b7b86682e629dcedbe01866fb89d07859b7b3a376a07d9d1c780806c5696d29',
}
const folder = migrationsFolder()
const journal: { entries: { idx: number; when: number; tag: string }[] } = JSON.parse(
  readFileSync(join(folder, 'meta/_journal.json'), 'utf8'),
)
const levels = journal.entries.map(({ tag }, index) => ({ level: index + 1, tag }))

/** A file as the code of an earlier level left it: its migrations, and the records of the fixture. */
function fileOfLevel(level: number): string {
  const file = temporaryFile()
  const db = new SqliteDatabase(file)
  db.pragma('application_id = 0x4f4e5243')
  db.exec(
    'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder: folder }).slice(
    0,
    level,
  )) {
    for (const statement of sql) db.exec(statement)
    db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(hash, folderMillis)
    if (hash === released['0000_records'])
      db.exec(readFileSync(new URL('./testing/records-of-0000.sql', import.meta.url), 'utf8'))
  }
  db.close()
  return file
}

test('the journal is strictly increasing, in time and number, and released migrations are as they were', () => {
  for (const [index, { idx, when }] of journal.entries.entries()) {
    expect(idx).toBe(index)
    expect(when).toBeGreaterThan(journal.entries[index - 1]?.when ?? 0)
  }
  const digests = journal.entries.map(({ tag }) => [
    tag,
    createHash('sha256')
      .update(readFileSync(join(folder, `${tag}.sql`), 'utf8'))
      .digest('hex'),
  ])
  expect(Object.fromEntries(digests)).toEqual(released)
})

test.each(levels)(
  'a file of level $level ($tag) is brought up to date with all that is in it',
  async ({ level }) => {
    const file = fileOfLevel(level)
    const store = await openStore({ file })
    const { items } = await store.search(
      query({ terms: [{ text: 'roche', phrase: false, prefix: true, excluded: false }] }),
      {
        limit: 10,
        cursor: null,
      },
    )
    expect(items.map(({ text, speaker }) => [text, speaker?.name])).toEqual([
      ['The fares stay as they are', 'Ana Vidal Roche'],
      ['more boats are needed', 'Ana Vidal Roche'],
    ])
    expect(await store.overview()).toMatchObject({
      quotes: 2,
      verified: 1,
      speakers: 1,
      statistics: 1,
      publishers: 1,
    })
    expect(await store.verify()).toEqual([])
    const content = await contentOf(store)
    await store.close()
    const today = await openStore({ file: fileOfLevel(levels.length) })
    expect(content).toEqual(await contentOf(today))
    await today.close()
  },
)

test.each(levels.slice(0, -1))(
  'before level $level is changed, it is copied as it was',
  async ({ level }) => {
    const file = fileOfLevel(level)
    await (await openStore({ file })).close()
    const copy = new SqliteDatabase(`${file}.before-${levels.length}.bak`, { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()).toBe(level)
    expect(copy.prepare('SELECT count(*) FROM quote').pluck().get()).toBe(3)
    copy.close()
  },
)

test('a file that is up to date is opened without a copy', async () => {
  const file = temporaryFile()
  await (await openStore({ file })).close()
  await (await openStore({ file })).close()
  expect(readdirSync(dirname(file)).filter((name) => name.includes('.bak'))).toEqual([])
})

test('a file of a newer level is refused and left alone', async () => {
  const file = fileOfLevel(levels.length)
  const db = new SqliteDatabase(file)
  db.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('later', 9e12)
  db.close()
  const before = readFileSync(file)
  await expect(openStore({ file })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('newer Onrecord'),
  })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a file of another program is refused and left alone', async () => {
  const file = temporaryFile()
  const db = new SqliteDatabase(file)
  db.exec('CREATE TABLE accounts (id INTEGER)')
  db.close()
  const before = readFileSync(file)
  await expect(openStore({ file })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('another program'),
  })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a migration that fails leaves the file as it was', async () => {
  const file = fileOfLevel(levels.length)
  const broken = join(dirname(file), 'migrations')
  cpSync(folder, broken, { recursive: true })
  const next = { idx: levels.length, when: 9e12, tag: '9999_broken', version: '6', breakpoints: true }
  writeFileSync(
    join(broken, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: [...journal.entries, next] }),
  )
  writeFileSync(
    join(broken, '9999_broken.sql'),
    'CREATE TABLE half (id INTEGER);\n--> statement-breakpoint\nALTER TABLE nowhere ADD x;',
  )
  await expect(openStore({ file, migrations: broken })).rejects.toThrow('nowhere')
  expect(existsSync(`${file}.before-${levels.length + 1}.bak`)).toBe(true)
  const store = await openStore({ file })
  expect(await store.overview()).toMatchObject({ quotes: 2 })
  await store.close()
})

test('a file of an earlier level is not opened for reading only, since that could not bring it up to date', async () => {
  const file = fileOfLevel(1)
  await expect(openStore({ file, readOnly: true })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('older Onrecord'),
  })
})

test('rows that point at nothing stop a migration', async () => {
  const file = fileOfLevel(1)
  const db = new SqliteDatabase(file)
  db.pragma('foreign_keys = OFF')
  db.exec(`DELETE FROM source`)
  db.close()
  mkdirSync(dirname(file), { recursive: true })
  await expect(openStore({ file })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('could not be migrated'),
  })
})
