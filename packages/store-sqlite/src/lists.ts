import { fold, foldKeys, holdsTerm, sourceCard, speakerCard } from '@onrecord/core'
import type {
  Anchor,
  KnownSource,
  Overview,
  Page,
  PageInput,
  QuoteId,
  RevisionId,
  Sha256,
  SourceCard,
  SourceId,
  SourceKey,
  SpeakerCard,
  SpeakerId,
  StatisticId,
} from '@onrecord/schema'
import { all } from './connection.ts'
import type { Connection } from './connection.ts'
import { pageOf, placeCursor } from './cursor.ts'
import { byId, needed } from './hits.ts'
import { getMany } from './read.ts'
import { SHOWN, SHOWN_STATISTIC } from './shown.ts'
import { suggestCap } from './tuning.ts'
import { partsOf, quoted } from './words.ts'

/** Latest day published first, undated last. */
export function sources(connection: Connection, page: PageInput): Page<SourceCard> {
  const from = placeCursor(page.cursor)
  const rows = all<{ day: number; id: SourceId }>(
    connection,
    `SELECT day, source_id AS id FROM source_entry WHERE (day, source_id) < (?, ?) ORDER BY day DESC, source_id DESC LIMIT ?`,
    from?.place ?? Number.MAX_SAFE_INTEGER,
    from?.id ?? '',
    page.limit + 1,
  )
  const { items, next } = pageOf(rows, page, ({ day, id }) => `${day}.${id}`)
  const ids = items.map(({ id }) => id)
  const quotes = countsOf(
    connection,
    `SELECT source_id AS id, count(*) AS count FROM quote_entry WHERE ${SHOWN}`,
    ids,
  )
  const statistics = countsOf(
    connection,
    `SELECT source_id AS id, count(*) AS count FROM statistic_entry WHERE ${SHOWN_STATISTIC}`,
    ids,
  )
  const cards = getMany(connection, 'source', ids).map((source) =>
    sourceCard(source, { quotes: quotes.get(source.id) ?? 0, statistics: statistics.get(source.id) ?? 0 }),
  )
  return { items: cards, next }
}

function countsOf(connection: Connection, select: string, ids: readonly string[]): Map<string, number> {
  const sql = `${select} AND source_id IN (SELECT value FROM json_each(?)) GROUP BY source_id`
  return new Map(
    all<{ id: string; count: number }>(connection, sql, JSON.stringify(ids)).map(({ id, count }) => [
      id,
      count,
    ]),
  )
}

const wordsIn = (words: string): string[] => words.split(/\s+/u).filter((word) => fold(word) !== '')

/** Whether every word stands in one of the names (folded), the last one as a prefix; any order. */
function named(names: readonly string[], words: readonly string[]): boolean {
  return words.every((text, index) => holdsTerm(names, { text, prefix: index === words.length - 1 }))
}

type Named = { id: SpeakerId; total: number; names: string; name: string }
const NAMED = `SELECT e.speaker_id AS id, e.total, e.names, s.name FROM speaker_entry e JOIN speaker s ON s.id = e.speaker_id`

/** Most quotes first, then by name. Where few names fit they are looked up, else those with most quotes are looked through. */
export function speakersNamed(connection: Connection, text: string, limit: number): SpeakerCard[] {
  const words = wordsIn(text)
  const rows = words.length === 0 ? mostQuoted(connection, words, limit) : fitting(connection, words, limit)
  const speakers = byId(
    getMany(
      connection,
      'speaker',
      rows.map(({ id }) => id),
    ),
  )
  return rows.map(({ id, total }) => speakerCard(needed(speakers, id), total))
}

function fitting(connection: Connection, words: readonly string[], limit: number): Named[] {
  const expression = words
    .map(
      (word, index) =>
        `(${foldKeys(word)
          .map((key) => quoted(key, index === words.length - 1))
          .join(' OR ')})`,
    )
    .join(' AND ')
  const found = all<{ num: number }>(
    connection,
    'SELECT rowid AS num FROM speaker_words WHERE speaker_words MATCH ? LIMIT ?',
    expression,
    suggestCap + 1,
  ).map(({ num }) => num)
  if (found.length > suggestCap) return mostQuoted(connection, words, limit)
  return all<Named>(
    connection,
    `${NAMED} WHERE e.num IN (SELECT value FROM json_each(?)) ORDER BY e.total DESC, s.name, s.id LIMIT ?`,
    JSON.stringify(found),
    limit,
  )
}

