import { anchorAt } from '@onrecord/schema'
import type {
  Batch,
  Citation,
  CitationId,
  IsoTime,
  KnownSource,
  Occurrence,
  OccurrenceId,
  Quote,
  QuoteId,
  Receipt,
  RevisionId,
  Speaker,
  Statistic,
  StatisticId,
} from '@onrecord/schema'
import {
  foundBy,
  quoteOccurrence,
  quoteRecord,
  revisionRecord,
  sourceRecord,
  statisticOccurrence,
  statisticRecord,
} from './batch-records.ts'
import type { Mapping } from './batch-records.ts'
import { planSpeakers } from './batch-speakers.ts'
import type { Change, Put } from './change.ts'
import type { Deps } from './deps.ts'
import { everyRow } from './every-row.ts'
import { canonicalJson } from './patch.ts'
import { loadStanding, mayRewrite } from './standing.ts'
import type { Standing } from './standing.ts'
import type { Store } from './store.ts'

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
  const quotes = batch.extraction.quotes.map(({ parts }) => standing.quoteAt(parts))
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
      ...(await planStatistics(deps, mapping, standing, isReread)),
      ...(isReread ? await planWithdrawals(store, batch, standing, at) : []),
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

/** The occurrence each quote candidate has in this revision: the one that stands, where nothing about it changes, else a new one. */
async function occurrenceIdsFor(
  { store, newId }: Pick<Deps, 'store' | 'newId'>,
  { extraction }: Batch,
  quotes: readonly (Quote | null)[],
  speakers: readonly (Speaker | null)[],
  standing: Standing,
  isReread: boolean,
): Promise<OccurrenceId[]> {
  const ids: OccurrenceId[] = []
  for (const [index, candidate] of extraction.quotes.entries()) {
    const quote = quotes[index] ?? null
    const here = quote === null ? null : standing.occurrenceOf(quote)
    const speakerId = candidate.speaker === null ? null : (speakers[candidate.speaker]?.id ?? null)
    const isSame = quote !== null && here?.kind === candidate.kind && quote.speakerId === speakerId
    const stays =
      isReread &&
      quote !== null &&
      here !== null &&
      (isSame || !(await mayRewrite(store, quote.id, quote.status, quote.version)))
    ids.push(stays ? here.id : newId('occ'))
  }
  return ids
}

async function planQuotes(
  store: Store,
  quotes: readonly (Quote | null)[],
  mapping: Mapping,
  standing: Standing,
): Promise<Change[]> {
  const { batch, at, occurrenceIds } = mapping
  const changes: Change[] = []
  for (const [index, candidate] of batch.extraction.quotes.entries()) {
    const old = quotes[index] ?? null
    const isOld = old?.occurrenceIds.some((id) => id === occurrenceIds[index]) === true
    const occurrence = quoteOccurrence(candidate, index, mapping)
    const found = quoteRecord(candidate, index, occurrence, mapping)
    if (!isOld) changes.push(put('occurrence', occurrence))
    if (old === null) changes.push(put('quote', found))
    else {
      const revived = await standing.isWithdrawnBySystem(old.id, old.status)
      if (isOld && !revived) continue
      const mine = revived || (await mayRewrite(store, old.id, old.status, old.version))
      const replaced = standing.occurrenceOf(old)
      const kept = old.occurrenceIds.filter((id) => id !== occurrence.id && id !== replaced?.id)
      // Read again in the same text, the new reading stands for the old one; in a new text it comes after those before.
      const ids = isOld
        ? old.occurrenceIds
        : replaced === null
          ? [...kept, occurrence.id]
          : [occurrence.id, ...kept]
      const next: Quote = {
        ...old,
        ...(mine ? { speakerId: found.speakerId, role: found.role } : {}),
        occurrenceIds: ids,
        status: revived ? 'unchecked' : old.status,
        version: old.version + 1,
        updatedAt: at,
      }
      changes.push(put('quote', next, revived ? foundAgain(batch) : null))
    }
  }
  return changes
}

async function planStatistics(
  { newId }: Pick<Deps, 'newId'>,
  mapping: Mapping,
  standing: Standing,
  isReread: boolean,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const candidate of mapping.batch.extraction.statistics) {
    const old = standing.statisticAt([candidate.span])
    const revived = old !== null && (await standing.isWithdrawnBySystem(old.id, old.review))
    const version =
      old === null
        ? {}
        : {
            version: old.version + 1,
            updatedAt: mapping.at,
            ...(revived ? { review: 'unchecked' as const } : {}),
          }
    const reason = revived ? foundAgain(mapping.batch) : null
    if (old !== null && isReread) {
      if (revived) changes.push(put('statistic', { ...old, ...version }, reason))
      continue
    }
    const occurrence: Occurrence = statisticOccurrence(newId('occ'), candidate, mapping)
    const next: Statistic =
      old === null
        ? statisticRecord(newId('sta'), candidate, occurrence.id, mapping)
        : { ...old, ...version, occurrenceIds: [...old.occurrenceIds, occurrence.id] }
    changes.push(put('occurrence', occurrence), put('statistic', next, reason))
  }
  return changes
}

function foundAgain({ extractor }: Batch): string {
  return `found again by ${extractor.name} ${extractor.version}`
}

/** What stood unchecked and untouched in a text and is no longer found in it by a newer extractor. */
async function planWithdrawals(
  store: Store,
  { extraction, extractor }: Batch,
  standing: Standing,
  at: IsoTime,
): Promise<Change[]> {
  const reason = `no longer found by ${extractor.name} ${extractor.version}`
  const found = new Set<QuoteId | StatisticId>([
    ...extraction.quotes.flatMap(({ parts }) => standing.quoteAt(parts)?.id ?? []),
    ...extraction.statistics.flatMap(({ span }) => standing.statisticAt([span])?.id ?? []),
  ])
  const changes: Change[] = []
  for (const quote of standing.quotes)
    if (!found.has(quote.id) && (await mayRewrite(store, quote.id, quote.status, quote.version)))
      changes.push(
        put('quote', { ...quote, status: 'withdrawn', version: quote.version + 1, updatedAt: at }, reason),
      )
  for (const statistic of standing.statistics)
    if (
      !found.has(statistic.id) &&
      (await mayRewrite(store, statistic.id, statistic.review, statistic.version))
    )
      changes.push(
        put(
          'statistic',
          { ...statistic, review: 'withdrawn', version: statistic.version + 1, updatedAt: at },
          reason,
        ),
      )
  return changes
}

function put<K extends Put['kind']>(kind: K, next: Put<K>['next'], reason: string | null = null) {
  return { op: 'put' as const, kind, next, reason }
}
