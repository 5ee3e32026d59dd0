import type { Records } from '@onrecord/schema'
import { and, asc, eq, exists, inArray, sql } from 'drizzle-orm'
import { perConnection } from '../connection.ts'
import type { Connection } from '../connection.ts'
import { pageOf } from '../cursor.ts'
import { occurrenceFromRow, quoteFromRow, statisticFromRow } from '../rows/found.ts'
import * as t from '../tables.ts'
import { after, afterPlace, linksBy, idsOf, isIn } from './keyset.ts'
import type { Reader } from './keyset.ts'

const occurrenceRows = perConnection(({ db }) =>
  db.select().from(t.occurrence).where(isIn(t.occurrence.id)).prepare(),
)
const quoteRows = perConnection(({ db }) => db.select().from(t.quote).where(isIn(t.quote.id)).prepare())
const statisticRows = perConnection(({ db }) =>
  db.select().from(t.statistic).where(isIn(t.statistic.id)).prepare(),
)
const quoteLinks = perConnection(({ db }) =>
  db
    .select({ owner: t.quoteOccurrence.quoteId, occurrenceId: t.quoteOccurrence.occurrenceId })
    .from(t.quoteOccurrence)
    .where(isIn(t.quoteOccurrence.quoteId))
    .orderBy(asc(t.quoteOccurrence.quoteId), asc(t.quoteOccurrence.position))
    .prepare(),
)
const statisticLinks = perConnection(({ db }) =>
  db
    .select({ owner: t.statisticOccurrence.statisticId, occurrenceId: t.statisticOccurrence.occurrenceId })
    .from(t.statisticOccurrence)
    .where(isIn(t.statisticOccurrence.statisticId))
    .orderBy(asc(t.statisticOccurrence.statisticId), asc(t.statisticOccurrence.position))
    .prepare(),
)

export const occurrenceReader: Reader<'occurrence'> = {
  some: (connection, ids) => occurrenceRows(connection).all(idsOf(ids)).map(occurrenceFromRow),
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
  some: (connection, ids) => quotesFromRows(connection, quoteRows(connection).all(idsOf(ids))),
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
  some: (connection, ids) => statisticsFromRows(connection, statisticRows(connection).all(idsOf(ids))),
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
  connection: Connection,
  rows: readonly (typeof t.quote.$inferSelect)[],
): Records['quote'][] {
  const linksOf = linksBy(quoteLinks(connection).all(idsOf(rows.map(({ id }) => id))))
  return rows.map((row) => quoteFromRow(row, linksOf(row.id)))
}

function statisticsFromRows(
  connection: Connection,
  rows: readonly (typeof t.statistic.$inferSelect)[],
): Records['statistic'][] {
  const linksOf = linksBy(statisticLinks(connection).all(idsOf(rows.map(({ id }) => id))))
  return rows.map((row) => statisticFromRow(row, linksOf(row.id)))
}
