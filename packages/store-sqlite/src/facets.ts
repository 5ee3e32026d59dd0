import type { StoreQuery } from '@onrecord/core'
import type { Facets, QuotationKind, ReviewStatus, SourceId, SpeakerId } from '@onrecord/schema'
import { all } from './connection.ts'
import type { Connection } from './connection.ts'
import { byId, unique } from './hits.ts'
import { quoteMatch } from './match.ts'
import type { QuoteFilter } from './match.ts'
import { yearOf } from './order.ts'
import { getMany } from './read.ts'
import { facetCap } from './tuning.ts'

type Row = {
  ord: number
  kind: QuotationKind
  status: ReviewStatus
  source_id: SourceId
  outlet: string | null
  label: string | null
  canonical_id: SpeakerId | null
}
type Value<V extends string> = { value: V; label: string }

/** Counts over the newest `facetCap` hits; each facet ignores its own ticks, so that the total after a click is the sum of the ticked counts. */
export function facets(connection: Connection, query: StoreQuery): Facets {
  const counted = new Map<string, Row[]>()
  let exact = true
  const rowsWithout = (filter: QuoteFilter): Row[] => {
    const match = quoteMatch(connection, query, filter)
    if (match === null) return []
    // Facets without ticks ask the same question: it is asked once.
    const question = `${match.expression} ${match.low} ${match.end}`
    const known = counted.get(question)
    if (known !== undefined) return known
    const rows = all<Row>(connection, NEWEST, match.expression, match.low, match.end, facetCap + 1)
    exact &&= rows.length <= facetCap
    const counts = rows.slice(0, facetCap)
    counted.set(question, counts)
    return counts
  }
  const kinds = rowsWithout('kind').map(({ kind }) => ({ value: kind, label: kind }))
  const statuses = rowsWithout('status').map(({ status }) => ({ value: status, label: status }))
  const year = query.from !== null && query.from.length === 4 && query.from === query.to ? [query.from] : []
  const years = rowsWithout('year').flatMap(({ ord }) => yearOf(ord) ?? [])
  return {
    speaker: speakerFacet(connection, query, rowsWithout('speaker')),
    source: sourceFacet(connection, query, rowsWithout('source')),
    kind: tally(
      kinds,
      query.kind.map((kind) => ({ value: kind, label: kind })),
    ),
    status: tally(
      statuses,
      query.status.map((status) => ({ value: status, label: status })),
    ),
    year: tally(years.map(plain), year.map(plain)).sort((a, b) => (a.value < b.value ? -1 : 1)),
    exact,
  }
}

const NEWEST = `SELECT e.ord, e.kind, e.status, e.source_id, p.slug AS outlet, p.label, s.canonical_id FROM quote_entry e
  JOIN source_entry o ON o.source_id = e.source_id LEFT JOIN publisher_entry p ON p.num = o.publisher
  LEFT JOIN speaker_entry s ON s.speaker_id = e.speaker_id
  WHERE e.ord IN (SELECT rowid FROM quote_words WHERE quote_words MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)
  ORDER BY e.ord DESC`

const plain = (text: string): Value<string> => ({ value: text, label: text })

function speakerFacet(connection: Connection, query: StoreQuery, rows: readonly Row[]): Facets['speaker'] {
  const ticked = all<{ id: SpeakerId }>(
    connection,
    `SELECT DISTINCT canonical_id AS id FROM speaker_entry WHERE speaker_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(query.speakers),
  ).map(({ id }) => id)
  const found = rows.map(({ canonical_id }) => canonical_id).filter((id) => id !== null)
  const speakers = byId(getMany(connection, 'speaker', unique([...ticked, ...found])))
  const valueOf = (id: SpeakerId): Value<string>[] => {
    const speaker = speakers.get(id)
    return speaker === undefined ? [] : [{ value: speaker.slug, label: speaker.name }]
  }
  return tally(found.flatMap(valueOf), ticked.flatMap(valueOf))
}

function sourceFacet(connection: Connection, query: StoreQuery, rows: readonly Row[]): Facets['source'] {
  const outlets = new Map(
    all<Value<string>>(
      connection,
      `SELECT slug AS value, label FROM publisher_entry WHERE slug IN (SELECT value FROM json_each(?))`,
      JSON.stringify(query.sources),
    ).map(({ value, label }) => [value, label]),
  )
  const alone = rows.filter(({ outlet }) => outlet === null).map(({ source_id }) => source_id)
  const asked = query.sources.filter(isSourceId)
  const titles = new Map<string, string>(
    getMany(connection, 'source', unique([...alone, ...asked])).map(({ id, title }) => [id, title]),
  )
  const labelOf = (value: string) => outlets.get(value) ?? titles.get(value) ?? value
  return tally(
    rows.map(({ outlet, label, source_id }) =>
      outlet === null
        ? { value: source_id, label: labelOf(source_id) }
        : { value: outlet, label: label ?? outlet },
    ),
    query.sources.map((value) => ({ value, label: labelOf(value) })),
  )
}

function isSourceId(value: string): value is SourceId {
  return value.startsWith('src_')
}

/** Ticked ones first, then by count, then by label. */
function tally<V extends string>(found: readonly Value<V>[], ticked: readonly Value<V>[]) {
  const counts = new Map<V, Value<V> & { count: number; checked: boolean }>()
  for (const { value, label } of ticked) counts.set(value, { value, label, count: 0, checked: true })
  for (const { value, label } of found) {
    const row = counts.get(value)
    if (row === undefined) counts.set(value, { value, label, count: 1, checked: false })
    else row.count += 1
  }
  return [...counts.values()].sort(
    (a, b) => Number(b.checked) - Number(a.checked) || b.count - a.count || (a.label < b.label ? -1 : 1),
  )
}
