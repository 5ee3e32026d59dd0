import { SAMPLE_KEY_PREFIX } from '@onrecord/schema'
import type { Kind, Quote, Records, Source, SpeakerId, Statistic } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import type { Change } from './change.ts'
import type { Deps } from './deps.ts'
import { everyRow } from './every-row.ts'
import type { Store } from './store.ts'

const REASON = 'the sample was removed'

/** How many records of each kind went. */
export type Removed = { sources: number; quotes: number; speakers: number }

export function sampleService({ store }: Pick<Deps, 'store'>) {
  return {
    async present(actor: Actor): Promise<boolean> {
      permit(actor, 'meta:read')
      return hasSample(store)
    },

    /** Whether nothing was ever stored here: a sample that somebody took away is not brought back by itself. */
    async fresh(actor: Actor): Promise<boolean> {
      permit(actor, 'meta:read')
      return (await store.history({}, { limit: 1, cursor: null })).items.length === 0
    },

    /** Erases the sample's sources, all that stands in them, and the speakers nothing else uses; says how much went. */
    async remove(actor: Actor): Promise<Removed> {
      const by = permit(actor, 'sample:change')
      const sources = await everyRow((page) => store.list('source', { keyPrefix: SAMPLE_KEY_PREFIX }, page))
      if (sources.length === 0) return { sources: 0, quotes: 0, speakers: 0 }
      const changes = await erasures(store, sources)
      await store.commit(changes, { permit: by, key: null, cause: 'erase' })
      const count = (kind: Kind) => changes.filter((change) => change.kind === kind).length
      return { sources: sources.length, quotes: count('quote'), speakers: count('speaker') }
    },
  }
}

export async function hasSample(store: Store): Promise<boolean> {
  return (
    (await store.list('source', { keyPrefix: SAMPLE_KEY_PREFIX }, { limit: 1, cursor: null })).items.length >
    0
  )
}

async function erasures(store: Store, sources: readonly Source[]): Promise<Change[]> {
  const changes: Change[] = []
  const quotes: Quote[] = []
  const statistics: Statistic[] = []
  const named = new Set<SpeakerId>()
  for (const source of sources) {
    changes.push(erase('source', source))
    for (const revision of await everyRow((page) => store.list('revision', { sourceId: source.id }, page))) {
      const here = { revisionId: revision.id }
      changes.push(erase('revision', revision))
      for (const occurrence of await everyRow((page) => store.list('occurrence', here, page)))
        changes.push(erase('occurrence', occurrence))
      for (const citation of await everyRow((page) =>
        store.list('citation', { citingRevisionId: revision.id }, page),
      )) {
        changes.push(erase('citation', citation))
        if (citation.issuerId !== null) named.add(citation.issuerId)
      }
      quotes.push(...(await everyRow((page) => store.list('quote', here, page))))
      statistics.push(...(await everyRow((page) => store.list('statistic', here, page))))
    }
  }
  const [allQuotes, allStatistics] = [distinct(quotes), distinct(statistics)]
  changes.push(
    ...allQuotes.map((quote) => erase('quote', quote)),
    ...allStatistics.map((statistic) => erase('statistic', statistic)),
  )
  for (const { speakerId, role } of allQuotes)
    for (const id of [speakerId, role?.organizationId]) if (id) named.add(id)
  for (const { assertedBy, measuredBy } of allStatistics)
    for (const id of [assertedBy, measuredBy?.speakerId]) if (id) named.add(id)
  const erased = new Set(changes.map((change) => (change.op === 'erase' ? change.id : change.next.id)))
  return [...changes, ...(await speakerErasures(store, named, erased))]
}

/** The speakers no record that stays points at, their organisations among them, and what was judged of them. */
async function speakerErasures(
  store: Store,
  named: ReadonlySet<SpeakerId>,
  erased: ReadonlySet<string>,
): Promise<Change[]> {
  const speakers = await store.getMany('speaker', [...named])
  const organizations = speakers.flatMap(({ affiliations }) =>
    affiliations.flatMap(({ organizationId }) => organizationId ?? []),
  )
  const all = distinct([...speakers, ...(await store.getMany('speaker', organizations))])
  const changes = new Map<string, Change>()
  for (const speaker of all) {
    const quotes = await everyRow((page) => store.list('quote', { speakerId: speaker.id }, page))
    const statistics = await everyRow((page) => store.list('statistic', { assertedBy: speaker.id }, page))
    if ([...quotes, ...statistics].some(({ id }) => !erased.has(id))) continue
    changes.set(speaker.id, erase('speaker', speaker))
    for (const judgement of await everyRow((page) => store.list('judgement', { member: speaker.id }, page)))
      changes.set(judgement.id, erase('judgement', judgement))
  }
  return [...changes.values()]
}

function erase<K extends Kind>(kind: K, { id, version = 1 }: { id: Records[K]['id']; version?: number }) {
  return { op: 'erase' as const, kind, id, version, reason: REASON }
}

function distinct<T extends { id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()]
}
