import { dayOf, lastDayOf } from '@onrecord/core'
import type { PartialDate, When } from '@onrecord/schema'

// `ord` is a row's place in the order of search and the only rowid the word index knows: day << 20 | place in the day.
// Days count from the year 0, so that no date a record can hold is negative; the 2048 days before are one long day for
// what is undated: it sorts last and has room for two thousand million rows. Within a day later arrivals have higher
// places, and within a source earlier words have, since pages go down.

const SLOTS = 2 ** 20
const UNDATED_DAYS = 2048
const DAYS_BEFORE_1970 = 719_528
const DAY_MS = 86_400_000

/** The day of a date as `ord` counts it; 0 for none. */
export function dayNumber(when: When | null): number {
  return when === null ? 0 : dayFrom(dayOf(when))
}

/** The day of an `ord`; 0: undated. */
export function dayOfOrd(ord: number): number {
  const day = Math.floor(ord / SLOTS)
  return day < UNDATED_DAYS ? 0 : day
}

/** Lowest `ord` of a day, and the lowest beyond it. */
export function ordsOfDay(day: number): { low: number; end: number } {
  return { low: Math.max(1, day * SLOTS), end: (day === 0 ? UNDATED_DAYS : day + 1) * SLOTS }
}

/** Limits of a range of dates, as BigInt because they limit rowids; `null`: no date is outside. */
export function ordsBetween(range: {
  from: PartialDate | null
  to: PartialDate | null
}): { low: bigint; end: bigint } | null {
  const { from, to } = range
  if (from === null && to === null) return null
  const first = from === null ? UNDATED_DAYS : dayFrom(dayOf(from))
  const last = to === null ? null : dayFrom(lastDayOf(to))
  return { low: BigInt(first * SLOTS), end: last === null ? 2n ** 62n : BigInt((last + 1) * SLOTS) }
}

/** The year of an `ord`, four digits; null where undated. */
export function yearOf(ord: number): string | null {
  const day = dayOfOrd(ord)
  if (day === 0) return null
  return new Date((day - UNDATED_DAYS - DAYS_BEFORE_1970) * DAY_MS).toISOString().slice(0, -20)
}

function dayFrom(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00.000Z`) / DAY_MS) + DAYS_BEFORE_1970 + UNDATED_DAYS
}
