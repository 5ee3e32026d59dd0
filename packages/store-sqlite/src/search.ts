import type { StoreQuery } from '@onrecord/core'
import type { Page, PageInput, SearchHit, Total } from '@onrecord/schema'
import { bestOrder } from './best.ts'
import { column } from './connection.ts'
import type { Connection } from './connection.ts'
import { numberCursor, pageOf } from './cursor.ts'
import { hitsAt } from './hits.ts'
import { newest, quoteMatch } from './match.ts'
import type { Match, WordTable } from './match.ts'
import { countCap } from './tuning.ts'

const NOTHING = { items: [], next: null, total: { count: 0, exact: true } }

/** Latest day first, undated last, within a source by place; `best`: by words, the newest `bestCap` hits of a query. */
export function search(
  connection: Connection,
  query: StoreQuery,
  page: PageInput,
): Page<SearchHit> & { total: Total } {
  const best = query.sort === 'best' && query.terms.some(({ excluded }) => !excluded)
  const before = best ? null : numberCursor(page.cursor)
  const match = quoteMatch(connection, query)
  if (match === null) return NOTHING
  const { items, next } = best
    ? bestOrder(connection, match, query.terms, page)
    : pageOf(newest(connection, 'quote_words', match, before, page.limit + 1), page, String)
  return {
    items: hitsAt(connection, items, query.terms),
    next,
    total: totalOf(connection, 'quote_words', match),
  }
}

/** How many rows match, counted up to the cap. */
export function totalOf(connection: Connection, table: WordTable, { expression, low, end }: Match): Total {
  const [count = 0] = column<number>(
    connection,
    `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? AND rowid < ? LIMIT ?)`,
    expression,
    low,
    end,
    countCap,
  )
  return count < countCap ? { count, exact: true } : { count: countCap - 1, exact: false }
}
