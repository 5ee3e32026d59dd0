import { DomainError } from '@onrecord/core'
import type { Page, PageInput } from '@onrecord/schema'

/** Refuses a cursor that no page of this store gave. */
export function badCursor(cursor: string): DomainError {
  return new DomainError(
    'invalid',
    'This cursor is none of this list. Take `data.next` of a page before, or its whole `next`, or none.',
    { cursor },
  )
}

/** A cursor that is a whole number. */
export function numberCursor(cursor: string | null): number | null {
  if (cursor === null) return null
  const number = Number(cursor)
  if (!/^-?\d{1,16}$/.test(cursor) || !Number.isSafeInteger(number)) throw badCursor(cursor)
  return number
}

/** A cursor that is an id. */
export function idCursor(cursor: string | null): string | null {
  if (cursor !== null && !/^[a-z]{3}_[0-9a-z]{1,40}$/.test(cursor)) throw badCursor(cursor)
  return cursor
}

/** A cursor of a place and the id that stands there, joined by a full stop. */
export function placeCursor(cursor: string | null): { place: number; id: string } | null {
  if (cursor === null) return null
  const [, place, id] = /^(-?\d{1,16})\.(.+)$/.exec(cursor) ?? []
  if (place === undefined || id === undefined) throw badCursor(cursor)
  return { place: numberCursor(place) ?? 0, id: idCursor(id) ?? id }
}

/** A cursor of an instant and an id, joined by a tilde. */
export function instantCursor(cursor: string | null): { at: string; id: string } | null {
  if (cursor === null) return null
  const [, at, id] = /^([\dT:.Z-]{24})~(.+)$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw badCursor(cursor)
  return { at, id: idCursor(id) ?? id }
}

/** A page of rows read one beyond its limit, so that it is known whether there are more. */
export function pageOf<T>(rows: readonly T[], { limit }: PageInput, cursorOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
