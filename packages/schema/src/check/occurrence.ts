import type { Anchor } from '../anchor.ts'
import type { Occurrence } from '../occurrence.ts'
import { checkAnchors } from './anchors.ts'
import { type Fault, type Lookup, missing } from './fault.ts'

/** Invariants 7, 8 and 15: anchors hold in the revision, and what it is nested in stands in the same one, without a circle. */
export async function checkOccurrence(occurrence: Occurrence, lookup: Lookup): Promise<Fault[]> {
  const revision = await lookup.get('revision', occurrence.revisionId)
  return [
    ...(revision
      ? checkAnchors(revision.text, anchorsOf(occurrence))
      : await missing(lookup, 'revision', occurrence.revisionId, '/revisionId')),
    ...(await missing(lookup, 'source', occurrence.cites?.sourceId ?? null, '/cites/sourceId')),
    ...(await checkChain(occurrence, 'nested', lookup)),
    ...(await checkChain(occurrence, 'continues', lookup)),
  ]
}

function anchorsOf({ parts, verbatim, cue, mention, cites, attribution }: Occurrence) {
  return {
    ...listed('parts', parts),
    ...listed('verbatim', verbatim),
    'cue/anchor': cue?.anchor,
    'mention/anchor': mention?.anchor,
    'cites/anchor': cites?.anchor,
    ...listed('attribution/evidence', attribution?.evidence ?? []),
  }
}

function listed(name: string, anchors: readonly Anchor[]): Record<string, Anchor> {
  return Object.fromEntries(anchors.map((anchor, place) => [`${name}/${place}`, anchor]))
}

async function checkChain(
  occurrence: Occurrence,
  link: 'nested' | 'continues',
  lookup: Lookup,
): Promise<Fault[]> {
  const path = `/${link}`
  const seen = new Set<string>([occurrence.id])
  let next = occurrence[link]
  while (next !== null) {
    if (seen.has(next)) return [{ code: 'nesting', path, message: 'it leads back to where it started' }]
    seen.add(next)
    const outer: Occurrence | null = await lookup.get('occurrence', next)
    if (outer === null) return missing(lookup, 'occurrence', next, path)
    if (outer.revisionId !== occurrence.revisionId) {
      return [{ code: 'nesting', path, message: 'it leads to another revision' }]
    }
    next = outer[link]
  }
  return []
}
