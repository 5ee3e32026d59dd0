import type {
  Facets,
  Page,
  PageInput,
  SearchHit,
  StatisticCard,
  StatisticQuery,
  StatisticSort,
  Total,
} from '@onrecord/schema'
import { quoteCard, statisticCard } from '../card.ts'
import { dateOf } from '../card.ts'
import { liesBetween } from '../day.ts'
import { placeKeys, unitKeys } from '../comparable.ts'
import { fold, foldKeys } from '../folding.ts'
import { holdsTerm, markWords } from '../mark-words.ts'
import { termsOf } from '../query-words.ts'
import { holdsDuring } from '../statistic-query.ts'
import type { StoreQuery, Term } from '../store.ts'
import { keysetPage } from './keyset.ts'
import {
  canonicalOf,
  clusterOf,
  isPublic,
  outletOf,
  placeDirections,
  placeKey,
  quoteRows,
  statisticRows,
} from './memory-rows.ts'
import type { QuoteRow } from './memory-rows.ts'
import type { State } from './memory-state.ts'

const filters = {
  terms: ({ texts }: QuoteRow, { terms }: StoreQuery) =>
    terms.every((term) => texts.some((keys) => holdsTerm(keys, term)) !== term.excluded),
  speaker: ({ quote }: QuoteRow, { speakers }: StoreQuery) =>
    speakers.length === 0 || (quote.speakerId !== null && speakers.includes(quote.speakerId)),
  source: ({ source }: QuoteRow, { sources }: StoreQuery) =>
    sources.length === 0 || sources.includes(source.id) || sources.includes(outletOf(source).value),
  kind: ({ first }: QuoteRow, { kind }: StoreQuery) =>
    kind.length === 0 ? first.kind !== 'term' : first.kind !== null && kind.includes(first.kind),
  status: ({ quote }: QuoteRow, { status }: StoreQuery) =>
    status.length === 0 ? isPublic(quote.status) : status.includes(quote.status),
  year: ({ quote, source }: QuoteRow, query: StoreQuery) => liesBetween(dateOf(quote, source), query),
} as const
type Filter = keyof typeof filters
const names: readonly Filter[] = ['terms', 'speaker', 'source', 'kind', 'status', 'year']

function matching(state: State, query: StoreQuery, without: Filter | null = null): QuoteRow[] {
  return quoteRows(state).filter((row) =>
    names.every((name) => name === without || filters[name](row, query)),
  )
}

export function search(state: State, query: StoreQuery, page: PageInput): Page<SearchHit> & { total: Total } {
  const rows = matching(state, query)
  // Exact spelling ranks above folded.
  const scoreOf = ({ quote, canonical }: QuoteRow) =>
    query.terms.filter(({ text }) => quote.text.includes(text) || canonical?.name.includes(text) === true)
      .length
  const best = query.sort === 'best'
  const { items, next } = keysetPage(
    rows,
    page,
    (row) => [...(best ? [scoreOf(row)] : []), ...placeKey(row, row.quote.id)],
    best ? [-1, ...placeDirections] : placeDirections,
  )
  const hits = items.map((row) => ({
    ...quoteCard(row),
    marks: markWords(row.quote.text, query.terms),
    speakerMarks: markWords(row.canonical?.name ?? '', query.terms),
  }))
  return structuredClone({ items: hits, next, total: { count: rows.length, exact: true } })
}

export function facets(state: State, query: StoreQuery): Facets {
  const year = query.from !== null && query.from.length === 4 && query.from === query.to ? [query.from] : []
  const speakers = query.speakers.flatMap((id) => canonicalOf(state, id) ?? [])
  const outlets = [...state.tables.source.values()].map(outletOf)
  return {
    speaker: counted(
      matching(state, query, 'speaker').flatMap(({ canonical }) =>
        canonical === null ? [] : { value: canonical.slug, label: canonical.name },
      ),
      speakers.map(({ slug, name }) => ({ value: slug, label: name })),
    ),
    source: counted(
      matching(state, query, 'source').map(({ source }) => outletOf(source)),
      query.sources.map(
        (value) =>
          outlets.find((outlet) => outlet.value === value) ?? {
            value,
            label: state.tables.source.get(value)?.title ?? value,
          },
      ),
    ),
    kind: counted(
      matching(state, query, 'kind').flatMap(({ first: { kind } }) =>
        kind === null ? [] : { value: kind, label: kind },
      ),
      query.kind.map((kind) => ({ value: kind, label: kind })),
    ),
    status: counted(
      matching(state, query, 'status').map(({ quote: { status } }) => ({ value: status, label: status })),
      query.status.map((status) => ({ value: status, label: status })),
    ),
    year: counted(
      matching(state, query, 'year').flatMap(({ day }) =>
        day === '' ? [] : { value: day.slice(0, 4), label: day.slice(0, 4) },
      ),
      year.map((value) => ({ value, label: value })),
    ).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
    exact: true,
  }
}

