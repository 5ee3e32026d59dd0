import type {
  Batch,
  KnownSource,
  Occurrence,
  Quote,
  QuoteId,
  ReviewStatus,
  Speaker,
  SpeakerId,
  Statistic,
  StatisticId,
} from '@onrecord/schema'
import { everyRow } from './every-row.ts'
import type { Store } from './store.ts'

type Stretch = { start: number; end: number }

/** What stood in a source before a batch, and where it stands in the text the batch brings. */
export type Standing = {
  quotes: readonly Quote[]
  statistics: readonly Statistic[]
  /** Speakers that this source made before. */
  speakers: readonly Speaker[]
  /** For each place, what stands just there; where several do, each is given once. */
  quotesAt: (places: readonly (readonly Stretch[])[]) => (Quote | null)[]
  statisticsAt: (places: readonly (readonly Stretch[])[]) => (Statistic | null)[]
  /** Its occurrence in the text that is read again; null in a new text. */
  occurrenceOf: (quote: Quote) => Occurrence | null
  isWithdrawnBySystem: (id: QuoteId | StatisticId, status: ReviewStatus) => Promise<boolean>
}

/** Loads it: by the marks of the known revision where that is read again, else by what the batch says it carried over. */
export async function loadStanding(
  store: Store,
  batch: Batch,
  known: KnownSource | null,
  isReread: boolean,
): Promise<Standing> {
  const marks = known?.marks ?? []
  const quotes = await store.getMany('quote', marks.map(({ id }) => id).filter(isQuoteId))
  const statistics = await store.getMany('statistic', marks.map(({ id }) => id).filter(isStatisticId))
  // What is carried must be this source's own; the guard of the sender says where it stands now.
  const places = isReread
    ? marks
    : batch.carried.filter(
        ({ id, state }) =>
          (state === 'attached' || state === 'moved') && marks.some((mark) => mark.id === id),
      )
  const here =
    isReread && known !== null
      ? byId(await everyRow((page) => store.list('occurrence', { revisionId: known.revisionId }, page)))
      : new Map<string, Occurrence>()
  return {
    quotes,
    statistics,
    speakers: await speakersOf(store, quotes, statistics),
    quotesAt: (wanted) => takenFrom(wanted, places, byId(quotes)),
    statisticsAt: (wanted) => takenFrom(wanted, places, byId(statistics)),
    occurrenceOf: ({ occurrenceIds }) =>
      occurrenceIds.map((id) => here.get(id)).find((row) => row !== undefined) ?? null,
    isWithdrawnBySystem: async (id, status) => status === 'withdrawn' && !(await isTouched(store, id)),
  }
}

/** Whether a machine may still change a record: unchecked, and nobody has decided on it or edited it. */
export async function mayRewrite(
  store: Store,
  id: QuoteId | StatisticId,
  status: ReviewStatus,
  version: number,
): Promise<boolean> {
  return status === 'unchecked' && (version === 1 || !(await isTouched(store, id)))
}

async function isTouched(store: Store, id: QuoteId | StatisticId): Promise<boolean> {
  const entries = await everyRow((page) => store.history({ target: id }, page))
  return entries.some(({ cause }) => cause !== 'batch' && cause !== 'import')
}

async function speakersOf(
  store: Store,
  quotes: readonly Quote[],
  statistics: readonly Statistic[],
): Promise<readonly Speaker[]> {
  const ids = new Set<SpeakerId>()
  for (const { speakerId, role } of quotes)
    for (const id of [speakerId, role?.organizationId]) if (id) ids.add(id)
  for (const { assertedBy, measuredBy } of statistics)
    for (const id of [assertedBy, measuredBy?.speakerId]) if (id) ids.add(id)
  const speakers = await store.getMany('speaker', [...ids])
  const bodies = speakers.flatMap(({ affiliations }) =>
    affiliations.flatMap(({ organizationId }) => organizationId ?? []),
  )
  return [...byId([...speakers, ...(await store.getMany('speaker', bodies))]).values()]
}

function takenFrom<T extends { id: string }>(
  wanted: readonly (readonly Stretch[])[],
  places: readonly { id: string; parts: readonly Stretch[] }[],
  records: ReadonlyMap<string, T>,
): (T | null)[] {
  const own = places.filter(({ id }) => records.has(id))
  const waiting = Map.groupBy(own, ({ parts }) => placeOf(parts))
  return wanted.map((parts) => records.get(waiting.get(placeOf(parts))?.shift()?.id ?? '') ?? null)
}

function placeOf(parts: readonly Stretch[]): string {
  return parts.map(({ start, end }) => `${start}-${end}`).join(' ')
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}

function isQuoteId(id: QuoteId | StatisticId): id is QuoteId {
  return id.startsWith('quo_')
}

function isStatisticId(id: QuoteId | StatisticId): id is StatisticId {
  return id.startsWith('sta_')
}
