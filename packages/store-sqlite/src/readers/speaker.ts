import type { Records } from '@onrecord/schema'
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { perConnection } from '../connection.ts'
import type { Connection } from '../connection.ts'
import { instantCursor, pageOf } from '../cursor.ts'
import { decisionFromRow, judgementFromRow, speakerFromRow } from '../rows/speaker.ts'
import * as t from '../tables.ts'
import { after, linksBy, idsOf, isIn } from './keyset.ts'
import type { Reader } from './keyset.ts'

const speakerRows = perConnection(({ db }) => db.select().from(t.speaker).where(isIn(t.speaker.id)).prepare())
const decisionRows = perConnection(({ db }) =>
  db.select().from(t.decision).where(isIn(t.decision.id)).prepare(),
)
const judgementRows = perConnection(({ db }) =>
  db.select().from(t.judgement).where(isIn(t.judgement.id)).prepare(),
)
const judgementLinks = perConnection(({ db }) =>
  db
    .select({ owner: t.judgementEvidence.judgementId, occurrenceId: t.judgementEvidence.occurrenceId })
    .from(t.judgementEvidence)
    .where(isIn(t.judgementEvidence.judgementId))
    .orderBy(asc(t.judgementEvidence.judgementId), asc(t.judgementEvidence.position))
    .prepare(),
)

export const speakerReader: Reader<'speaker'> = {
  some: (connection, ids) => speakerRows(connection).all(idsOf(ids)).map(speakerFromRow),
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
}

export const decisionReader: Reader<'decision'> = {
  some: (connection, ids) => decisionRows(connection).all(idsOf(ids)).map(decisionFromRow),
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
}

export const judgementReader: Reader<'judgement'> = {
  some: (connection, ids) => judgementsFromRows(connection, judgementRows(connection).all(idsOf(ids))),
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
}

function judgementsFromRows(
  connection: Connection,
  rows: readonly (typeof t.judgement.$inferSelect)[],
): Records['judgement'][] {
  const linksOf = linksBy(judgementLinks(connection).all(idsOf(rows.map(({ id }) => id))))
  return rows.map((row) => judgementFromRow(row, linksOf(row.id)))
}
