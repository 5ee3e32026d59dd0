import type { StatisticGetInput, StatisticListInput, StatisticPage, StatisticView } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { statisticCard } from './card.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { loadPlaces, occurrenceView } from './occurrence-view.ts'
import { loadPeople } from './people.ts'
import { maySee, present, shown } from './visible.ts'

export function statisticService({ store }: Pick<Deps, 'store'>) {
  return {
    async list(actor: Actor, { query, page }: StatisticListInput): Promise<StatisticPage> {
      permit(actor, 'statistic:read')
      const { items, next, total } = await store.statistics(
        { ...query, status: query.status.filter((state) => maySee(actor, state)) },
        page,
      )
      return { items: [...items], next, total }
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
      return {
        ...statisticCard({
          statistic,
          first,
          text: revision.text,
          canonical: people.shown(statistic.assertedBy),
          source,
        }),
        links: statistic.links,
        occurrences: occurrences.flatMap((occurrence) => occurrenceView(occurrence, places) ?? []),
        version: statistic.version,
        createdAt: statistic.createdAt,
        updatedAt: statistic.updatedAt,
      }
    },
  }
}
