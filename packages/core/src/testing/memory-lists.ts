import type {
  Overview,
  Page,
  PageInput,
  KnownSource,
  Occurrence,
  Sha256,
  Source,
  SourceCard,
  SourceKey,
  SpeakerCard,
} from '@onrecord/schema'
import { sourceCard, speakerCard } from '../card.ts'
import { dayOf } from '../day.ts'
import { fold, foldKeys } from '../folding.ts'
import { holdsTerm } from '../mark-words.ts'
import { keysetPage } from './keyset.ts'
import { canonicalOf, isPublic, namesOf, outletOf, quoteRows, statisticRows } from './memory-rows.ts'
import type { QuoteRow } from './memory-rows.ts'
import type { State } from './memory-state.ts'

const shownRows = (state: State): QuoteRow[] =>
  quoteRows(state).filter(({ quote, first }) => isPublic(quote.status) && first.kind !== 'term')

export function sources(state: State, page: PageInput): Page<SourceCard> {
  const quotes = Map.groupBy(shownRows(state), ({ source }) => source.id)
  const statistics = Map.groupBy(
    statisticRows(state).filter(({ statistic }) => isPublic(statistic.review)),
    ({ source }) => source.id,
  )
  const { items, next } = keysetPage(
    [...state.tables.source.values()],
    page,
    ({ id, publishedAt }) => [publishedAt === null ? '' : dayOf(publishedAt), id],
    [-1, -1],
  )
  return {
    items: items.map((source) =>
      sourceCard(source, {
        quotes: quotes.get(source.id)?.length ?? 0,
        statistics: statistics.get(source.id)?.length ?? 0,
      }),
    ),
    next,
  }
}

/** Whether every word stands in one of the names, the last one as a prefix; any order. */
function named(names: readonly string[], words: readonly string[]): boolean {
  const keys = names.flatMap(foldKeys)
  return words.every((text, index) => holdsTerm(keys, { text, prefix: index === words.length - 1 }))
}

const wordsOf = (words: string): readonly string[] => words.split(/\s+/u).filter((word) => fold(word) !== '')

export function speakersNamed(state: State, words: string, limit: number): SpeakerCard[] {
  const counts = Map.groupBy(shownRows(state), ({ canonical }) => canonical?.id)
  return [...state.tables.speaker.values()]
    .filter(({ id }) => canonicalOf(state, id)?.id === id && named(namesOf(state, id), wordsOf(words)))
    .map((speaker) => speakerCard(speaker, counts.get(speaker.id)?.length ?? 0))
    .toSorted(
      (a, b) => b.quotes - a.quotes || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
    )
    .slice(0, limit)
}

export function publishersNamed(
  state: State,
  words: string,
  limit: number,
): { value: string; label: string; quotes: number }[] {
  const counts = Map.groupBy(shownRows(state), ({ source }) => outletOf(source).value)
  const outlets = new Map(
    [...state.tables.source.values()]
      .filter(({ publisher }) => publisher !== null)
      .map((source) => {
        const { value, label } = outletOf(source)
        return [value, { value, label, quotes: counts.get(value)?.length ?? 0 }]
      }),
  )
  return [...outlets.values()]
    .filter(({ label }) => named([label], wordsOf(words)))
    .toSorted((a, b) => b.quotes - a.quotes || (a.label < b.label ? -1 : 1))
    .slice(0, limit)
}

export function known(state: State, key: SourceKey, fingerprint: Sha256 | null): KnownSource | null {
  const latestOf = (source: Source | undefined) =>
    [...state.tables.revision.values()]
      .filter(({ sourceId }) => sourceId === source?.id)
      .toSorted((a, b) => b.ordinal - a.ordinal)[0]
  const sources = [...state.tables.source.values()]
  const source =
    sources.find((row) => row.key === key) ??
    sources
      .filter((row) => fingerprint !== null && latestOf(row)?.fingerprint === fingerprint)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  const latest = latestOf(source)
  if (source === undefined || latest === undefined) return null
  const here = [...state.tables.occurrence.values()].filter(({ revisionId }) => revisionId === latest.id)
  const found = here
    .filter(({ foundBy: { kind } }) => kind === 'rule' || kind === 'model')
    .toSorted(byAge)
    .at(-1)?.foundBy
  const places = new Map(here.map(({ id, parts }) => [id, parts]))
  return structuredClone({
    sourceId: source.id,
    revisionId: latest.id,
    fingerprint: latest.fingerprint,
    extractor:
      found?.version === null || found === undefined ? null : { name: found.name, version: found.version },
    text: latest.text,
    marks: [...state.tables.quote.values(), ...state.tables.statistic.values()].flatMap(
      ({ id, occurrenceIds }) => {
        const parts = occurrenceIds
          .map((occurrence) => places.get(occurrence))
          .find((place) => place !== undefined)
        return parts === undefined ? [] : [{ id, parts }]
      },
    ),
  })
}

function byAge(a: Occurrence, b: Occurrence): number {
  return a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? -1 : 1
}

export function overview(state: State): Omit<Overview, 'sample'> {
  const quotes = shownRows(state)
  return {
    quotes: quotes.length,
    verified: quotes.filter(({ quote }) => quote.status === 'verified').length,
    speakers: new Set(quotes.flatMap(({ canonical }) => canonical?.id ?? [])).size,
    statistics: statisticRows(state).filter(({ statistic }) => isPublic(statistic.review)).length,
    sources: state.tables.source.size,
    publishers: new Set(
      [...state.tables.source.values()]
        .filter(({ publisher }) => publisher !== null)
        .map((source) => outletOf(source).value),
    ).size,
  }
}
