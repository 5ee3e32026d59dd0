import type { Filters, HistoryFilter, Tombstone } from '@onrecord/core'
import type { AuditEntry, Kind, Page, PageInput, Records } from '@onrecord/schema'
import { and, desc, eq, gt, lt } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { numberCursor, pageOf } from './cursor.ts'
import { occurrenceReader, quoteReader, statisticReader } from './readers/found.ts'
import type { Reader } from './readers/keyset.ts'
import { citationReader, revisionReader, sourceReader } from './readers/source.ts'
import { decisionReader, judgementReader, speakerReader } from './readers/speaker.ts'
import { auditEntryFromRow } from './rows/speaker.ts'
import * as t from './tables.ts'

const readers: { [K in Kind]: Reader<K> } = {
  source: sourceReader,
  revision: revisionReader,
  citation: citationReader,
  speaker: speakerReader,
  occurrence: occurrenceReader,
  quote: quoteReader,
  statistic: statisticReader,
  decision: decisionReader,
  judgement: judgementReader,
}

/** The record, or null. */
export function get<K extends Kind>(
  connection: Connection,
  kind: K,
  id: Records[K]['id'],
): Records[K] | null {
  return readers[kind].some(connection, [id])[0] ?? null
}

/** In the order asked for; ids that do not exist are left out. */
export function getMany<K extends Kind>(
  connection: Connection,
  kind: K,
  ids: readonly Records[K]['id'][],
): Records[K][] {
  const found = new Map<string, Records[K]>()
  for (let from = 0; from < ids.length; from += 500)
    for (const record of readers[kind].some(connection, ids.slice(from, from + 500)))
      found.set(record.id, record)
  return ids.map((id) => found.get(id)).filter((record) => record !== undefined)
}

/** By keyset: rows that arrive meanwhile neither shift nor repeat a page. */
export function list<K extends Kind>(
  connection: Connection,
  kind: K,
  filter: Filters[K],
  page: PageInput,
): Page<Records[K]> {
  return readers[kind].list(connection, filter, page)
}

export function tombstone({ db }: Connection, id: string): Tombstone | null {
  return db.select().from(t.tombstone).where(eq(t.tombstone.id, id)).get() ?? null
}

/** Newest first. */
export function history({ db }: Connection, filter: HistoryFilter, page: PageInput): Page<AuditEntry> {
  const before = numberCursor(page.cursor)
  const rows = db
    .select()
    .from(t.auditEntry)
    .where(
      and(
        filter.target === undefined ? undefined : eq(t.auditEntry.target, filter.target),
        filter.kind === undefined ? undefined : eq(t.auditEntry.kind, filter.kind),
        filter.since === undefined ? undefined : gt(t.auditEntry.seq, filter.since),
        before === null ? undefined : lt(t.auditEntry.seq, before),
      ),
    )
    .orderBy(desc(t.auditEntry.seq))
    .limit(page.limit + 1)
    .all()
  return pageOf(rows.map(auditEntryFromRow), page, ({ seq }) => String(seq))
}
