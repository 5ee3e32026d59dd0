import { diff, DomainError } from '@onrecord/core'
import type { Change, Erase, Put } from '@onrecord/core'
import type { IsoTime, Kind, PatchStep, Records } from '@onrecord/schema'
import { all, run, value } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Touched } from './derive.ts'
import { insertRow } from './put-row.ts'
import { get } from './read.ts'
import * as t from './tables.ts'
import { writers } from './write.ts'

/** What a change did to a record, as the audit keeps it. */
export type Applied = { target: string; from: number; to: number; patch: PatchStep[] }

/** Makes one change, inside a transaction. `made`: ids put by earlier changes of the commit, each at most once. */
export function apply(
  connection: Connection,
  change: Change,
  at: IsoTime,
  made: Set<string>,
  touched: Touched,
): Applied {
  return change.op === 'put' ? put(connection, change, made, touched) : erase(connection, change, at, touched)
}

function put<K extends Kind>(
  connection: Connection,
  { kind, next }: Put<K>,
  made: Set<string>,
  touched: Touched,
): Applied {
  const from = storedVersion(connection, kind, next.id)
  const to = versionOf(next)
  if (to !== from + 1 || made.has(next.id) || isBuried(connection, next.id))
    throw new DomainError(
      'stale',
      `${kind} ${next.id} is at version ${from}, and version ${to} does not follow it. Load it again.`,
      {
        kind,
        id: next.id,
        stored: from,
        next: to,
      },
    )
  made.add(next.id)
  if (from === 0) {
    insert(connection, kind, next, touched)
    return { target: next.id, from, to, patch: [] }
  }
  const old = get(connection, kind, next.id)
  if (old === null) throw new Error(`${kind} ${next.id} has a version and no row`)
  claim(connection, next)
  writers[kind].update(connection, next)
  const patch = diff(old, next)
  touch(touched, kind, old)
  touch(touched, kind, next)
  if (kind === 'speaker' && patch.some(({ path }) => path === '/name' || path === '/aliases'))
    touched.renamed.add(next.id)
  return { target: next.id, from, to, patch }
}

/** Adds a record that is not there yet, whatever its version. Throws `duplicate` for a key or slug of another one. */
export function insert<K extends Kind>(
  connection: Connection,
  kind: K,
  next: Records[K],
  touched: Touched,
): void {
  claim(connection, next)
  writers[kind].insert(connection, next)
  touch(touched, kind, next, true)
}

function erase<K extends Kind>(
  connection: Connection,
  change: Erase<K>,
  at: IsoTime,
  touched: Touched,
): Applied {
  const { kind, id, version, reason } = change
  const stored = storedVersion(connection, kind, id)
  const old = get(connection, kind, id)
  if (stored !== version || old === null)
    throw new DomainError('stale', `${kind} ${id} is at version ${stored}, not ${version}. Load it again.`, {
      kind,
      id,
      stored,
      next: version,
    })
  // Before the row goes: the triggers let nothing go that has no tombstone.
  insertRow(connection, t.tombstone, { id, kind, reason, at })
  writers[kind].remove(connection, id)
  for (const { seq, patch } of all<{ seq: number; patch: string }>(
    connection,
    `SELECT seq, patch FROM audit_entry WHERE target = ? AND patch <> '[]'`,
    id,
  )) {
    const steps: PatchStep[] = JSON.parse(patch)
    const blank = steps.map((step) => ({ ...step, old: null, value: null }))
    run(connection, 'UPDATE audit_entry SET patch = ? WHERE seq = ?', JSON.stringify(blank), seq)
  }
  touch(touched, kind, old)
  return { target: id, from: version, to: version + 1, patch: [] }
}

/** Keys and slugs belong to one record; a slug once used stays with its speaker while that lives. */
function claim(connection: Connection, next: Records[Kind]): void {
  if ('slug' in next) {
    const owner = value(connection, 'SELECT speaker_id FROM speaker_slug WHERE slug = ?', next.slug)
    if (typeof owner === 'string' && owner !== next.id)
      throw new DomainError('duplicate', `The slug ${next.slug} belongs to another speaker.`, {
        slug: next.slug,
        owner,
      })
    if (owner === null) insertRow(connection, t.speakerSlug, { slug: next.slug, speakerId: next.id })
  }
  if ('key' in next) {
    const owner = value(connection, 'SELECT id FROM source WHERE key = ? AND id <> ?', next.key, next.id)
    if (typeof owner === 'string')
      throw new DomainError('duplicate', `There is a source of the key ${next.key} already.`, {
        key: next.key,
        owner,
      })
  }
}

/** Remembers what has to be derived anew. */
function touch<K extends Kind>(touched: Touched, kind: K, record: Records[K], isNew = false): void {
  if (kind === 'source') touched.sources.add(record.id)
  if (kind === 'speaker') touched.speakers.add(record.id)
  if (kind === 'quote') touched.quotes.add(record.id)
  if (kind === 'statistic') touched.statistics.add(record.id)
  if ('left' in record && record.left.startsWith('spk_')) {
    const { left, right, kept, answer } = record
    if (isNew && answer === 'same' && kept !== null)
      touched.joined.push({ kept, other: kept === left ? right : left })
    else touched.judged.add(left).add(right)
  }
  if ('left' in record) touched.pairs.add(record.left).add(record.right)
}

function storedVersion(connection: Connection, kind: Kind, id: string): number {
  const version = value(connection, versions[kind], id)
  return typeof version === 'number' ? version : 0
}

const versions: { [K in Kind]: string } = {
  source: 'SELECT version FROM source WHERE id = ?',
  revision: 'SELECT 1 FROM revision WHERE id = ?',
  citation: 'SELECT version FROM citation WHERE id = ?',
  speaker: 'SELECT version FROM speaker WHERE id = ?',
  occurrence: 'SELECT 1 FROM occurrence WHERE id = ?',
  quote: 'SELECT version FROM quote WHERE id = ?',
  statistic: 'SELECT version FROM statistic WHERE id = ?',
  decision: 'SELECT 1 FROM decision WHERE id = ?',
  judgement: 'SELECT version FROM judgement WHERE id = ?',
}

function versionOf(record: Records[Kind]): number {
  return 'version' in record ? record.version : 1
}

function isBuried(connection: Connection, id: string): boolean {
  return value(connection, 'SELECT 1 FROM tombstone WHERE id = ?', id) !== null
}
