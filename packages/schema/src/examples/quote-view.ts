import type { OccurrenceView, QuoteCard, QuoteView, SourceLink, SpeakerLink } from '../view/quote-view.ts'
import { articleText, capturedAt, ids, spanOf } from './article.ts'
import { occurrences } from './occurrence.ts'
import { quotes } from './quote.ts'
import { revision } from './revision.ts'
import { source } from './source.ts'
import { speakers } from './speaker.ts'
import { statistics } from './statistic.ts'

export const sourceLink: SourceLink = {
  id: source.id,
  title: source.title,
  kind: source.kind,
  publisher: source.publisher?.name ?? null,
  publishedAt: source.publishedAt,
  url: source.canonicalUrl,
}

export function speakerLink(id: string | null): SpeakerLink | null {
  const speaker = speakers.find((candidate) => candidate.id === id)
  return speaker ? { id: speaker.id, name: speaker.name, slug: speaker.slug, kind: speaker.kind } : null
}

export const occurrenceViews: readonly OccurrenceView[] = occurrences.map((occurrence): OccurrenceView => {
  const start = articleText.lastIndexOf('\n\n', occurrence.parts[0]?.start) + 2
  const end = articleText.indexOf('\n\n', start)
  return {
    id: occurrence.id,
    source: sourceLink,
    revisionId: occurrence.revisionId,
    revision: revision.ordinal,
    capturedAt,
    latest: true,
    kind: occurrence.kind,
    parts: occurrence.parts,
    verbatim: occurrence.verbatim,
    context: { start, text: articleText.slice(start, end), cutBefore: true, cutAfter: true },
    cue: occurrence.cue,
    mention: occurrence.mention,
    cites: occurrence.cites?.text ?? null,
    citesAnchor: occurrence.cites?.anchor ?? null,
    attribution: occurrence.attribution,
    foundBy: {
      kind: occurrence.foundBy.kind,
      name: occurrence.foundBy.name,
      version: occurrence.foundBy.version,
      score: occurrence.foundBy.score,
    },
  }
})

export const quoteCards: readonly QuoteCard[] = quotes.map((quote, place): QuoteCard => ({
  id: quote.id,
  text: quote.text,
  kind: occurrences[place]?.kind ?? 'direct',
  status: quote.status,
  language: quote.language,
  speaker: speakerLink(quote.speakerId),
  role: quote.role?.title ?? null,
  saidAt: quote.saidAt,
  denied: false,
  source: sourceLink,
}))

/** The four quotes as the API answers them. */
export const quoteViews: readonly QuoteView[] = quotes.map((quote, place): QuoteView => {
  const card = quoteCards[place]
  const occurrence = occurrenceViews[place]
  if (!card || !occurrence) throw new RangeError('each quote has a card and an occurrence')
  return {
    ...card,
    occurrences: [occurrence],
    within: null,
    continues: place === 2 ? ids.quote(2) : null,
    statistics: statistics.filter(({ quoteId }) => quoteId === quote.id).map(({ id }) => id),
    version: quote.version,
    createdAt: quote.createdAt,
    updatedAt: quote.updatedAt,
  }
})

/** The words "fares" and "Vidal" of the first quote, as a search for them marks it. */
export const faresInQuote = { start: 10, end: 15 }
export const vidalInName = { start: 4, end: 9 }
export const passengersSentence = articleText.slice(
  spanOf('According to').start,
  spanOf('a year before.').end,
)
