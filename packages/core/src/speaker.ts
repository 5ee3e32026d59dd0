import type { SearchHit, Speaker, SpeakerGetInput, SpeakerId, SpeakerView, When } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { speakerLink } from './card.ts'
import { dayOf } from './day.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { everyRow } from './every-row.ts'
import { canonicalJson } from './patch.ts'
import type { Store } from './store.ts'
import { COUNTED_QUOTES } from './tuning.ts'
import { anyStatistic } from './statistic-query.ts'

export function speakerService({ store }: Pick<Deps, 'store'>) {
  return {
    /**
     * The speaker a slug, present or earlier, leads to; the answer's own slug differs from the one asked where the
     * speaker was renamed or judged the same as another. Throws `notFound`.
     */
    async get(actor: Actor, { slug }: SpeakerGetInput): Promise<SpeakerView> {
      permit(actor, 'speaker:read')
      const [asked] = (await store.list('speaker', { slug }, { limit: 1, cursor: null })).items
      if (asked === undefined) throw new DomainError('notFound', `There is no speaker at ${slug}.`, { slug })
      const ids = await store.cluster(asked.id)
      const records = await store.getMany('speaker', ids)
      const speaker = records[0] ?? asked
      const query = {
        terms: [],
        speakers: ids,
        sources: [],
        kind: [],
        status: [],
        from: null,
        to: null,
        sort: 'new' as const,
      }
      const { count } = (await store.search(query, { limit: 1, cursor: null })).total
      const hits = await everyRow((page) => store.search(query, page), COUNTED_QUOTES)
      const statistics = await store.statistics(
        { ...anyStatistic, speaker: [speaker.slug] },
        { limit: 1, cursor: null },
      )
      return {
        ...speakerLink(speaker),
        description: speaker.description,
        aliases: distinct(
          records.flatMap((record) => [...record.aliases, ...namesakeAlias(record, speaker)]),
        ),
        affiliations: distinct(records.flatMap(({ affiliations }) => affiliations)),
        externalIds: distinct(records.flatMap(({ externalIds }) => externalIds)),
        records: await recordsOf(store, speaker.id, records),
        quotes: count,
        statistics: statistics.total.count,
        ...figuresOf(hits),
      }
    },
  }
}

function figuresOf(
  hits: readonly SearchHit[],
): Pick<SpeakerView, 'verified' | 'sources' | 'first' | 'latest' | 'months'> {
  const dates = hits
    .flatMap(({ saidAt, source }) => saidAt ?? source.publishedAt ?? [])
    .toSorted((a: When, b: When) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
  const months = Map.groupBy(
    dates.filter((date) => date.length >= 7).map((date) => date.slice(0, 7)),
    (month) => month,
  )
  return {
    verified: hits.filter(({ status }) => status === 'verified').length,
    sources: new Set(hits.map(({ source }) => source.id)).size,
    first: dates[0] ?? null,
    latest: dates.at(-1) ?? null,
    months: [...months].map(([month, { length }]) => ({ month, quotes: length })),
  }
}

/** The name of a record judged the same, where it is another one, told as an alias. */
function namesakeAlias({ name }: Speaker, shown: Speaker): Speaker['aliases'] {
  return name === shown.name
    ? []
    : [{ text: name, kind: 'full', language: null, from: null, to: null, rank: 'normal' }]
}

async function recordsOf(
  store: Store,
  id: SpeakerId,
  records: readonly Speaker[],
): Promise<SpeakerView['records']> {
  const rows: SpeakerView['records'] = []
  for (const record of records) {
    const judgements =
      record.id === id ? [] : await everyRow((page) => store.list('judgement', { member: record.id }, page))
    const same = judgements.filter(({ answer }) => answer === 'same')
    const judgement = same.find(({ left, right }) => left === id || right === id) ?? same[0]
    rows.push({
      id: record.id,
      name: record.name,
      slug: record.slug,
      reason: judgement?.reason ?? null,
      by: judgement?.by.name ?? null,
    })
  }
  return rows
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [canonicalJson(value), value])).values()]
}
