import type { StoreQuery } from '@onrecord/core'
import type { StatisticQuery } from '@onrecord/schema'
import { termsOf } from '@onrecord/core'
import { column } from './connection.ts'
import type { Connection } from './connection.ts'
import { ordsBetween } from './order.ts'
import { statisticToken } from './statistic-token.ts'
import { anyOf, excludedExpressions, quoted, termsExpression } from './words.ts'

/** What to look for in a word index: an FTS5 expression, and rowid limits, which must be bound as BigInt. */
export type Match = { expression: string; low: bigint; end: bigint }

const ALL = { low: 0n, end: 2n ** 62n }
export type WordTable = 'quote_words' | 'statistic_words'
export type QuoteFilter = 'speaker' | 'source' | 'kind' | 'status' | 'year'

/**
 * The quotes a query asks for, one filter left out where `without` names it; null where nothing can be found (a term
 * without words). No kinds asked is all but terms, no states asked is all that are public; without the filter, all.
 */
export function quoteMatch(
  connection: Connection,
  query: StoreQuery,
  without: QuoteFilter | null = null,
): Match | null {
  const terms = termsExpression(query.terms, 'words names')
  if (terms === null) return null
  const wanted = [terms]
  const unwanted = excludedExpressions(query.terms, 'words names')
  if (without !== 'speaker' && query.speakers.length > 0)
    wanted.push(facet(speakerTokens(connection, query.speakers)))
  if (without !== 'source' && query.sources.length > 0)
    wanted.push(facet(sourceTokens(connection, query.sources)))
  if (without !== 'kind') {
    if (query.kind.length > 0) wanted.push(facet(query.kind.map((kind) => quoted(`k${kind}`))))
    else unwanted.push(facet([quoted('kterm')]))
  }
  if (without !== 'status') {
    if (query.status.length > 0) wanted.push(facet(query.status.map((status) => quoted(`v${status}`))))
    else unwanted.push(NOT_PUBLIC)
  }
  const range = without === 'year' ? null : ordsBetween(query)
  return { expression: expressionOf(wanted, unwanted), ...(range ?? ALL) }
}

/** The statistics a query asks for; null where nothing can be found. */
export function statisticMatch(connection: Connection, query: StatisticQuery): Match | null {
  const found = termsOf(query.q)
  const terms = termsExpression(found, 'words names')
  if (terms === null) return null
  const wanted = [terms]
  const unwanted = excludedExpressions(found, 'words names')
  if (query.speaker.length > 0) wanted.push(facet(slugTokens(connection, query.speaker)))
  if (query.source.length > 0) wanted.push(facet(sourceIdTokens(connection, query.source)))
  if (query.status.length > 0) wanted.push(facet(query.status.map((status) => quoted(`v${status}`))))
  else unwanted.push(NOT_PUBLIC)
  if (query.place.length > 0)
    wanted.push(facet(query.place.map((name) => quoted(statisticToken.place(name)))))
  if (query.unit.length > 0) wanted.push(facet(query.unit.map((name) => quoted(statisticToken.unit(name)))))
  if (query.measure.length > 0)
    wanted.push(facet(query.measure.map((series) => quoted(statisticToken.measure(series)))))
  return { expression: expressionOf(wanted, unwanted), ...ALL }
}

const facet = (tokens: readonly string[]) => `facets : (${anyOf(tokens)})`
const NOT_PUBLIC = facet([quoted('vrejected'), quoted('vwithdrawn')])

function expressionOf(wanted: readonly string[], unwanted: readonly string[]): string {
  const all = wanted.map((part) => `(${part})`).join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.map((part) => `(${part})`).join(' OR ')})`
}

/** Quotes carry the number of their speaker's canonical record, so that a large cluster is one token. */
function speakerTokens(connection: Connection, ids: readonly string[]): string[] {
  const sql = `SELECT DISTINCT c.num FROM speaker_entry e JOIN speaker_entry c ON c.speaker_id = e.canonical_id
    WHERE e.speaker_id IN (SELECT value FROM json_each(?))`
  return column<number>(connection, sql, JSON.stringify(ids)).map((num) => quoted(`s${num}`))
}

function slugTokens(connection: Connection, slugs: readonly string[]): string[] {
  const sql = `SELECT DISTINCT c.num FROM speaker_slug g JOIN speaker_entry e ON e.speaker_id = g.speaker_id
    JOIN speaker_entry c ON c.speaker_id = e.canonical_id WHERE g.slug IN (SELECT value FROM json_each(?))`
  return column<number>(connection, sql, JSON.stringify(slugs)).map((num) => quoted(`s${num}`))
}

function sourceIdTokens(connection: Connection, ids: readonly string[]): string[] {
  const sql = `SELECT num FROM source_entry WHERE source_id IN (SELECT value FROM json_each(?))`
  return column<number>(connection, sql, JSON.stringify(ids)).map((num) => quoted(`o${num}`))
}

function sourceTokens(connection: Connection, values: readonly string[]): string[] {
  const sql = `SELECT num FROM publisher_entry WHERE slug IN (SELECT value FROM json_each(?))`
  const publishers = column<number>(connection, sql, JSON.stringify(values)).map((num) => quoted(`p${num}`))
  return [...publishers, ...sourceIdTokens(connection, values)]
}

/** Rows of an index, highest first. Limits are bound as BigInt: a number is REAL to the engine, which then cannot seek. */
export function newest(
  connection: Connection,
  table: WordTable,
  match: Match,
  before: number | null,
  limit: number,
): number[] {
  const end = before === null ? match.end : minimum(match.end, BigInt(before))
  return column<number>(
    connection,
    `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
    match.expression,
    match.low,
    end,
    limit,
  )
}

function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