/** Ticked ones first, then by count, then by label. */
function counted<V extends string>(
  found: readonly { value: V; label: string }[],
  ticked: readonly { value: V; label: string }[],
) {
  const counts = new Map<V, { value: V; label: string; count: number; checked: boolean }>()
  for (const { value, label } of ticked) counts.set(value, { value, label, count: 0, checked: true })
  for (const { value, label } of found) {
    const row = counts.get(value) ?? { value, label, count: 0, checked: false }
    counts.set(value, { ...row, count: row.count + 1 })
  }
  return [...counts.values()].toSorted(
    (a, b) => Number(b.checked) - Number(a.checked) || b.count - a.count || (a.label < b.label ? -1 : 1),
  )
}

export function statistics(
  state: State,
  query: StatisticQuery,
  page: PageInput,
): Page<StatisticCard> & { total: Total } {
  const terms = termsOf(query.q)
  const asserters = new Set<string>(
    query.speaker.flatMap((slug) => {
      const speaker = state.tables.speaker.get(state.slugs.get(slug) ?? '')
      return speaker === undefined ? [] : clusterOf(state, speaker.id)
    }),
  )
  const rows = statisticRows(state)
    .map((row) => ({ ...row, card: statisticCard(row) }))
    .filter(
      ({ statistic, source, card }) =>
        (query.speaker.length === 0 || asserters.has(statistic.assertedBy ?? '')) &&
        (query.source.length === 0 || query.source.includes(source.id)) &&
        (query.status.length === 0 ? isPublic(statistic.review) : query.status.includes(statistic.review)) &&
        (query.place.length === 0 || query.place.some((name) => placeKeys(card).includes(fold(name)))) &&
        (query.unit.length === 0 ||
          query.unit.some((name) => unitKeys(card.unit).includes(name.toLowerCase()))) &&
        (query.measure.length === 0 || query.measure.some((name) => name === card.series)) &&
        holdsDuring(card.period, query) &&
        holdsAll(
          [
            card.measure,
            card.population,
            card.place,
            card.surface,
            card.sentence,
            card.speaker?.name ?? null,
          ],
          terms,
        ),
    )
  const { known, direction } = sorts[query.sort]
  const { items, next } = keysetPage(
    rows,
    page,
    (row) => {
      const value = known(row.card)
      return [value === null ? 1 : 0, value ?? '', ...placeKey(row, row.statistic.id)]
    },
    [1, direction, ...placeDirections],
  )
  return structuredClone({
    items: items.map(({ card }) => card),
    next,
    total: { count: rows.length, exact: true },
  })
}

// What each order goes by; null is unknown, and last. Letters count as alike in either case within ASCII only.
const lower = (text: string | null) =>
  text === null ? null : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
const valueOf = ({ value, low }: StatisticCard) => value ?? low
const periodOf = ({ period }: StatisticCard) => period?.from ?? period?.to ?? null
const sorts = {
  new: { known: () => '', direction: 1 },
  value: { known: valueOf, direction: 1 },
  '-value': { known: valueOf, direction: -1 },
  period: { known: periodOf, direction: 1 },
  '-period': { known: periodOf, direction: -1 },
  measure: { known: ({ measure }) => lower(measure), direction: 1 },
  place: { known: ({ place }) => lower(place), direction: 1 },
} as const satisfies Record<
  StatisticSort,
  { known: (card: StatisticCard) => string | number | null; direction: 1 | -1 }
>

function holdsAll(texts: readonly (string | null)[], terms: readonly Term[]): boolean {
  const keys = texts.filter((text) => text !== null).map(foldKeys)
  return terms.every((term) => keys.some((known) => holdsTerm(known, term)) !== term.excluded)
}
