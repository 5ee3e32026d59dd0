import { placeKeys, sentenceAround, seriesOf, unitKeys } from '@onrecord/core'
import type { Measured } from '@onrecord/core'
import type { Anchor, ReviewStatus } from '@onrecord/schema'
import type { Connection } from './connection.ts'
import { place } from './placing.ts'
import type { Placed, Stored } from './placing.ts'
import { statisticToken } from './statistic-token.ts'
import { EVERYWHERE, indexed } from './words.ts'

type Row = Omit<Measured, 'unit' | 'placeCode' | 'period'> & {
  id: string
  surface: string
  unit: string
  scheme: string | null
  during: string | null
  code: string | null
  review: ReviewStatus
  asserted_by: string | null
  occurrence_id: string
  at: number
  parts: string
  revision_id: string
  source_id: string
  source: number
  day: number
}
type Wanted = Placed & { row: Row }

/** Keeps `statistic_entry` and `statistic_words`: measure, population, place, surface, sentence and who says it. */
export function statisticIndex({ sqlite }: Connection) {
  const record = sqlite.prepare<[string], Row>(
    `SELECT x.id, x.surface, x.measure ->> 'text' AS measure, x.population ->> 'text' AS population, x.place ->> 'text' AS place,
       x.unit, x.kind, x.status, x.unread, x.measure ->> 'statType' AS statType, x.denominator ->> 'text' AS denominator,
       x.place ->> 'scheme' AS scheme, x.place ->> 'code' AS code, x.period ->> 'text' AS during,
       x.review, x.asserted_by, o.id AS occurrence_id, o.place AS at, o.parts, r.id AS revision_id, e.source_id, e.num AS source, e.day
     FROM statistic x JOIN statistic_occurrence l ON l.statistic_id = x.id AND l.position = 0
       JOIN occurrence o ON o.id = l.occurrence_id JOIN revision r ON r.id = o.revision_id
       JOIN source_entry e ON e.source_id = r.source_id WHERE x.id = ?`,
  )
  const text = sqlite.prepare<[string], string>('SELECT text FROM revision WHERE id = ?').pluck()
  const entry = sqlite.prepare<[string], Stored>(
    `SELECT ord, statistic_id AS id, source_id AS sourceId, occurrence_id AS occurrenceId FROM statistic_entry
     WHERE statistic_id = ?`,
  )
  const add = sqlite.prepare(
    'INSERT INTO statistic_entry (ord, statistic_id, occurrence_id, source_id, speaker_id, review) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const addWords = sqlite.prepare(
    'INSERT INTO statistic_words (rowid, words, names, facets) VALUES (CAST(? AS INTEGER), ?, ?, ?)',
  )
  const drop = sqlite.prepare('DELETE FROM statistic_entry WHERE ord = ?')
  const dropWords = sqlite.prepare('DELETE FROM statistic_words WHERE rowid = ?')
  const between = sqlite
    .prepare<[string, number, number], string>(
      'SELECT statistic_id FROM statistic_entry WHERE source_id = ? AND ord >= ? AND ord < ?',
    )
    .pluck()
  const top = sqlite
    .prepare<[number, number], number | null>(
      'SELECT max(ord) FROM statistic_entry WHERE ord >= ? AND ord < ?',
    )
    .pluck()
  const ofSource = sqlite
    .prepare<[string], string>('SELECT statistic_id FROM statistic_entry WHERE source_id = ?')
    .pluck()
  const ofSpeaker = sqlite
    .prepare<[string], string>('SELECT statistic_id FROM statistic_entry WHERE speaker_id = ?')
    .pluck()
  const speaker = sqlite.prepare<[string], { num: number; name: string }>(
    `SELECT e.num, s.name FROM speaker_entry e JOIN speaker s ON s.id = e.speaker_id
     WHERE e.speaker_id = (SELECT canonical_id FROM speaker_entry WHERE speaker_id = ?)`,
  )
  // Many statistics of one commit stand in one revision, whose text may be long.
  let last: { id: string; text: string } | null = null
  const textOf = (id: string) => {
    if (last?.id !== id) last = { id, text: text.get(id) ?? '' }
    return last.text
  }

  const table = {
    wanted(id: string): Wanted | null {
      const row = record.get(id)
      if (row === undefined) return null
      return {
        id,
        sourceId: row.source_id,
        occurrenceId: row.occurrence_id,
        day: row.day,
        place: row.at,
        row,
      }
    },
    stored: (id: string) => entry.get(id) ?? null,
    idsOf: (sourceId: string, low: number, end: number) => between.all(sourceId, low, end),
    top: (low: number, end: number) => top.get(low, end) ?? null,
    add(ord: number, { id, sourceId, occurrenceId, row }: Wanted) {
      add.run(ord, id, occurrenceId, sourceId, row.asserted_by, row.review)
      const who = row.asserted_by === null ? undefined : speaker.get(row.asserted_by)
      const parts: Anchor[] = JSON.parse(row.parts)
      const start = parts[0]?.start ?? 0
      const { sentence } = sentenceAround(textOf(row.revision_id), { start, end: parts.at(-1)?.end ?? start })
      const words = [row.measure, row.population, row.place, row.surface, sentence].filter(
        (word) => word !== null,
      )
      const facets = [EVERYWHERE, `v${row.review}`, `o${row.source}`, ...comparedBy(row)]
      if (who !== undefined) facets.push(`s${who.num}`)
      addWords.run(ord, indexed(words), who === undefined ? '' : indexed([who.name]), facets.join(' '))
    },
    remove({ ord }: Stored) {
      drop.run(ord)
      dropWords.run(BigInt(ord))
    },
  }

  return {
    refresh(ids: Iterable<string>) {
      last = null
      place(table, ids)
      last = null
    },
    ofSource: (id: string) => ofSource.all(id),
    ofSpeaker: (id: string) => ofSpeaker.all(id),
  }
}

/** What a statistic is filtered by beside who, where and how it stands. */
function comparedBy(row: Row): string[] {
  const unit: Measured['unit'] = JSON.parse(row.unit)
  const placeCode = row.scheme?.startsWith('iso3166') === true ? row.code : null
  const series = seriesOf({ ...row, unit, placeCode, period: { text: row.during } })
  return [
    ...placeKeys({ place: row.place, placeCode }).map(statisticToken.place),
    ...unitKeys(unit).map(statisticToken.unit),
    ...(series === null ? [] : [statisticToken.measure(series)]),
  ]
}
