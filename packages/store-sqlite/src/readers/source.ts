import { and, asc, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { perConnection } from '../connection.ts'
import { idCursor, pageOf, placeCursor } from '../cursor.ts'
import { citationFromRow, NO_PLACE, revisionFromRow, sourceFromRow } from '../rows/source.ts'
import * as t from '../tables.ts'
import { afterPlace, before, idsOf, isIn } from './keyset.ts'
import type { Reader } from './keyset.ts'

const sourceRows = perConnection(({ db }) => db.select().from(t.source).where(isIn(t.source.id)).prepare())
const revisionRows = perConnection(({ db }) =>
  db.select().from(t.revision).where(isIn(t.revision.id)).prepare(),
)
const citationRows = perConnection(({ db }) =>
  db.select().from(t.citation).where(isIn(t.citation.id)).prepare(),
)

export const sourceReader: Reader<'source'> = {
  some: (connection, ids) => sourceRows(connection).all(idsOf(ids)).map(sourceFromRow),
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
}

export const revisionReader: Reader<'revision'> = {
  some: (connection, ids) => revisionRows(connection).all(idsOf(ids)).map(revisionFromRow),
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
}

export const citationReader: Reader<'citation'> = {
  some: (connection, ids) => citationRows(connection).all(idsOf(ids)).map(citationFromRow),
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
}