/** The first `limit` speakers by quotes whose names fit; read until those of equal count are told apart. */
function mostQuoted({ sqlite }: Connection, words: readonly string[], limit: number): Named[] {
  const found: Named[] = []
  const rows = sqlite.prepare<[], Named>(`${NAMED} WHERE e.total >= 0 ORDER BY e.total DESC`).iterate()
  for (const row of rows) {
    const last = found[limit - 1]
    if (last !== undefined && row.total < last.total) break
    if (named(partsOf(row.names), words)) found.push(row)
  }
  return found
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

/** Most quotes first, then by name. */
export function publishersNamed(
  connection: Connection,
  text: string,
  limit: number,
): { value: string; label: string; quotes: number }[] {
  const words = wordsIn(text)
  return all<{ value: string; label: string; quotes: number }>(
    connection,
    'SELECT slug AS value, label, quotes FROM publisher_entry ORDER BY quotes DESC, label',
  )
    .filter(({ label }) => named(foldKeys(label), words))
    .slice(0, limit)
}

/** All records judged to be one with this, the canonical one first, the others by id. */
export function cluster(connection: Connection, id: SpeakerId): SpeakerId[] {
  const rows = all<{ id: SpeakerId }>(
    connection,
    `SELECT speaker_id AS id FROM speaker_entry
     WHERE canonical_id = (SELECT canonical_id FROM speaker_entry WHERE speaker_id = ?)
     ORDER BY speaker_id <> canonical_id, speaker_id`,
    id,
  )
  return rows.length === 0 ? [id] : rows.map((row) => row.id)
}

const LATEST = `SELECT s.id AS sourceId, r.id AS revisionId, r.fingerprint, r.text
  FROM source s JOIN revision r ON r.source_id = s.id`

type Latest = { sourceId: SourceId; revisionId: RevisionId; fingerprint: string; text: string }

/**
 * What is known of a source, for telling whether a capture of it brings anything new: by its key, else by the text it
 * stands at.
 */
export function known(
  connection: Connection,
  key: SourceKey,
  fingerprint: Sha256 | null,
): KnownSource | null {
  const latest = latestByKey(connection, key) ?? latestByText(connection, fingerprint)
  if (latest === null) return null
  const [found] = all<{ name: string; version: string | null }>(
    connection,
    `SELECT found_by ->> 'name' AS name, found_by ->> 'version' AS version FROM occurrence
     WHERE revision_id = ? AND found_by ->> 'kind' IN ('rule', 'model') ORDER BY created_at DESC, id DESC LIMIT 1`,
    latest.revisionId,
  )
  const marks = all<{ id: QuoteId | StatisticId; parts: string }>(
    connection,
    `SELECT id, parts FROM (
       SELECT l.quote_id AS id, o.parts, l.position FROM occurrence o JOIN quote_occurrence l ON l.occurrence_id = o.id WHERE o.revision_id = ?
       UNION ALL
       SELECT l.statistic_id, o.parts, l.position FROM occurrence o JOIN statistic_occurrence l ON l.occurrence_id = o.id WHERE o.revision_id = ?
     ) GROUP BY id HAVING position = min(position) ORDER BY id`,
    latest.revisionId,
    latest.revisionId,
  ).map(({ id, parts }): { id: QuoteId | StatisticId; parts: Anchor[] } => ({ id, parts: JSON.parse(parts) }))
  const version = found?.version ?? null
  return {
    ...latest,
    extractor: found === undefined || version === null ? null : { name: found.name, version },
    marks,
  }
}

function latestByKey(connection: Connection, key: SourceKey): Latest | null {
  const [row] = all<Latest>(connection, `${LATEST} WHERE s.key = ? ORDER BY r.ordinal DESC LIMIT 1`, key)
  return row ?? null
}

function latestByText(connection: Connection, fingerprint: Sha256 | null): Latest | null {
  if (fingerprint === null) return null
  const [row] = all<Latest>(
    connection,
    `${LATEST} WHERE r.fingerprint = ?
     AND NOT EXISTS (SELECT 1 FROM revision later WHERE later.source_id = s.id AND later.ordinal > r.ordinal)
     ORDER BY s.id LIMIT 1`,
    fingerprint,
  )
  return row ?? null
}

/** What the database holds, as readers see it. */
export function overview(connection: Connection): Omit<Overview, 'sample'> {
  const [row] = all<Omit<Overview, 'sample'>>(
    connection,
    `SELECT (SELECT count(*) FROM quote_entry WHERE ${SHOWN}) AS quotes,
       (SELECT count(*) FROM quote_entry WHERE status = 'verified' AND kind <> 'term') AS verified,
       (SELECT count(*) FROM speaker_entry WHERE total > 0) AS speakers,
       (SELECT count(*) FROM source_entry) AS sources, (SELECT count(*) FROM publisher_entry) AS publishers,
       (SELECT count(*) FROM statistic_entry WHERE ${SHOWN_STATISTIC}) AS statistics`,
  )
  return row ?? { quotes: 0, verified: 0, speakers: 0, sources: 0, publishers: 0, statistics: 0 }
}
