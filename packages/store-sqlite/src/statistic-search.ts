import { dayOf, lastDayOf, statisticCard } from '@onrecord/core'
import type {
  OccurrenceId,
  Page,
  PageInput,
  SourceId,
  SpeakerId,
  StatisticCard,
  StatisticId,
  StatisticQuery,
  StatisticSort,
  Total,
} from '@onrecord/schema'
import { all, column } from './connection.ts'
import type { Connection } from './connection.ts'
import { badCursor, numberCursor, pageOf } from './cursor.ts'
import { byId, needed, unique } from './hits.ts'
import { newest, statisticMatch } from './match.ts'
import type { Match } from './match.ts'
import { getMany } from './read.ts'
import { totalOf } from './search.ts'
import { countCap } from './tuning.ts'

type Found = Page<StatisticCard> & { total: Total }
const NOTHING: Found = { items: [], next: null, total: { count: 0, exact: true } }

/** In the order asked for; the cursor is the place of the last row, whatever the order. */
export function statistics(connection: Connection, query: StatisticQuery, page: PageInput): Found {
  const before = numberCursor(page.cursor)
  const match = statisticMatch(connection, query)
  if (match === null) return NOTHING
  // Without dates and another order, the word index alone answers, and reads no more than a page.
  const plain = query.sort === 'new' && query.from === null && query.to === null
  const ords = plain
    ? newest(connection, 'statistic_words', match, before, page.limit + 1)
    : sorted(connection, match, query, before, page.limit + 1)
  const { items, next } = pageOf(ords, page, String)
  return {
    items: statisticsAt(connection, items),
    next,
    total: plain ? totalOf(connection, 'statistic_words', match) : countOf(connection, match, query),
  }
}

const MATCHING = `FROM statistic_words JOIN statistic_entry e ON e.ord = statistic_words.rowid
  JOIN statistic x ON x.id = e.statistic_id WHERE statistic_words MATCH ? AND statistic_words.rowid >= ? AND statistic_words.rowid < ?`

const FROM = `x.period ->> 'from'`
const TO = `x.period ->> 'to'`

/** What rows go by; null is unknown, and last. */
const known = {
  value: { key: 'coalesce(x.value, x.low)', order: 'ASC', beyond: '>' },
  '-value': { key: 'coalesce(x.value, x.low)', order: 'DESC', beyond: '<' },
  period: { key: `coalesce(${FROM}, ${TO})`, order: 'ASC', beyond: '>' },
  '-period': { key: `coalesce(${FROM}, ${TO})`, order: 'DESC', beyond: '<' },
  measure: { key: `lower(x.measure ->> 'text')`, order: 'ASC', beyond: '>' },
  place: { key: `lower(x.place ->> 'text')`, order: 'ASC', beyond: '>' },
} as const satisfies Record<
  Exclude<StatisticSort, 'new'>,
  { key: string; order: 'ASC' | 'DESC'; beyond: '>' | '<' }
>

type Condition = { sql: string; values: readonly unknown[] }
const EVERY: Condition = { sql: '', values: [] }

/** Periods with a day in the range. A shorter date is the start of a longer one, so text compares as days do. */
function held({ from, to }: StatisticQuery): Condition {
  if (from === null && to === null) return EVERY
  const first = from === null ? '' : dayOf(from)
  return {
    sql: ` AND coalesce(${FROM}, ${TO}) IS NOT NULL AND coalesce(${FROM}, '') <= ? AND (? = '' OR CASE WHEN ${TO} IS NOT NULL
      THEN ${TO} > ? ELSE NOT x.period ->> 'asOf' OR ${FROM} || '~' >= ? END)`,
    values: [to === null ? '~' : lastDayOf(to), first, first, first],
  }
}

function sorted(
  connection: Connection,
  match: Match,
  query: StatisticQuery,
  before: number | null,
  limit: number,
): number[] {
  const order = query.sort === 'new' ? '' : orderBy(query.sort)
  const range = held(query)
  const after = before === null ? EVERY : beyond(connection, query.sort, before)
  return column<number>(
    connection,
    `SELECT e.ord ${MATCHING}${range.sql}${after.sql} ORDER BY ${order}e.ord DESC LIMIT ?`,
    match.expression,
    match.low,
    match.end,
    ...range.values,
    ...after.values,
    limit,
  )
}

function orderBy(sort: keyof typeof known): string {
  const { key, order } = known[sort]
  return `${key} IS NULL, ${key} ${order}, `
}

/** Rows after the one at a place. Its key is read anew, so that a cursor is a place and nothing else. */
function beyond(connection: Connection, sort: StatisticSort, ord: number): Condition {
  if (sort === 'new') return { sql: ' AND e.ord < ?', values: [ord] }
  const { key, beyond: sign } = known[sort]
  const sql = `SELECT ${key} FROM statistic_entry e JOIN statistic x ON x.id = e.statistic_id WHERE e.ord = ?`
  const [last] = column<string | number | null>(connection, sql, ord)
  if (last === undefined) throw badCursor(String(ord))
  if (last === null) return { sql: ` AND ${key} IS NULL AND e.ord < ?`, values: [ord] }
  return {
    sql: ` AND (${key} IS NULL OR ${key} ${sign} ? OR (${key} = ? AND e.ord < ?))`,
    values: [last, last, ord],
  }
}

function countOf(connection: Connection, match: Match, query: StatisticQuery): Total {
  const range = held(query)
  const [count = 0] = column<number>(
    connection,
    `SELECT count(*) FROM (SELECT 1 ${MATCHING}${range.sql} LIMIT ?)`,
    match.expression,
    match.low,
    match.end,
    ...range.values,
    countCap,
  )
  return count < countCap ? { count, exact: true } : { count: countCap - 1, exact: false }
}

type StatisticEntry = {
  ord: number
  statistic_id: StatisticId
  occurrence_id: OccurrenceId
  source_id: SourceId
  canonical_id: SpeakerId | null
}

function statisticsAt(connection: Connection, ords: readonly number[]): StatisticCard[] {
  const entries = all<StatisticEntry>(
    connection,
    `SELECT e.ord, e.statistic_id, e.occurrence_id, e.source_id, s.canonical_id FROM statistic_entry e
     LEFT JOIN speaker_entry s ON s.speaker_id = e.speaker_id WHERE e.ord IN (SELECT value FROM json_each(?)) `,
    JSON.stringify(ords),
  )
  const placed = new Map(entries.map((entry) => [entry.ord, entry]))
  const rows = ords.map((ord) => placed.get(ord)).filter((entry) => entry !== undefined)
  const found = byId(
    getMany(
      connection,
      'statistic',
      rows.map(({ statistic_id }) => statistic_id),
    ),
  )
  const occurrences = byId(
    getMany(
      connection,
      'occurrence',
      rows.map(({ occurrence_id }) => occurrence_id),
    ),
  )
  const sources = byId(getMany(connection, 'source', unique(rows.map(({ source_id }) => source_id))))
  const speakers = byId(
    getMany(
      connection,
      'speaker',
      unique(rows.map(({ canonical_id }) => canonical_id).filter((id) => id !== null)),
    ),
  )
  const revisions = byId(
    getMany(connection, 'revision', unique([...occurrences.values()].map(({ revisionId }) => revisionId))),
  )
  return rows.map(({ statistic_id, occurrence_id, source_id, canonical_id }) => {
    const first = needed(occurrences, occurrence_id)
    return statisticCard({
      statistic: needed(found, statistic_id),
      first,
      text: needed(revisions, first.revisionId).text,
      canonical: speakers.get(canonical_id ?? '') ?? null,
      source: needed(sources, source_id),
    })
  })
}
