import type { SearchPage } from '../view/search.ts'
import type { SourceView } from '../view/source-view.ts'
import type { SpeakerView } from '../view/speaker-view.ts'
import type { StatisticCard, StatisticView } from '../view/statistic-view.ts'
import { articleText, capturedAt, ids } from './article.ts'
import { citation } from './citation.ts'
import { occurrences } from './occurrence.ts'
import {
  faresInQuote,
  occurrenceViews,
  passengersSentence,
  quoteCards,
  sourceLink,
  speakerLink,
  vidalInName,
} from './quote-view.ts'
import { revision } from './revision.ts'
import { source } from './source.ts'
import { speakers } from './speaker.ts'
import { statistics } from './statistic.ts'

const [minister, , elsewhere] = speakers
const revisionLink = { id: revision.id, ordinal: 1, capturedAt }

/** A search for "fares vidal". */
export const searchPage: SearchPage = {
  items: quoteCards
    .slice(0, 1)
    .map((quote) => ({ ...quote, marks: [faresInQuote], speakerMarks: [vidalInName] })),
  next: null,
  total: { count: 1, exact: true },
  understood: {
    q: 'fares vidal',
    speaker: [],
    source: [],
    kind: [],
    status: [],
    from: null,
    to: null,
    sort: 'new',
  },
  notices: [],
  instead: [],
  similar: [],
}

export const speakerView: SpeakerView = {
  id: minister.id,
  name: minister.name,
  slug: minister.slug,
  kind: minister.kind,
  description: minister.description,
  aliases: minister.aliases,
  affiliations: minister.affiliations,
  externalIds: minister.externalIds,
  records: [
    { id: minister.id, name: minister.name, slug: minister.slug, reason: null, by: null },
    { id: elsewhere.id, name: elsewhere.name, slug: elsewhere.slug, reason: 'identical name', by: 'batch' },
  ],
  quotes: 3,
  verified: 1,
  statistics: 0,
  sources: 1,
  first: '2026-03-12',
  latest: '2026-03-12',
  months: [{ month: '2026-03', quotes: 3 }],
}

export const statisticCards: readonly StatisticCard[] = statistics.map((statistic): StatisticCard => {
  const inReport = statistic.quoteId !== null
  const sentence = inReport ? passengersSentence : 'Operators had asked for 4% more.'
  const start = sentence.indexOf(statistic.surface)
  return {
    id: statistic.id,
    value: statistic.value,
    low: statistic.low,
    high: statistic.high,
    approximator: statistic.approximator,
    surface: statistic.surface,
    digits: statistic.digits,
    unit: statistic.unit,
    kind: statistic.kind,
    direction: statistic.direction,
    status: statistic.status,
    unread: statistic.unread,
    measure: statistic.measure?.text ?? null,
    statType: statistic.measure?.statType ?? null,
    population: statistic.population?.text ?? null,
    denominator: statistic.denominator?.text ?? null,
    place: statistic.place?.text ?? null,
    placeCode: statistic.place?.code ?? null,
    period: statistic.period,
    baseValue: statistic.base?.value ?? null,
    speaker: speakerLink(statistic.assertedBy),
    cites: inReport ? citation.text : null,
    quoteId: statistic.quoteId,
    review: statistic.review,
    source: sourceLink,
    sentence,
    mark: { start, end: start + statistic.surface.length },
    series: statistic.measure === null ? null : 'example.1',
  }
})

export const statisticViews: readonly StatisticView[] = statistics.map((statistic, place): StatisticView => {
  const card = statisticCards[place]
  if (!card) throw new RangeError('each statistic has a card')
  return {
    ...card,
    links: statistic.links,
    occurrences: occurrenceViews.filter(({ id }) => statistic.occurrenceIds.includes(id)),
    elsewhere: [],
    version: statistic.version,
    createdAt: statistic.createdAt,
    updatedAt: statistic.updatedAt,
  }
})

export const sourceView: SourceView = {
  id: source.id,
  title: source.title,
  subtitle: source.subtitle,
  kind: source.kind,
  authors: source.authors.map(({ name }) => name),
  publisher: sourceLink.publisher,
  url: source.canonicalUrl,
  publishedAt: source.publishedAt,
  language: source.language,
  rights: source.rights,
  license: source.license,
  revision: revisionLink,
  revisions: [revisionLink],
  text: articleText,
  regions: revision.regions,
  quotes: quoteCards.map((quote, place) => ({
    quote,
    kind: quote.kind,
    label: `q${place + 1}`,
    parts: occurrences[place]?.parts ?? [],
    verbatim: occurrences[place]?.verbatim ?? [],
  })),
  statistics: statisticCards.map((statistic, place) => ({
    statistic,
    label: `s${place + 1}`,
    parts: occurrences[quoteCards.length + place]?.parts ?? [],
  })),
  citations: [
    { id: citation.id, text: citation.text, anchor: citation.anchor, issuer: speakerLink(ids.speaker(2)) },
  ],
  version: source.version,
}
