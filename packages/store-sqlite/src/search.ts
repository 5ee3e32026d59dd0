import type { StoreQuery } from '@onrecord/core'
import { statisticCard } from '@onrecord/core'
import type {
  OccurrenceId,
  Page,
  PageInput,
  SearchHit,
  SourceId,
  SpeakerId,
  StatisticCard,
  StatisticId,
  StatisticQuery,
  Total,
} from '@onrecord/schema'
import { bestOrder } from './best.ts'
import { all, column } from './connection.ts'
import type { Connection } from './connection.ts'
import { numberCursor, pageOf } from './cursor.ts'
import { byId, hitsAt, needed, unique } from './hits.ts'
import { newest, quoteMatch, statisticMatch } from './match.ts'
import type { Match, WordTable } from './match.ts'
import { getMany } from './read.ts'
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

/** In the order of search. */
export function statistics(
  connection: Connection,
  query: StatisticQuery,
  page: PageInput,
): Page<StatisticCard> & { total: Total } {
  const before = numberCursor(page.cursor)
  const match = statisticMatch(connection, query)
  if (match === null) return NOTHING
  const { items, next } = pageOf(
    newest(connection, 'statistic_words', match, before, page.limit + 1),
    page,
    String,
  )
  return {
    items: statisticsAt(connection, items),
    next,
    total: totalOf(connection, 'statistic_words', match),
  }
}

/** How many rows match, counted up to the cap. */
function totalOf(connection: Connection, table: WordTable, { expression, low, end }: Match): Total {
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

type StatisticEntry = {
  ord: number
  statistic_id: StatisticId
  occurrence_id: OccurrenceId
  source_id: SourceId
  canonical_id: SpeakerId | null
}

function statisticsAt(connection: Connection, ords: readonly number[]): StatisticCard[] {
  const rows = all<StatisticEntry>(
    connection,
    `SELECT e.ord, e.statistic_id, e.occurrence_id, e.source_id, s.canonical_id FROM statistic_entry e
     LEFT JOIN speaker_entry s ON s.speaker_id = e.speaker_id WHERE e.ord IN (SELECT value FROM json_each(?)) ORDER BY e.ord DESC`,
    JSON.stringify(ords),
  )
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
