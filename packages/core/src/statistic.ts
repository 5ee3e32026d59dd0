import type {
  StatisticCard,
  StatisticGetInput,
  StatisticGroup,
  StatisticListInput,
  StatisticPage,
  StatisticView,
} from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { statisticCard } from './card.ts'
import { citeSame, disagree, groupOf, relationOf } from './comparable.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { everyRow } from './every-row.ts'
import { loadPlaces, occurrenceView } from './occurrence-view.ts'
import { loadPeople } from './people.ts'
import { anyStatistic } from './statistic-query.ts'
import { COMPARED } from './tuning.ts'
import { maySee, present, shown } from './visible.ts'

export function statisticService({ store }: Pick<Deps, 'store'>) {
  /** Public statistics of these series, by group. Of more than `COMPARED` the latest are looked through. */
  async function groupsOf(series: readonly (string | null)[]): Promise<Map<string, StatisticCard[]>> {
    const measure = [...new Set(series.filter((key) => key !== null))]
    if (measure.length === 0) return new Map()
    const cards = await everyRow((page) => store.statistics({ ...anyStatistic, measure }, page), COMPARED)
    const groups = Map.groupBy(cards, (card) => groupOf(card) ?? '')
    groups.delete('')
    return groups
  }

  return {
    /** `groups`: those of the rows on the page that have other members, which may stand on other pages. */
    async list(actor: Actor, { query, page }: StatisticListInput): Promise<StatisticPage> {
      permit(actor, 'statistic:read')
      const { items, next, total } = await store.statistics(
        { ...query, status: query.status.filter((state) => maySee(actor, state)) },
        page,
      )
      const found = await groupsOf(items.map(({ series }) => series))
      const keys = new Set(items.map(groupOf).filter((key) => key !== null))
      const groups = [...keys].flatMap((key) => groupView(found.get(key) ?? []) ?? [])
      return { items: [...items], next, total, groups }
    },

    /** Throws `notFound` and `gone` as quotes do. */
    async get(actor: Actor, { id }: StatisticGetInput): Promise<StatisticView> {
      permit(actor, 'statistic:read')
      const statistic = await present(store, id, 'statistic', await store.get('statistic', id))
      await shown(store, actor, id, 'statistic', statistic.review)
      const occurrences = await store.getMany('occurrence', statistic.occurrenceIds)
      const places = await loadPlaces(store, occurrences)
      const [first] = occurrences
      const revision = first === undefined ? null : places.revision(first.revisionId)
      const source = first === undefined ? null : places.source(first.revisionId)
      if (first === undefined || revision === null || source === null)
        throw new DomainError('notFound', `The statistic ${id} stands in no source any more.`, { id })
      const people = await loadPeople(store, [statistic.assertedBy])
      const card = statisticCard({
        statistic,
        first,
        text: revision.text,
        canonical: people.shown(statistic.assertedBy),
        source,
      })
      const group = groupOf(card)
      const told = group === null ? [] : ((await groupsOf([card.series])).get(group) ?? [])
      return {
        ...card,
        links: statistic.links,
        occurrences: occurrences.flatMap((occurrence) => occurrenceView(occurrence, places) ?? []),
        elsewhere: told.flatMap((other) => elsewhereOf(card, other)),
        version: statistic.version,
        createdAt: statistic.createdAt,
        updatedAt: statistic.updatedAt,
      }
    },
  }
}

function elsewhereOf(card: StatisticCard, other: StatisticCard): StatisticView['elsewhere'] {
  const relation = other.id === card.id ? null : relationOf(card, other)
  if (relation === null) return []
  return [
    {
      statistic: other,
      relation,
      disagreement: disagree(card, other),
      sameReport: citeSame(card, other),
    },
  ]
}

function groupView(items: readonly StatisticCard[]): StatisticGroup | null {
  if (items.length < 2) return null
  const pairs = items.flatMap((one, place) =>
    items
      .slice(place + 1)
      .filter((other) => disagree(one, other))
      .map((other) => citeSame(one, other)),
  )
  return { items: [...items], disagreement: pairs.length > 0, sameReport: pairs.includes(true) }
}
