import type { QuoteId, ReviewStatus, StatisticId } from '@onrecord/schema'
import { mayDo } from './access.ts'
import type { Actor } from './access.ts'
import { DomainError } from './error.ts'
import type { Store } from './store.ts'

/** Rejected and withdrawn records are for editors. */
export function maySee(actor: Actor, status: ReviewStatus): boolean {
  return (status !== 'rejected' && status !== 'withdrawn') || mayDo(actor, 'quote:decide')
}

/** The record if it is there, else `gone` where it was erased and `notFound` where it never was. */
export async function present<T>(store: Store, id: string, what: string, record: T | null): Promise<T> {
  if (record !== null) return record
  const tombstone = await store.tombstone(id)
  if (tombstone === null) throw new DomainError('notFound', `There is no ${what} ${id}.`, { id })
  throw new DomainError('gone', `This ${what} was removed: ${tombstone.reason}.`, {
    id,
    reason: tombstone.reason,
    at: tombstone.at,
  })
}

/** Throws `notFound` for what was rejected and `gone`, with the reason, for what was withdrawn, unless the actor is an editor. */
export async function shown(
  store: Store,
  actor: Actor,
  id: QuoteId | StatisticId,
  what: string,
  status: ReviewStatus,
): Promise<void> {
  if (maySee(actor, status)) return
  if (status === 'rejected') throw new DomainError('notFound', `There is no ${what} ${id}.`, { id })
  const { items } = await store.history({ target: id }, { limit: 100, cursor: null })
  const entry = items.find(({ patch }) =>
    patch.some(({ path, value }) => (path === '/status' || path === '/review') && value === 'withdrawn'),
  )
  const reason = entry?.reason ?? 'no reason was given'
  throw new DomainError('gone', `This ${what} was withdrawn: ${reason}.`, {
    id,
    reason,
    at: entry?.at ?? null,
  })
}
