import { anchorAt, overlaps, quoteText } from '@onrecord/schema'
import type {
  Anchor,
  Batch,
  CitationId,
  IsoTime,
  Method,
  Occurrence,
  OccurrenceId,
  Quote,
  QuoteCandidate,
  QuoteId,
  RevisionId,
  Source,
  SourceId,
  SourceRevision,
  Span,
  Speaker,
  SpeakerId,
  SpeakerMention,
} from '@onrecord/schema'

/** What candidates are turned into records with; the lists go by the index of the extraction. */
export type Mapping = {
  batch: Batch
  revisionId: RevisionId
  at: IsoTime
  speakers: readonly (Speaker | null)[]
  citations: readonly CitationId[]
  quoteIds: readonly QuoteId[]
  occurrenceIds: readonly OccurrenceId[]
}

export function sourceRecord(
  id: SourceId,
  { sourceKey, source }: Batch,
  at: IsoTime,
  old: Source | null,
): Source {
  return {
    ...source,
    id,
    key: sourceKey,
    version: (old?.version ?? 0) + 1,
    createdAt: old?.createdAt ?? at,
    updatedAt: at,
  }
}

export function revisionRecord(
  id: RevisionId,
  sourceId: SourceId,
  { revision, extraction }: Batch,
  at: IsoTime,
  last: SourceRevision | null,
): SourceRevision {
  return {
    ...revision,
    id,
    sourceId,
    ordinal: (last?.ordinal ?? 0) + 1,
    previousId: last?.id ?? null,
    regions: apart([...revision.regions, ...extraction.regions]),
    length: revision.text.length,
    change: last === null ? 'first' : last.textSha256 === revision.textSha256 ? 'same' : 'edited',
    notice: null,
    createdAt: at,
  }
}

export function foundBy({ extractor, at }: Batch, score: number | null): Method {
  return { kind: 'rule', name: extractor.name, version: extractor.version, score, at }
}

export function quoteOccurrence(candidate: QuoteCandidate, index: number, mapping: Mapping): Occurrence {
  const { batch, revisionId, at, occurrenceIds } = mapping
  const { cue, mention, verbatim, attribution } = candidate
  const anchor = (span: Span) => anchorAt(batch.revision.text, span)
  // Words between quotation marks are the speaker's: a cue or mention read into them is none.
  const isOutside = (span: Span | null | undefined) =>
    span != null && !verbatim.some((said) => overlaps(said, span))
  const { evidence, basis, rule, score, via, addressee } = attribution
  return {
    id: idAt(occurrenceIds, index),
    revisionId,
    parts: candidate.parts.map(anchor),
    kind: candidate.kind,
    verbatim: verbatim.map(anchor),
    cue:
      cue !== null && isOutside(cue.span)
        ? {
            anchor: anchor(cue.span),
            lemma: cue.lemma,
            stance: cue.stance,
            reports: cue.reports,
            negated: cue.negated,
          }
        : null,
    mention:
      mention === null
        ? null
        : mentionOf(
            mention.kind === 'implicit' || !isOutside(mention.span) ? null : mention.span,
            mention.kind,
            anchor,
          ),
    nested: candidate.nestedIn === null ? null : (occurrenceIds[candidate.nestedIn] ?? null),
    cites: citesOf(candidate.source, mapping),
    continues: candidate.continues === null ? null : (occurrenceIds[candidate.continues] ?? null),
    attribution: { basis, rule, score, via, addressee, evidence: evidence.map(anchor) },
    foundBy: foundBy(batch, score),
    createdAt: at,
  }
}

export function quoteRecord(
  candidate: QuoteCandidate,
  index: number,
  { parts, id }: Occurrence,
  { batch, at, speakers, quoteIds }: Mapping,
): Quote {
  return {
    id: idAt(quoteIds, index),
    speakerId: speakerAt(speakers, candidate.speaker),
    text: quoteText(parts),
    language: batch.extraction.language,
    occurrenceIds: [id],
    role: roleGiven(
      candidate.speaker === null ? undefined : batch.extraction.speakers[candidate.speaker],
      candidate.speaker === null ? null : (speakers[candidate.speaker] ?? null),
    ),
    saidAt: null,
    saidIn: null,
    translationOf: null,
    status: 'unchecked',
    rank: 'normal',
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

function mentionOf(
  span: Span | null,
  kind: NonNullable<Occurrence['mention']>['kind'],
  anchor: (span: Span) => Anchor,
): Occurrence['mention'] {
  if (span === null) return { anchor: null, kind: 'implicit', text: null }
  const at = anchor(span)
  return { anchor: at, kind, text: at.exact }
}

/** The document words are taken from, where it is first named. */
export function citesOf(index: number | null, { batch }: Mapping): Occurrence['cites'] {
  const cited = index === null ? undefined : batch.extraction.sources[index]
  const [mention] = cited?.mentions ?? []
  if (cited === undefined || mention === undefined) return null
  return { sourceId: null, anchor: anchorAt(batch.revision.text, mention), text: cited.name }
}

/** The role the text gives its speaker: the first with a title, else the first organisation that is a speaker. */
function roleGiven(mention: SpeakerMention | undefined, speaker: Speaker | null): Quote['role'] {
  const told = mention?.affiliations.find(({ role }) => role !== null) ?? mention?.affiliations[0]
  if (told === undefined || speaker === null) return null
  const organizationId =
    speaker.affiliations.find(
      ({ role, organization }) => role === told.role && organization === told.organization,
    )?.organizationId ?? null
  return told.role === null && organizationId === null ? null : { title: told.role, organizationId }
}

export function speakerAt(speakers: readonly (Speaker | null)[], index: number | null): SpeakerId | null {
  return index === null ? null : (speakers[index]?.id ?? null)
}

function idAt<T>(ids: readonly T[], index: number): T {
  const id = ids[index]
  if (id === undefined) throw new RangeError(`no id was made for candidate ${index}`)
  return id
}

/** Regions in order; of two that overlap, the one that begins first. */
function apart(regions: SourceRevision['regions']): SourceRevision['regions'] {
  const kept: SourceRevision['regions'] = []
  for (const region of regions.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if ((kept.at(-1)?.end ?? 0) <= region.start) kept.push(region)
  return kept
}
