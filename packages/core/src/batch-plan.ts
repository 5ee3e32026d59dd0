import { anchorAt } from '@onrecord/schema'
import type {
  Batch,
  Citation,
  CitationId,
  IsoTime,
  KnownSource,
  QuoteId,
  Receipt,
  RevisionId,
  Speaker,
} from '@onrecord/schema'
import { occurrenceIdsFor, planQuotes, planStatistics, planWithdrawals, put } from './batch-found.ts'
import { foundBy, revisionRecord, sourceRecord } from './batch-records.ts'
import type { Mapping } from './batch-records.ts'
import { planSpeakers } from './batch-speakers.ts'
import type { Change, Put } from './change.ts'
import type { Deps } from './deps.ts'
import { everyRow } from './every-row.ts'
import { canonicalJson } from './patch.ts'
import { loadStanding } from './standing.ts'

export type Plan = {
  place: Pick<Receipt, 'sourceId' | 'revisionId' | 'revision'>
  changes: readonly Change[]
}

/**
 * All changes that a batch makes, given what is known of its source: a new source, a new revision of one, or the same
 * text read by another extractor. Nothing is written here.
 */
export async function planBatch(
  deps: Pick<Deps, 'store' | 'clock' | 'newId' | 'digest'>,
  batch: Batch,
  known: KnownSource | null,
): Promise<Plan> {
  const { store, newId } = deps
  const at = deps.clock()
  const { place, changes, isReread } = await planPlace(deps, batch, known, at)
  const standing = await loadStanding(store, batch, known, isReread)
  const people = await planSpeakers(deps, batch, standing.speakers, at)
  const cited = await planCitations(deps, batch, place.revisionId, people.speakers, at, isReread)
  const quotes = standing.quotesAt(batch.extraction.quotes.map(({ parts }) => parts))
  const statistics = standing.statisticsAt(batch.extraction.statistics.map(({ span }) => [span]))
  const mapping: Mapping = {
    batch,
    revisionId: place.revisionId,
    at,
    speakers: people.speakers,
    citations: cited.ids,
    quoteIds: quotes.map((quote): QuoteId => quote?.id ?? newId('quo')),
    occurrenceIds: await occurrenceIdsFor(deps, batch, quotes, people.speakers, standing, isReread),
  }
  return {
    place,
    changes: [
      ...changes,
      ...people.changes,
      ...cited.changes,
      ...(await planQuotes(store, quotes, mapping, standing)),
      ...(await planStatistics(deps, statistics, mapping, standing, isReread)),
      ...(isReread ? await planWithdrawals(store, batch, standing, [...quotes, ...statistics], at) : []),
    ],
  }
}

async function planPlace(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  batch: Batch,
  known: KnownSource | null,
  at: IsoTime,
): Promise<{ place: Plan['place']; changes: Put[]; isReread: boolean }> {
  const source = known === null ? null : await store.get('source', known.sourceId)
  const last = known === null ? null : await store.get('revision', known.revisionId)
  if (last !== null && source !== null && last.fingerprint === batch.revision.fingerprint)
    return {
      place: { sourceId: source.id, revisionId: last.id, revision: last.ordinal },
      changes: [],
      isReread: true,
    }
  const next = sourceRecord(source?.id ?? newId('src'), batch, at, source)
  const revision = revisionRecord(newId('rev'), next.id, batch, at, last)
  const isSame =
    source !== null &&
    canonicalJson({ ...next, version: source.version, updatedAt: source.updatedAt }) === canonicalJson(source)
  return {
    place: { sourceId: next.id, revisionId: revision.id, revision: revision.ordinal },
    changes: [...(isSame ? [] : [put('source', next)]), put('revision', revision)],
    isReread: false,
  }
}

async function planCitations(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  batch: Batch,
  revisionId: RevisionId,
  speakers: readonly (Speaker | null)[],
  at: IsoTime,
  isReread: boolean,
): Promise<{ ids: CitationId[]; changes: Put[] }> {
  const old = isReread
    ? await everyRow((page) => store.list('citation', { citingRevisionId: revisionId }, page))
    : []
  const ids: CitationId[] = []
  const changes: Put[] = []
  for (const {
    name,
    issuer,
    mentions: [mention],
  } of batch.extraction.sources) {
    const anchor = mention === undefined ? null : anchorAt(batch.revision.text, mention)
    const same = old.find((citation) => citation.text === name && citation.anchor?.start === anchor?.start)
    const next: Citation = {
      id: same?.id ?? newId('cit'),
      sourceId: null,
      revisionId: null,
      citingRevisionId: revisionId,
      anchor,
      text: name,
      issuerId: issuer === null ? null : (speakers[issuer]?.id ?? null),
      locator: null,
      accessedAt: null,
      note: null,
      foundBy: foundBy(batch, null),
      version: 1,
      createdAt: at,
      updatedAt: at,
    }
    ids.push(next.id)
    if (same === undefined) changes.push(put('citation', next))
  }
  return { ids, changes }
}
