import type { PartialDate, StatisticCard, StatisticQuery } from '@onrecord/schema'
import { dayOf, lastDayOf } from './day.ts'

/** A query that every public statistic fits. */
export const anyStatistic: StatisticQuery = {
  q: '',
  speaker: [],
  source: [],
  status: [],
  place: [],
  unit: [],
  measure: [],
  from: null,
  to: null,
  sort: 'new',
}

/** Whether a period and a range of whole years, months or days have a day in common; one without dates has none. */
export function holdsDuring(
  period: StatisticCard['period'],
  { from, to }: { from: PartialDate | null; to: PartialDate | null },
): boolean {
  if (from === null && to === null) return true
  if (period === null || (period.from === null && period.to === null)) return false
  const starts = period.from === null || to === null || dayOf(period.from) <= lastDayOf(to)
  if (from === null || !starts) return starts
  if (period.to !== null) return dayOf(period.to) > dayOf(from)
  return !period.asOf || (period.from !== null && lastDayOf(period.from) >= dayOf(from))
}
