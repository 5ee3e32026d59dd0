import { anchorAt, liesIn } from '@onrecord/schema'
import type {
  Anchor,
  Occurrence,
  OccurrenceId,
  Span,
  Statistic,
  StatisticCandidate,
  StatisticId,
} from '@onrecord/schema'
import { citesOf, foundBy, speakerAt } from './batch-records.ts'
import type { Mapping } from './batch-records.ts'

export function statisticOccurrence(
  id: OccurrenceId,
  candidate: StatisticCandidate,
  mapping: Mapping,
): Occurrence {
  return {
    id,
    revisionId: mapping.revisionId,
    parts: [anchorAt(mapping.batch.revision.text, candidate.span)],
    kind: null,
    verbatim: [],
    cue: null,
    mention: null,
    nested: null,
    cites: citesOf(candidate.source, mapping),
    continues: null,
    attribution: null,
    foundBy: foundBy(mapping.batch, candidate.score),
    createdAt: mapping.at,
  }
}

export function statisticRecord(
  id: StatisticId,
  candidate: StatisticCandidate,
  occurrenceId: OccurrenceId,
  { batch, at, speakers, citations, quoteIds }: Mapping,
): Statistic {
  const {
    value,
    low,
    high,
    approximator,
    surface,
    digits,
    unit,
    kind,
    direction,
    status,
    unread,
    measure,
    denominator,
    population,
    place,
    period,
  } = candidate
  const anchor = (span: Span | null): Anchor | null =>
    span === null ? null : anchorAt(batch.revision.text, span)
  const around = candidate.quote === null ? undefined : batch.extraction.quotes[candidate.quote]
  const isInside = around !== undefined && liesIn(candidate.span, around.parts)
  const cited = candidate.source === null ? undefined : batch.extraction.sources[candidate.source]
  return {
    id,
    value,
    low,
    high,
    approximator,
    surface,
    digits,
    unit,
    kind,
    direction,
    status,
    unread,
    measure: measure && {
      text: measure.text,
      statType: measure.statType,
      property: null,
      anchor: anchor(measure.span),
    },
    denominator: denominator && { text: denominator.text, anchor: anchor(denominator.span) },
    population: population && { text: population.text, anchor: anchor(population.span), constraints: [] },
    place: place && { text: place.text, anchor: anchor(place.span), scheme: place.scheme, code: place.code },
    period: period && {
      text: period.text,
      anchor: anchor(period.span),
      from: period.from,
      to: period.to,
      grain: period.grain,
      asOf: period.asOf,
      relativeTo: period.relativeTo,
    },
    base: candidate.base,
    // Who says the quote says the figure in it.
    assertedBy: speakerAt(speakers, isInside ? around.speaker : candidate.assertedBy),
    measuredBy:
      cited === undefined || candidate.source === null
        ? null
        : {
            speakerId: speakerAt(speakers, cited.issuer),
            text: cited.name,
            citationId: citations[candidate.source] ?? null,
          },
    marginOfError: null,
    method: null,
    quoteId: isInside && candidate.quote !== null ? (quoteIds[candidate.quote] ?? null) : null,
    links: candidate.links,
    occurrenceIds: [occurrenceId],
    review: 'unchecked',
    rank: 'normal',
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}
