import type { CallQuery } from '@onrecord/api'
import type {
  Facets,
  MetaView,
  SearchHit,
  SearchPage,
  SourcePage,
  StatisticPage,
  Suggestions,
} from '@onrecord/schema'
import { examples } from '@onrecord/schema/examples'
import type { Path } from '../lib/answers.ts'

const page = first(examples.searchPage)
const source = first(examples.sourceView)
const speaker = first(examples.speakerView)
const quote = first(examples.quoteView)
const statistic = first(examples.statisticView)
export const ids = { quote: quote.id, source: source.id, statistic: statistic.id, slug: speaker.slug }

const hits: SearchHit[] = source.quotes.map(({ quote }) => ({ ...quote, marks: [], speakerMarks: [] }))
const everything: SearchPage = {
  ...page,
  items: hits,
  total: { count: hits.length, exact: true },
  understood: { ...page.understood, q: '' },
}
export const nothing: SearchPage = {
  ...page,
  items: [],
  total: { count: 0, exact: true },
  instead: [
    { dropped: 'status', count: 3 },
    { dropped: 'q', count: 17 },
  ],
  similar: [
    { id: speaker.id, name: speaker.name, slug: speaker.slug, kind: speaker.kind, role: null, quotes: 3 },
  ],
}
const meta: MetaView = {
  name: 'Onrecord',
  schemaVersion: '1.0.0',
  limits: { batchBytes: 1_000_000, candidates: 1_000 },
  overview: { quotes: 4, speakers: 2, sources: 1, publishers: 1, statistics: 2, verified: 1, sample: false },
}
const facets: Facets = {
  speaker: [{ value: speaker.slug, label: speaker.name, count: 3, checked: false }],
  source: [{ value: 'harbour-gazette', label: 'The Harbour Gazette', count: 3, checked: false }],
  kind: [
    { value: 'direct', label: 'direct', count: 2, checked: false },
    { value: 'mixed', label: 'mixed', count: 1, checked: false },
  ],
  status: [{ value: 'unchecked', label: 'unchecked', count: 3, checked: false }],
  year: [
    { value: '2024', label: '2024', count: 1, checked: false },
    { value: '2026', label: '2026', count: 3, checked: false },
  ],
  exact: true,
}
const suggestions: Suggestions = {
  speakers: [
    {
      id: speaker.id,
      name: speaker.name,
      slug: speaker.slug,
      kind: speaker.kind,
      role: 'harbour minister',
      quotes: 3,
    },
  ],
  sources: [],
}
const statistics: StatisticPage = {
  items: source.statistics.map(({ statistic }) => statistic),
  next: null,
  total: { count: source.statistics.length, exact: true },
  groups: [],
}
const sources: SourcePage = {
  items: [
    {
      id: source.id,
      title: source.title,
      kind: source.kind,
      publisher: source.publisher,
      publishedAt: source.publishedAt,
      quotes: 4,
      statistics: 2,
    },
  ],
  next: null,
}

export const answers = {
  'meta.get': meta,
  'search.page': everything,
  'search.facets': facets,
  'search.suggest': suggestions,
  'speaker.get': speaker,
  'quote.get': quote,
  'source.get': source,
  'source.list': sources,
  'statistic.list': statistics,
  'statistic.get': statistic,
} satisfies Record<Path, unknown>

function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new RangeError('the schema has no such example')
  return one
}

/** Answers every question with the schema's invented article; `instead` replaces answers, an Error is thrown. */
export function answering(instead: Partial<Record<Path, unknown>> = {}): CallQuery {
  const all = new Map<string, unknown>(Object.entries({ ...answers, ...instead }))
  return async (path) => {
    const answer = all.get(path)
    if (answer instanceof Error) throw answer
    return answer
  }
}

/** What a refused call rejects with, as the contract of pages has it. */
export function refusal(code: string, message: string): Error {
  return Object.assign(new Error(message), {
    data: { domain: { code, message, details: {} }, reference: null },
  })
}
