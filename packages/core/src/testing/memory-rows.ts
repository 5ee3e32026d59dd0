import type { Occurrence, Quote, ReviewStatus, Source, Speaker, SpeakerId, Statistic } from '@onrecord/schema'
import { dateOf } from '../card.ts'
import { dayOf } from '../day.ts'
import { foldKeys } from '../folding.ts'
import { slugOf } from '../slug.ts'
import type { Key } from './keyset.ts'
import type { State } from './memory-state.ts'

/** A quote with what its list row needs. */
export type QuoteRow = {
  quote: Quote
  first: Occurrence
  source: Source
  speaker: Speaker | null
  canonical: Speaker | null
  /** Keys of each text the words may stand in: the quote's, then each name of its speaker. */
  texts: readonly (readonly string[])[]
  day: string
}
export type StatisticRow = {
  statistic: Statistic
  first: Occurrence
  source: Source
  text: string
  canonical: Speaker | null
  day: string
}

export const isPublic = (status: ReviewStatus): boolean => status !== 'rejected' && status !== 'withdrawn'

export function clusterOf(state: State, id: SpeakerId): readonly SpeakerId[] {
  return state.clusters.get(id)?.filter(isSpeakerId) ?? [id]
}

function isSpeakerId(id: string): id is SpeakerId {
  return id.startsWith('spk_')
}

export function canonicalOf(state: State, id: SpeakerId | null): Speaker | null {
  return id === null ? null : (state.tables.speaker.get(clusterOf(state, id)[0] ?? id) ?? null)
}

export function namesOf(state: State, id: SpeakerId): string[] {
  return clusterOf(state, id).flatMap((member) => {
    const speaker = state.tables.speaker.get(member)
    return speaker === undefined ? [] : [speaker.name, ...speaker.aliases.map(({ text }) => text)]
  })
}

export function quoteRows(state: State): QuoteRow[] {
  return [...state.tables.quote.values()].flatMap((quote) => {
    const place = placeOf(state, quote.occurrenceIds)
    if (place === null) return []
    const names = quote.speakerId === null ? [] : namesOf(state, quote.speakerId)
    const when = dateOf(quote, place.source)
    return [
      {
        quote,
        first: place.first,
        source: place.source,
        speaker: quote.speakerId === null ? null : (state.tables.speaker.get(quote.speakerId) ?? null),
        canonical: canonicalOf(state, quote.speakerId),
        texts: [quote.text, ...names].map(foldKeys),
        day: when === null ? '' : dayOf(when),
      },
    ]
  })
}

export function statisticRows(state: State): StatisticRow[] {
  return [...state.tables.statistic.values()].flatMap((statistic) => {
    const place = placeOf(state, statistic.occurrenceIds)
    if (place === null) return []
    const { publishedAt } = place.source
    return [
      {
        statistic,
        ...place,
        canonical: canonicalOf(state, statistic.assertedBy),
        day: publishedAt === null ? '' : dayOf(publishedAt),
      },
    ]
  })
}

function placeOf(
  state: State,
  [id]: readonly string[],
): { first: Occurrence; source: Source; text: string } | null {
  const first = state.tables.occurrence.get(id ?? '')
  const revision = state.tables.revision.get(first?.revisionId ?? '')
  const source = state.tables.source.get(revision?.sourceId ?? '')
  return first === undefined || revision === undefined || source === undefined
    ? null
    : { first, source, text: revision.text }
}

/** Latest day first, undated last; within a source by place. */
export function placeKey(
  { day, source, first }: { day: string; source: Source; first: Occurrence },
  id: string,
): Key {
  return [day, source.id, first.parts[0]?.start ?? 0, id]
}
export const placeDirections = [-1, -1, 1, 1] as const

/** What the source facet calls a source: its publisher, else itself. */
export function outletOf({ id, title, publisher }: Source): { value: string; label: string } {
  return publisher === null
    ? { value: id, label: title }
    : { value: slugOf(publisher.name), label: publisher.name }
}
