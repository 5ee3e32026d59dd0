import type { Records } from '@onrecord/schema'
import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { pageOf } from '../cursor.ts'
import { occurrenceFromRow, quoteFromRow, statisticFromRow } from '../rows/found.ts'
import * as t from '../tables.ts'
import { after, afterPlace, linksBy } from './keyset.ts'
import type { Reader } from './keyset.ts'

export const occurrenceReader: Reader<'occurrence'> = {
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
}

export const quoteReader: Reader<'quote'> = {
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
}

export const statisticReader: Reader<'statistic'> = {
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
