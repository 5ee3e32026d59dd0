import type { Citation } from '../citation.ts'
import { CitationId, OccurrenceId, QuoteId, SourceId, SpeakerId, StatisticId } from '../id.ts'
import type { Judgement } from '../judgement.ts'
import type { Kind, Records } from '../records.ts'
import type { ReviewDecision } from '../review-decision.ts'
import type { Source } from '../source.ts'
import type { Speaker } from '../speaker.ts'
import { checkAnchors } from './anchors.ts'
import { type Fault, type Kept, type Lookup, missing } from './fault.ts'
import { checkOccurrence } from './occurrence.ts'
import { checkQuote } from './quote.ts'
import { checkRevision } from './revision.ts'
import { checkStatistic } from './statistic.ts'

/**
 * What is wrong with a stored record among its fellows: the invariants that its own schema cannot see. The record
 * has parsed. Answers every fault found, none if it is sound; rejects only if the lookup does. Hashes are checked
 * by `checkHashes`.
 */
export async function check(record: Kept, lookup: Lookup): Promise<Fault[]> {
  switch (record.kind) {
    case 'source':
      return checkSource(record.data, lookup)
    case 'revision':
      return [...(await checkRevision(record.data, lookup)), ...(await checkForever(record.data.id, lookup))]
    case 'citation':
      return checkCitation(record.data, lookup)
    case 'speaker':
      return checkSpeaker(record.data, lookup)
    case 'occurrence':
      return [
        ...(await checkOccurrence(record.data, lookup)),
        ...(await checkForever(record.data.id, lookup)),
      ]
    case 'quote':
      return checkQuote(record.data, lookup)
    case 'statistic':
      return checkStatistic(record.data, lookup)
    case 'decision':
      return [...(await checkDecision(record.data, lookup)), ...(await checkForever(record.data.id, lookup))]
    case 'judgement':
      return checkJudgement(record.data, lookup)
    default:
      return record satisfies never
  }
}

/** Invariant 10: what never changes has at most the audit entry that made it. */
async function checkForever(id: string, lookup: Lookup): Promise<Fault[]> {
  const entries = await lookup.audit(id)
  return entries.some(({ to, cause }) => to > 1 && cause !== 'erase')
    ? [{ code: 'changedForever', path: '', message: 'a record of this kind never changes, and this one has' }]
    : []
}

async function checkSource({ authors, publisher }: Source, lookup: Lookup): Promise<Fault[]> {
  const named = authors.map(({ speakerId }, place) =>
    missing(lookup, 'speaker', speakerId, `/authors/${place}/speakerId`),
  )
  const published = missing(lookup, 'speaker', publisher?.speakerId ?? null, '/publisher/speakerId')
  return (await Promise.all([...named, published])).flat()
}

async function checkCitation(citation: Citation, lookup: Lookup): Promise<Fault[]> {
  const { sourceId, revisionId, citingRevisionId, anchor, issuerId } = citation
  const citing = citingRevisionId && (await lookup.get('revision', citingRevisionId))
  return [
    ...(await missing(lookup, 'source', sourceId, '/sourceId')),
    ...(await missing(lookup, 'revision', revisionId, '/revisionId')),
    ...(await missing(lookup, 'revision', citingRevisionId, '/citingRevisionId')),
    ...(await missing(lookup, 'speaker', issuerId, '/issuerId')),
    ...(citing ? checkAnchors(citing.text, { anchor }) : []),
  ]
}

async function checkSpeaker({ affiliations, externalIds }: Speaker, lookup: Lookup): Promise<Fault[]> {
  const pointers = [
    ...affiliations.flatMap(({ organizationId, citationId }, place) => [
      missing(lookup, 'speaker', organizationId, `/affiliations/${place}/organizationId`),
      missing(lookup, 'citation', citationId, `/affiliations/${place}/citationId`),
    ]),
    ...externalIds.map(({ decidedBy }, place) =>
      missing(lookup, 'decision', decidedBy, `/externalIds/${place}/decidedBy`),
    ),
  ]
  return (await Promise.all(pointers)).flat()
}

/** Invariant 34 in part: what was decided on exists and had the version that was seen. */
async function checkDecision({ target, targetVersion }: ReviewDecision, lookup: Lookup): Promise<Fault[]> {
  const record = await recordOf(target, lookup)
  if (record === null) return [{ code: 'missing', path: '/target', message: `there is no ${target}` }]
  const version = 'version' in record ? record.version : 1
  return targetVersion <= version
    ? []
    : [{ code: 'decisionVersion', path: '/targetVersion', message: `the record is at version ${version}` }]
}

async function checkJudgement({ left, right, evidence }: Judgement, lookup: Lookup): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const [path, id] of Object.entries({ '/left': left, '/right': right })) {
    if ((await recordOf(id, lookup)) === null) {
      faults.push({ code: 'missing', path, message: `there is no ${id}` })
    }
  }
  for (const [place, id] of evidence.entries()) {
    faults.push(...(await missing(lookup, 'occurrence', id, `/evidence/${place}`)))
  }
  return faults
}

async function recordOf(id: ReviewDecision['target'], lookup: Lookup): Promise<Records[Kind] | null> {
  const [quote, statistic, speaker] = [
    QuoteId.safeParse(id),
    StatisticId.safeParse(id),
    SpeakerId.safeParse(id),
  ]
  if (quote.success) return lookup.get('quote', quote.data)
  if (statistic.success) return lookup.get('statistic', statistic.data)
  if (speaker.success) return lookup.get('speaker', speaker.data)
  const [source, citation, occurrence] = [
    SourceId.safeParse(id),
    CitationId.safeParse(id),
    OccurrenceId.safeParse(id),
  ]
  if (source.success) return lookup.get('source', source.data)
  if (citation.success) return lookup.get('citation', citation.data)
  return occurrence.success ? lookup.get('occurrence', occurrence.data) : null
}
