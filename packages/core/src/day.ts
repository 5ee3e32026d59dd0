import type { PartialDate, When } from '@onrecord/schema'

/** First day of what is known of a date, `YYYY-MM-DD` in UTC: by it quotes are ordered and ranges are cut. */
export function dayOf(when: When): string {
  return when.slice(0, 10).padEnd(10, '-01-01'.slice(when.length === 7 ? 3 : 0))
}

/** Last day of a year, month or day. */
export function lastDayOf(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const end = new Date(`${date}-01T00:00:00.000Z`)
  end.setUTCMonth(end.getUTCMonth() + 1, 0)
  return end.toISOString().slice(0, 10)
}

/** Whether a date lies in a range that takes in whole years, months or days; a date not known lies in no range. */
export function liesBetween(
  when: When | null,
  { from, to }: { from: PartialDate | null; to: PartialDate | null },
): boolean {
  if (from === null && to === null) return true
  if (when === null) return false
  const day = dayOf(when)
  return (from === null || dayOf(from) <= day) && (to === null || day <= lastDayOf(to))
}
