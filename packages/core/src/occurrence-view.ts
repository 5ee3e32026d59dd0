import type { Occurrence, OccurrenceView, RevisionId, Source, SourceRevision } from '@onrecord/schema'
import { sourceLink } from './card.ts'
import { passageAround } from './passage.ts'
import type { Store } from './store.ts'

/** The revisions of some occurrences, their sources, and which revisions are the latest. */
export type Places = {
  revision: (id: RevisionId) => SourceRevision | null
  source: (id: RevisionId) => Source | null
  isLatest: (id: RevisionId) => boolean
}

export async function loadPlaces(store: Store, occurrences: readonly Occurrence[]): Promise<Places> {
  const revisions = new Map(
    (await store.getMany('revision', [...new Set(occurrences.map(({ revisionId }) => revisionId))])).map(
      (row) => [row.id, row],
    ),
  )
  const sourceIds = [...new Set([...revisions.values()].map(({ sourceId }) => sourceId))]
  const sources = new Map((await store.getMany('source', sourceIds)).map((row) => [row.id, row]))
  const latest = new Set<string>()
  for (const sourceId of sourceIds) {
    const [last] = (await store.list('revision', { sourceId }, { limit: 1, cursor: null })).items
    if (last !== undefined) latest.add(last.id)
  }
  const revision = (id: RevisionId) => revisions.get(id) ?? null
  return {
    revision,
    source: (id) => sources.get(revision(id)?.sourceId ?? 'src_') ?? null,
    isLatest: (id) => latest.has(id),
  }
}

/** One appearance with the words around it; null where its revision or source is not there. */
export function occurrenceView(occurrence: Occurrence, places: Places): OccurrenceView | null {
  const revision = places.revision(occurrence.revisionId)
  const source = places.source(occurrence.revisionId)
  const [first] = occurrence.parts
  if (revision === null || source === null || first === undefined) return null
  const { id, revisionId, kind, parts, verbatim, cue, mention, cites, attribution, foundBy } = occurrence
  return {
    id,
    source: sourceLink(source),
    revisionId,
    revision: revision.ordinal,
    capturedAt: revision.capturedAt,
    latest: places.isLatest(revisionId),
    kind,
    parts,
    verbatim,
    context: passageAround(revision.text, { start: first.start, end: parts.at(-1)?.end ?? first.end }),
    cue,
    mention,
    cites: cites?.text ?? null,
    citesAnchor: cites?.anchor ?? null,
    attribution,
    foundBy: { kind: foundBy.kind, name: foundBy.name, version: foundBy.version, score: foundBy.score },
  }
}

export async function occurrenceViews(
  store: Store,
  occurrences: readonly Occurrence[],
): Promise<OccurrenceView[]> {
  const places = await loadPlaces(store, occurrences)
  return occurrences.flatMap((occurrence) => occurrenceView(occurrence, places) ?? [])
}
