import type { QuotationKind, ReviewStatus } from '@onrecord/schema'
import type { Connection } from './connection.ts'
import { dayNumber } from './order.ts'
import { place } from './placing.ts'
import type { Placed, Stored } from './placing.ts'
import { isShown } from './shown.ts'
import type { SourceIndex } from './source-index.ts'
import type { SpeakerIndex } from './speaker-index.ts'
import { EVERYWHERE, indexed } from './words.ts'

type Row = {
  id: string
  text: string
  said_at: string | null
  status: ReviewStatus
  speaker_id: string | null
  occurrence_id: string
  kind: QuotationKind | null
  place: number
  source_id: string
  source: number
  publisher: number | null
  day: number
}
type Wanted = Placed & { row: Row; kind: QuotationKind }
type Counted = { kind: QuotationKind; status: ReviewStatus; speakerId: string | null; sourceId: string }
type Entry = Stored & { kind: QuotationKind; status: ReviewStatus; speaker_id: string | null }

/** Keeps `quote_entry` and `quote_words`, and the counts that hang on them. */
export function quoteIndex({ sqlite }: Connection, sources: SourceIndex, speakers: SpeakerIndex) {
  const record = sqlite.prepare<[string], Row>(
    `SELECT q.id, q.text, q.said_at, q.status, q.speaker_id, o.id AS occurrence_id, o.kind, o.place, e.source_id,
       e.num AS source, e.publisher, e.day
     FROM quote q JOIN quote_occurrence l ON l.quote_id = q.id AND l.position = 0 JOIN occurrence o ON o.id = l.occurrence_id
       JOIN revision r ON r.id = o.revision_id JOIN source_entry e ON e.source_id = r.source_id WHERE q.id = ?`,
  )
  const entry = sqlite.prepare<[string], Entry>(
    `SELECT ord, quote_id AS id, source_id AS sourceId, occurrence_id AS occurrenceId, kind, status, speaker_id
     FROM quote_entry WHERE quote_id = ?`,
  )
  const add = sqlite.prepare(
    'INSERT INTO quote_entry (ord, quote_id, occurrence_id, source_id, speaker_id, kind, status) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const addWords = sqlite.prepare(
    'INSERT INTO quote_words (rowid, words, names, facets) VALUES (CAST(? AS INTEGER), ?, ?, ?)',
  )
  const drop = sqlite.prepare('DELETE FROM quote_entry WHERE ord = ?')
  const dropWords = sqlite.prepare('DELETE FROM quote_words WHERE rowid = ?')
  const between = sqlite
    .prepare<[string, number, number], string>(
      'SELECT quote_id FROM quote_entry WHERE source_id = ? AND ord >= ? AND ord < ?',
    )
    .pluck()
  const top = sqlite
    .prepare<[number, number], number | null>('SELECT max(ord) FROM quote_entry WHERE ord >= ? AND ord < ?')
    .pluck()
  const ofSource = sqlite
    .prepare<[string], string>('SELECT quote_id FROM quote_entry WHERE source_id = ?')
    .pluck()
  const ofSpeaker = sqlite
    .prepare<[string], string>('SELECT quote_id FROM quote_entry WHERE speaker_id = ?')
    .pluck()
  const names = sqlite.prepare<[string], { num: number; names: string }>(
    `SELECT num, names FROM speaker_entry WHERE speaker_id = (SELECT canonical_id FROM speaker_entry WHERE speaker_id = ?)`,
  )

  // Counted up in memory and written once a refresh: most quotes of an article share their source and speakers.
  const bySource = new Map<string, number>()
  const bySpeaker = new Map<string, number>()

  function count({ kind, status, speakerId, sourceId }: Counted, by: 1 | -1): void {
    if (!isShown({ kind, status })) return
    bySource.set(sourceId, (bySource.get(sourceId) ?? 0) + by)
    if (speakerId !== null) bySpeaker.set(speakerId, (bySpeaker.get(speakerId) ?? 0) + by)
  }

  function writeCounts(): void {
    for (const [id, quotes] of bySource) if (quotes !== 0) sources.count(id, quotes)
    for (const [id, quotes] of bySpeaker) if (quotes !== 0) speakers.count(id, quotes)
    bySource.clear()
    bySpeaker.clear()
  }

  const table = {
    wanted(id: string): Wanted | null {
      const row = record.get(id)
      if (row === undefined) return null
      const day = row.said_at === null ? row.day : dayNumber(row.said_at)
      return {
        id,
        sourceId: row.source_id,
        occurrenceId: row.occurrence_id,
        day,
        place: row.place,
        row,
        kind: row.kind ?? 'indirect',
      }
    },
    stored: (id: string): Entry | null => entry.get(id) ?? null,
    idsOf: (sourceId: string, low: number, end: number) => between.all(sourceId, low, end),
    top: (low: number, end: number) => top.get(low, end) ?? null,
    add(ord: number, { id, sourceId, occurrenceId, row, kind }: Wanted) {
      const { status, speaker_id: speakerId } = row
      add.run(ord, id, occurrenceId, sourceId, speakerId, kind, status)
      const who = speakerId === null ? undefined : names.get(speakerId)
      const facets = [EVERYWHERE, `k${kind}`, `v${status}`, `o${row.source}`]
      if (row.publisher !== null) facets.push(`p${row.publisher}`)
      if (who !== undefined) facets.push(`s${who.num}`)
      addWords.run(ord, indexed([row.text]), who?.names ?? '', facets.join(' '))
      count({ kind, status, speakerId, sourceId }, 1)
    },
    remove({ ord, id }: Stored) {
      const old = entry.get(id)
      if (old === undefined) return
      drop.run(ord)
      dropWords.run(BigInt(ord))
      count({ ...old, speakerId: old.speaker_id }, -1)
    },
  }

  return {
    refresh(ids: Iterable<string>): void {
      bySource.clear()
      bySpeaker.clear()
      place(table, ids)
      writeCounts()
    },
    ofSource: (id: string) => ofSource.all(id),
    ofSpeaker: (id: string) => ofSpeaker.all(id),
  }
}
