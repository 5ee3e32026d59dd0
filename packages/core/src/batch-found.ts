import type { Batch, IsoTime, Occurrence, OccurrenceId, Quote, Speaker, Statistic } from '@onrecord/schema'
import { quoteOccurrence, quoteRecord } from './batch-records.ts'
import type { Mapping } from './batch-records.ts'
import { statisticOccurrence, statisticRecord } from './batch-statistic.ts'
import type { Change, Put } from './change.ts'
import type { Deps } from './deps.ts'
import { mayRewrite } from './standing.ts'
import type { Standing } from './standing.ts'
import type { Store } from './store.ts'

/** The occurrence each quote candidate has in this revision: the one that stands, where nothing about it changes, else a new one. */
export async function occurrenceIdsFor(
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

export async function planQuotes(
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

export async function planStatistics(
  { newId }: Pick<Deps, 'newId'>,
  statistics: readonly (Statistic | null)[],
  mapping: Mapping,
  standing: Standing,
  isReread: boolean,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const [index, candidate] of mapping.batch.extraction.statistics.entries()) {
    const old = statistics[index] ?? null
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
export async function planWithdrawals(
  store: Store,
  { extractor }: Batch,
  standing: Standing,
  found: readonly (Quote | Statistic | null)[],
  at: IsoTime,
): Promise<Change[]> {
  const reason = `no longer found by ${extractor.name} ${extractor.version}`
  const ids = new Set(found.map((record) => record?.id))
  const changes: Change[] = []
  for (const quote of standing.quotes)
    if (!ids.has(quote.id) && (await mayRewrite(store, quote.id, quote.status, quote.version)))
      changes.push(
        put('quote', { ...quote, status: 'withdrawn', version: quote.version + 1, updatedAt: at }, reason),
      )
  for (const statistic of standing.statistics)
    if (
      !ids.has(statistic.id) &&
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

/** A change that puts a record. */
export function put<K extends Put['kind']>(kind: K, next: Put<K>['next'], reason: string | null = null) {
  return { op: 'put' as const, kind, next, reason }
}
