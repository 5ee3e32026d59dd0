import { anchorAt, type Span } from '../anchor.ts'
import type { QuoteCandidate } from '../extraction.ts'
import type { Method } from '../method.ts'
import type { Occurrence } from '../occurrence.ts'
import { articleText, capturedAt, ids } from './article.ts'
import { extraction } from './extraction.ts'

export const foundBy: Method = { kind: 'rule', name: 'example', version: '1', score: 0.9, at: capturedAt }

const anchor = (span: Span) => anchorAt(articleText, span)

function ofQuote(candidate: QuoteCandidate, place: number): Occurrence {
  const { cue, mention, source, continues, attribution } = candidate
  const cited = source === null ? undefined : extraction.sources[source]
  return {
    id: ids.occurrence(place + 1),
    revisionId: ids.revision(1),
    parts: candidate.parts.map(anchor),
    kind: candidate.kind,
    verbatim: candidate.verbatim.map(anchor),
    cue: cue && {
      anchor: anchor(cue.span),
      lemma: cue.lemma,
      stance: cue.stance,
      reports: cue.reports,
      negated: cue.negated,
    },
    mention: mention && {
      anchor: mention.span && anchor(mention.span),
      kind: mention.kind,
      text: mention.span && anchor(mention.span).exact,
    },
    nested: null,
    cites: cited
      ? {
          sourceId: null,
          anchor: cited.mentions[0] ? anchor(cited.mentions[0]) : null,
          text: cited.name,
        }
      : null,
    continues: continues === null ? null : ids.occurrence(continues + 1),
    attribution: { ...attribution, evidence: attribution.evidence.map(anchor) },
    foundBy,
    createdAt: capturedAt,
  }
}

/** Those of the four quotes, then those of the two statistics. */
export const occurrences: readonly Occurrence[] = [
  ...extraction.quotes.map(ofQuote),
  ...extraction.statistics.map(({ span }, place): Occurrence => ({
    id: ids.occurrence(extraction.quotes.length + place + 1),
    revisionId: ids.revision(1),
    parts: [anchor(span)],
    kind: null,
    verbatim: [],
    cue: null,
    mention: null,
    nested: null,
    cites: null,
    continues: null,
    attribution: null,
    foundBy,
    createdAt: capturedAt,
  })),
]
