import { anchorAt, type Span } from '../anchor.ts'
import type { Statistic } from '../statistic.ts'
import { articleText, ids, made } from './article.ts'
import { extraction } from './extraction.ts'

const anchored = ({ text, span }: { text: string; span: Span | null }) => ({
  text,
  anchor: span && anchorAt(articleText, span),
})

/** The rise asked for, and the passengers of 2025, the second inside the fourth quote. */
export const statistics: readonly Statistic[] = extraction.statistics.map((candidate, place): Statistic => ({
  id: ids.statistic(place + 1),
  value: candidate.value,
  low: candidate.low,
  high: candidate.high,
  approximator: candidate.approximator,
  surface: candidate.surface,
  digits: candidate.digits,
  unit: candidate.unit,
  kind: candidate.kind,
  direction: candidate.direction,
  status: candidate.status,
  unread: candidate.unread,
  measure: candidate.measure && {
    ...anchored(candidate.measure),
    statType: candidate.measure.statType,
    property: null,
  },
  denominator: candidate.denominator && anchored(candidate.denominator),
  population: candidate.population && { ...anchored(candidate.population), constraints: [] },
  place: null,
  period: candidate.period && {
    text: candidate.period.text,
    anchor: candidate.period.span && anchorAt(articleText, candidate.period.span),
    from: candidate.period.from,
    to: candidate.period.to,
    grain: candidate.period.grain,
    asOf: candidate.period.asOf,
    relativeTo: candidate.period.relativeTo,
  },
  base: candidate.base,
  assertedBy: candidate.assertedBy === null ? null : ids.speaker(candidate.assertedBy + 1),
  measuredBy:
    candidate.source === null
      ? null
      : { speakerId: ids.speaker(2), text: 'the Harbour Council', citationId: ids.citation(1) },
  marginOfError: null,
  method: null,
  quoteId: candidate.quote === null ? null : ids.quote(candidate.quote + 1),
  links: candidate.links,
  occurrenceIds: [ids.occurrence(extraction.quotes.length + place + 1)],
  review: 'unchecked',
  rank: 'normal',
  ...made,
}))
