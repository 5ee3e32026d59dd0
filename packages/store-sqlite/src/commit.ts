import { canonicalJson, DomainError, ulidOf } from '@onrecord/core'
import type { Change, Commit, DumpLine, RecordLine } from '@onrecord/core'
import type { AuditEntry, By, Cause, DecisionId, IsoTime, Kind } from '@onrecord/schema'
import { asc, eq } from 'drizzle-orm'
import { apply, insert } from './apply.ts'
import { all, run, value } from './connection.ts'
import type { Connection } from './connection.ts'
import { derivation, nothingTouched } from './derive.ts'
import type { Touched } from './derive.ts'
import { guarded } from './error.ts'
import { insertRow } from './put-row.ts'
import { get, tombstone } from './read.ts'
import { auditEntryFromRow, auditEntryToRow } from './rows/speaker.ts'
import * as t from './tables.ts'

/** Who changes what and why, without what cannot cross into another thread. */
export type Signed = { by: By; key: string | null; cause: Cause; decisionId: DecisionId | null }

/**
 * Runs `work` in one transaction that holds the write lock from its start. Synchronous: what it calls cannot wait for
 * anything. References are checked at the end, so rows may come in any order. The only transaction of the package.
 */
export function atomically<T>(connection: Connection, work: () => T): T {
  return guarded(connection.file, () =>
    connection.db.transaction(
      () => {
        connection.sqlite.pragma('defer_foreign_keys = ON')
        return work()
      },
      { behavior: 'immediate' },
    ),
  )
}

/** The one writer of a file: commits, loads of a dump. Throws domain errors. */
export function writer(connection: Connection, clock: () => IsoTime) {
  const derive = guarded(connection.file, () => derivation(connection))

  function committed(changes: readonly Change[], { by, key, cause, decisionId }: Signed): Commit {
    const seen = key === null ? null : commitOf(connection, key)
    if (seen !== null) return seen
    const at = clock()
    const seq = nextCommit(connection)
    insertRow(connection, t.commitRecord, { seq, at, key })
    const made = new Set<string>()
    const touched = nothingTouched()
    let last = lastEntry(connection)
    const entries = changes.map((change): AuditEntry => {
      last += 1
      const entry: AuditEntry = {
        id: `aud_${ulidOf(BigInt(last))}`,
        seq: last,
        commit: seq,
        kind: change.kind,
        ...apply(connection, change, at, made, touched),
        cause: change.op === 'erase' ? 'erase' : cause,
        reason: change.reason,
        decisionId,
        by,
        at,
      }
      insertRow(connection, t.auditEntry, auditEntryToRow(entry))
      return entry
    })
    derive(touched)
    checkPairs(connection, touched)
    return { seq, at, replayed: false, entries }
  }

  function loaded(lines: readonly DumpLine[]): { added: number; same: number } {
    const touched = nothingTouched()
    const added = lines.filter((line) => loadedLine(connection, line, touched)).length
    derive(touched)
    checkPairs(connection, touched)
    claimEarlierSlugs(connection, lines)
    return { added, same: lines.length - added }
  }

  return {
    commit: (changes: readonly Change[], signed: Signed): Commit =>
      atomically(connection, () => committed(changes, signed)),
    load: (lines: readonly DumpLine[]) => atomically(connection, () => loaded(lines)),
  }
}
export type Writer = ReturnType<typeof writer>

function nextCommit(connection: Connection): number {
  const [last] = all<{ seq: number }>(
    connection,
    `SELECT max(ifnull((SELECT max(seq) FROM commit_record), 0),
       ifnull((SELECT commit_seq FROM audit_entry ORDER BY seq DESC LIMIT 1), 0)) AS seq`,
  )
  return (last?.seq ?? 0) + 1
}

function lastEntry(connection: Connection): number {
  const seq = value(connection, 'SELECT max(seq) FROM audit_entry')
  return typeof seq === 'number' ? seq : 0
}

function commitOf({ db }: Connection, key: string): Commit | null {
  const row = db.select().from(t.commitRecord).where(eq(t.commitRecord.key, key)).get()
  if (row === undefined) return null
  const entries = db
    .select()
    .from(t.auditEntry)
    .where(eq(t.auditEntry.commit, row.seq))
    .orderBy(asc(t.auditEntry.seq))
    .all()
    .map(auditEntryFromRow)
  return { seq: row.seq, at: row.at, replayed: true, entries }
}

/** A judgement is about two records of one kind, which no foreign key can say: both must be there. */
function checkPairs(connection: Connection, { pairs, speakers, quotes }: Touched): void {
  for (const id of new Set([...pairs, ...speakers, ...quotes])) {
    const table = id.startsWith('spk_') ? 'speaker' : 'quote'
    if (value(connection, `SELECT 1 FROM ${table} WHERE id = ?`, id) !== null) continue
    const judgement = value(connection, 'SELECT id FROM judgement WHERE "left" = ? OR "right" = ?', id, id)
    if (typeof judgement === 'string')
      throw new DomainError(
        'invalid',
        `Nothing was stored: judgement ${judgement} points at ${table} ${id}, which is not there.`,
        {
          judgement,
          id,
        },
      )
  }
}

/** Whether the line was new. */
function loadedLine(connection: Connection, line: DumpLine, touched: Touched): boolean {
  if (line.kind === 'auditEntry') {
    const { data } = line
    const row = connection.db.select().from(t.auditEntry).where(eq(t.auditEntry.seq, data.seq)).get()
    if (isKnown(row && auditEntryFromRow(row), data, `audit entry ${data.seq}`)) return false
    insertRow(connection, t.auditEntry, auditEntryToRow(data))
    return true
  }
  if (line.kind === 'tombstone') {
    const { data } = line
    if (isKnown(tombstone(connection, data.id) ?? undefined, data, `tombstone ${data.id}`)) return false
    insertRow(connection, t.tombstone, data)
    return true
  }
  return loadedRecord(connection, line, touched)
}

function loadedRecord<K extends Kind>(
  connection: Connection,
  { kind, data }: RecordLine<K>,
  touched: Touched,
): boolean {
  if (isKnown(get(connection, kind, data.id) ?? undefined, data, `${kind} ${data.id}`)) return false
  insert(connection, kind, data, touched)
  return true
}

function isKnown(known: unknown, data: unknown, what: string): boolean {
  if (known === undefined) return false
  if (canonicalJson(known) === canonicalJson(data)) return true
  throw new DomainError('conflict', `${what} is here already and differs from the one to load.`, { what })
}

/** Slugs a speaker once had are told by the audit alone. */
function claimEarlierSlugs(connection: Connection, lines: readonly DumpLine[]): void {
  for (const line of lines) {
    if (line.kind !== 'auditEntry' || line.data.kind !== 'speaker') continue
    for (const { path, old } of line.data.patch)
      if (path === '/slug' && typeof old === 'string')
        run(
          connection,
          `INSERT OR IGNORE INTO speaker_slug (slug, speaker_id) SELECT ?, id FROM speaker WHERE id = ?`,
          old,
          line.data.target,
        )
  }
}
