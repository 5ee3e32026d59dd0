import { DomainError, markWords, quoteCard } from '@onrecord/core'
import type { Term } from '@onrecord/core'
import type {
  Occurrence,
  OccurrenceId,
  Quote,
  QuoteId,
  SearchHit,
  Source,
  SourceId,
  Speaker,
  SpeakerId,
} from '@onrecord/schema'
import { all } from './connection.ts'
import type { Connection } from './connection.ts'
import { getMany } from './read.ts'

type Entry = {
  ord: number
  quote_id: QuoteId
  occurrence_id: OccurrenceId
  source_id: SourceId
  speaker_id: SpeakerId | null
  canonical_id: SpeakerId | null
}

/** Quotes at these places in the order of search, as lists show them, in the order given. */
export function hitsAt(connection: Connection, ords: readonly number[], terms: readonly Term[]): SearchHit[] {
  const entries = new Map(
    all<Entry>(
      connection,
      `SELECT e.ord, e.quote_id, e.occurrence_id, e.source_id, e.speaker_id, s.canonical_id FROM quote_entry e
       LEFT JOIN speaker_entry s ON s.speaker_id = e.speaker_id WHERE e.ord IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ords),
    ).map((entry) => [entry.ord, entry]),
  )
  const rows = ords.map((ord) => entries.get(ord)).filter((entry) => entry !== undefined)
  const quotes = byId<Quote>(
    getMany(
      connection,
      'quote',
      rows.map(({ quote_id }) => quote_id),
    ),
  )
  const occurrences = byId<Occurrence>(
    getMany(
      connection,
      'occurrence',
      rows.map(({ occurrence_id }) => occurrence_id),
    ),
  )
  const sources = byId<Source>(getMany(connection, 'source', unique(rows.map(({ source_id }) => source_id))))
  const speakers = byId<Speaker>(
    getMany(
      connection,
      'speaker',
      unique(
        rows
          .flatMap(({ speaker_id, canonical_id }) => [speaker_id, canonical_id])
          .filter((id) => id !== null),
      ),
    ),
  )
  return rows.map((entry) => {
    const canonical = speakers.get(entry.canonical_id ?? '') ?? null
    const card = quoteCard({
      quote: needed(quotes, entry.quote_id),
      first: needed(occurrences, entry.occurrence_id),
      source: needed(sources, entry.source_id),
      speaker: speakers.get(entry.speaker_id ?? '') ?? null,
      canonical,
    })
    return {
      ...card,
      marks: markWords(card.text, terms),
      speakerMarks: markWords(canonical?.name ?? '', terms),
    }
  })
}

export function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

/** A record the index names. It is missing only where the file was changed by other hands. */
export function needed<T>(records: ReadonlyMap<string, T>, id: string): T {
  const record = records.get(id)
  if (record === undefined)
    throw new DomainError(
      'unavailable',
      `The search index names ${id}, which is not there. Run "onrecord verify".`,
      { id },
    )
  return record
}
