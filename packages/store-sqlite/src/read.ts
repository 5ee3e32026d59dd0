import type { Filters, HistoryFilter, Tombstone } from '@onrecord/core'
import type { AuditEntry, Kind, OccurrenceId, Page, PageInput, Records } from '@onrecord/schema'
import { and, asc, desc, eq, exists, gt, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Connection } from './connection.ts'
import { idCursor, instantCursor, numberCursor, pageOf, placeCursor } from './cursor.ts'
import { occurrenceFromRow, quoteFromRow, statisticFromRow } from './rows/found.ts'
import { citationFromRow, NO_PLACE, revisionFromRow, sourceFromRow } from './rows/source.ts'
import { auditEntryFromRow, decisionFromRow, judgementFromRow, speakerFromRow } from './rows/speaker.ts'
import * as t from './tables.ts'

type Reader<K extends Kind> = {
  some(connection: Connection, ids: readonly Records[K]['id'][]): Records[K][]
  list(connection: Connection, filter: Filters[K], page: PageInput): Page<Records[K]>
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

const readers: { [K in Kind]: Reader<K> } = {
  source: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.source)
        .where(inArray(t.source.id, [...ids]))
        .all()
        .map(sourceFromRow),
    list: ({ db }, { key, keyPrefix }, page) => {
      const rows = db
        .select()
        .from(t.source)
        .where(
          and(
            key === undefined ? undefined : eq(t.source.key, key),
            keyPrefix === undefined
              ? undefined
              : and(gte(t.source.key, keyPrefix), lt(t.source.key, `${keyPrefix}\u{10ffff}`)),
            before(t.source.id, idCursor(page.cursor)),
          ),
        )
        .orderBy(desc(t.source.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(sourceFromRow), page, ({ id }) => id)
    },
  },
  revision: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.revision)
        .where(inArray(t.revision.id, [...ids]))
        .all()
        .map(revisionFromRow),
    list: ({ db }, { sourceId }, page) => {
      const from = placeCursor(page.cursor)
      const rows = db
        .select()
        .from(t.revision)
        .where(
          and(
            sourceId === undefined ? undefined : eq(t.revision.sourceId, sourceId),
            from === null
              ? undefined
              : sql`(-${t.revision.ordinal}, ${t.revision.id}) > (${-from.place}, ${from.id})`,
          ),
        )
        .orderBy(desc(t.revision.ordinal), asc(t.revision.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(revisionFromRow), page, ({ ordinal, id }) => `${ordinal}.${id}`)
    },
  },
  citation: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.citation)
        .where(inArray(t.citation.id, [...ids]))
        .all()
        .map(citationFromRow),
    list: ({ db }, { citingRevisionId }, page) => {
      const rows = db
        .select()
        .from(t.citation)
        .where(
          and(
            citingRevisionId === undefined ? undefined : eq(t.citation.citingRevisionId, citingRevisionId),
            afterPlace(t.citation.place, t.citation.id, page),
          ),
        )
        .orderBy(asc(t.citation.place), asc(t.citation.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(citationFromRow), page, ({ anchor, id }) => `${anchor?.start ?? NO_PLACE}.${id}`)
    },
  },
  speaker: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.speaker)
        .where(inArray(t.speaker.id, [...ids]))
        .all()
        .map(speakerFromRow),
    list: ({ db }, { slug, name, kind }, page) => {
      const owner =
        slug === undefined
          ? undefined
          : db.select({ id: t.speakerSlug.speakerId }).from(t.speakerSlug).where(eq(t.speakerSlug.slug, slug))
      const rows = db
        .select()
        .from(t.speaker)
        .where(
          and(
            owner === undefined ? undefined : inArray(t.speaker.id, owner),
            name === undefined ? undefined : eq(t.speaker.name, name),
            kind === undefined ? undefined : eq(t.speaker.kind, kind),
            after(t.speaker.id, page),
          ),
        )
        .orderBy(asc(t.speaker.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(speakerFromRow), page, ({ id }) => id)
    },
  },
  occurrence: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.occurrence)
        .where(inArray(t.occurrence.id, [...ids]))
        .all()
        .map(occurrenceFromRow),
    list: ({ db }, { revisionId }, page) => {
      const rows = db
        .select()
        .from(t.occurrence)
        .where(
          and(
            revisionId === undefined ? undefined : eq(t.occurrence.revisionId, revisionId),
            afterPlace(t.occurrence.place, t.occurrence.id, page),
          ),
        )
        .orderBy(asc(t.occurrence.place), asc(t.occurrence.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(occurrenceFromRow), page, ({ parts, id }) => `${parts[0]?.start ?? 0}.${id}`)
    },
  },
  quote: {
    some: (connection, ids) => {
      const rows = connection.db
        .select()
        .from(t.quote)
        .where(inArray(t.quote.id, [...ids]))
        .all()
      return quotesFromRows(connection, rows)
    },
    list: (connection, { speakerId, revisionId, status }, page) => {
      const { db } = connection
      const rows = db
        .select()
        .from(t.quote)
        .where(
          and(
            speakerId === undefined ? undefined : eq(t.quote.speakerId, speakerId),
            status === undefined ? undefined : inArray(t.quote.status, [...status]),
            revisionId === undefined
              ? undefined
              : exists(
                  db
                    .select({ one: sql`1` })
                    .from(t.quoteOccurrence)
                    .innerJoin(t.occurrence, eq(t.occurrence.id, t.quoteOccurrence.occurrenceId))
                    .where(
                      and(eq(t.quoteOccurrence.quoteId, t.quote.id), eq(t.occurrence.revisionId, revisionId)),
                    ),
                ),
            after(t.quote.id, page),
          ),
        )
        .orderBy(asc(t.quote.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(quotesFromRows(connection, rows), page, ({ id }) => id)
    },
  },
  statistic: {
    some: (connection, ids) => {
      const rows = connection.db
        .select()
        .from(t.statistic)
        .where(inArray(t.statistic.id, [...ids]))
        .all()
      return statisticsFromRows(connection, rows)
    },
    list: (connection, { quoteId, revisionId, assertedBy, status }, page) => {
      const { db } = connection
      const rows = db
        .select()
        .from(t.statistic)
        .where(
          and(
            quoteId === undefined ? undefined : eq(t.statistic.quoteId, quoteId),
            assertedBy === undefined ? undefined : eq(t.statistic.assertedBy, assertedBy),
            status === undefined ? undefined : inArray(t.statistic.review, [...status]),
            revisionId === undefined
              ? undefined
              : exists(
                  db
                    .select({ one: sql`1` })
                    .from(t.statisticOccurrence)
                    .innerJoin(t.occurrence, eq(t.occurrence.id, t.statisticOccurrence.occurrenceId))
                    .where(
                      and(
                        eq(t.statisticOccurrence.statisticId, t.statistic.id),
                        eq(t.occurrence.revisionId, revisionId),
                      ),
                    ),
                ),
            after(t.statistic.id, page),
          ),
        )
        .orderBy(asc(t.statistic.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(statisticsFromRows(connection, rows), page, ({ id }) => id)
    },
  },
  decision: {
    some: ({ db }, ids) =>
      db
        .select()
        .from(t.decision)
        .where(inArray(t.decision.id, [...ids]))
        .all()
        .map(decisionFromRow),
    list: ({ db }, { target }, page) => {
      const { at, id } = t.decision
      const from = instantCursor(page.cursor)
      const rows = db
        .select()
        .from(t.decision)
        .where(
          and(
            target === undefined ? undefined : sql`${t.decision.target} = ${target}`,
            from === null ? undefined : sql`(${at}, ${id}) < (${from.at}, ${from.id})`,
          ),
        )
        .orderBy(desc(at), desc(id))
        .limit(page.limit + 1)
        .all()
      return pageOf(rows.map(decisionFromRow), page, (row) => `${row.at}~${row.id}`)
    },
  },
  judgement: {
    some: (connection, ids) => {
      const rows = connection.db
        .select()
        .from(t.judgement)
        .where(inArray(t.judgement.id, [...ids]))
        .all()
      return judgementsFromRows(connection, rows)
    },
    list: (connection, { member }, page) => {
      const rows = connection.db
        .select()
        .from(t.judgement)
        .where(
          and(
            member === undefined
              ? undefined
              : or(sql`${t.judgement.left} = ${member}`, sql`${t.judgement.right} = ${member}`),
            after(t.judgement.id, page),
          ),
        )
        .orderBy(asc(t.judgement.id))
        .limit(page.limit + 1)
        .all()
      return pageOf(judgementsFromRows(connection, rows), page, ({ id }) => id)
    },
  },
}

const before = (column: SQLiteColumn, cursor: string | null): SQL | undefined =>
  cursor === null ? undefined : sql`${column} < ${cursor}`

function after(column: SQLiteColumn, { cursor }: PageInput): SQL | undefined {
  const from = idCursor(cursor)
  return from === null ? undefined : sql`${column} > ${from}`
}

function afterPlace(place: SQLiteColumn, id: SQLiteColumn, { cursor }: PageInput): SQL | undefined {
  const from = placeCursor(cursor)
  return from === null ? undefined : sql`(${place}, ${id}) > (${from.place}, ${from.id})`
}

type Link = { owner: string; occurrenceId: OccurrenceId }

function linksBy(links: readonly Link[]): (owner: string) => OccurrenceId[] {
  const byOwner = Map.groupBy(links, ({ owner }) => owner)
  return (owner) => (byOwner.get(owner) ?? []).map(({ occurrenceId }) => occurrenceId)
}

function quotesFromRows(
  { db }: Connection,
  rows: readonly (typeof t.quote.$inferSelect)[],
): Records['quote'][] {
  const link = t.quoteOccurrence
  const links = db
    .select({ owner: link.quoteId, occurrenceId: link.occurrenceId })
    .from(link)
    .where(
      inArray(
        link.quoteId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(link.quoteId), asc(link.position))
    .all()
  const linksOf = linksBy(links)
  return rows.map((row) => quoteFromRow(row, linksOf(row.id)))
}

function statisticsFromRows(
  { db }: Connection,
  rows: readonly (typeof t.statistic.$inferSelect)[],
): Records['statistic'][] {
  const link = t.statisticOccurrence
  const links = db
    .select({ owner: link.statisticId, occurrenceId: link.occurrenceId })
    .from(link)
    .where(
      inArray(
        link.statisticId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(link.statisticId), asc(link.position))
    .all()
  const linksOf = linksBy(links)
  return rows.map((row) => statisticFromRow(row, linksOf(row.id)))
}

function judgementsFromRows(
  { db }: Connection,
  rows: readonly (typeof t.judgement.$inferSelect)[],
): Records['judgement'][] {
  const link = t.judgementEvidence
  const links = db
    .select({ owner: link.judgementId, occurrenceId: link.occurrenceId })
    .from(link)
    .where(
      inArray(
        link.judgementId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(link.judgementId), asc(link.position))
    .all()
  const linksOf = linksBy(links)
  return rows.map((row) => judgementFromRow(row, linksOf(row.id)))
}
