import type { Occurrence, OccurrenceId, Quote, QuoteGetInput, QuoteView } from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import { quoteCard, speakerLink } from './card.ts'
import type { Deps } from './deps.ts'
import { DomainError } from './error.ts'
import { everyRow } from './every-row.ts'
import { loadPlaces, occurrenceView } from './occurrence-view.ts'
import { loadPeople } from './people.ts'
import type { Store } from './store.ts'
import { maySee, present, shown } from './visible.ts'

export function quoteService({ store }: Pick<Deps, 'store'>) {
  return {
    /** Throws `notFound`, also for what was rejected, and `gone` with the reason for what was withdrawn or erased. */
    async get(actor: Actor, { id }: QuoteGetInput): Promise<QuoteView> {
      permit(actor, 'quote:read')
      const quote = await present(store, id, 'quote', await store.get('quote', id))
      await shown(store, actor, id, 'quote', quote.status)
      const occurrences = await store.getMany('occurrence', quote.occurrenceIds)
      const places = await loadPlaces(store, occurrences)
      const [first] = occurrences
      const source = first === undefined ? null : places.source(first.revisionId)
      if (first === undefined || source === null)
        throw new DomainError('notFound', `The quote ${id} stands in no source any more.`, { id })
      const outer = await quoteOf(store, actor, first, first.nested)
      const before = await quoteOf(store, actor, first, first.continues)
      const people = await loadPeople(store, [quote.speakerId, outer?.speakerId ?? null])
      const statistics = await everyRow((page) => store.list('statistic', { quoteId: id }, page))
      const outerSpeaker = people.shown(outer?.speakerId ?? null)
      return {
        ...quoteCard({
          quote,
          first,
          speaker: people.record(quote.speakerId),
          canonical: people.shown(quote.speakerId),
          source,
        }),
        occurrences: occurrences.flatMap((occurrence) => occurrenceView(occurrence, places) ?? []),
        within:
          outer === null
            ? null
            : { id: outer.id, speaker: outerSpeaker === null ? null : speakerLink(outerSpeaker) },
        continues: before?.id ?? null,
        statistics: statistics.filter(({ review }) => maySee(actor, review)).map((statistic) => statistic.id),
        version: quote.version,
        createdAt: quote.createdAt,
        updatedAt: quote.updatedAt,
      }
    },
  }
}

/** The quote of another occurrence in the same revision, if the actor may see it. */
async function quoteOf(
  store: Store,
  actor: Actor,
  { revisionId }: Occurrence,
  id: OccurrenceId | null,
): Promise<Quote | null> {
  if (id === null) return null
  const quotes = await everyRow((page) => store.list('quote', { revisionId }, page))
  return (
    quotes.find(({ occurrenceIds, status }) => occurrenceIds.includes(id) && maySee(actor, status)) ?? null
  )
}
