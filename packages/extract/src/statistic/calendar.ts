import type { Grain } from '@onrecord/schema'

export type GrainName = Grain

/** Days since 1970-01-01; `to` is exclusive, null is open. */
export type Interval = { from: number | null; to: number | null; grain: GrainName }

const DAY = 86_400_000

/** The day number of a date; months from 1, overflow carries on («month 13» is January of the next year). */
export function dayOf(year: number, month = 1, day = 1): number {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year + date.getUTCFullYear() - 2000)
  return Math.round(date.getTime() / DAY)
}

export function dateOf(day: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * DAY)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  }
}

export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return dateOf(dayOf(year, month, day)).month === month
}

export const dayInterval = (year: number, month: number, day: number): Interval => {
  const from = dayOf(year, month, day)
  return { from, to: from + 1, grain: 'day' }
}
export const monthInterval = (
  year: number,
  month: number,
  months = 1,
  grain: GrainName = 'month',
): Interval => ({
  from: dayOf(year, month),
  to: dayOf(year, month + months),
  grain,
})
export const yearInterval = (year: number, years = 1, grain: GrainName = 'year'): Interval => ({
  from: dayOf(year),
  to: dayOf(year + years),
  grain,
})

/** The interval of `grain` that holds `day`, moved by `steps` of it; weeks begin on Monday. */
export function around(day: number, grain: GrainName, steps = 0): Interval {
  const { year, month, weekday } = dateOf(day)
  switch (grain) {
    case 'week': {
      const from = day - ((weekday + 6) % 7) + 7 * steps
      return { from, to: from + 7, grain }
    }
    case 'month':
      return monthInterval(year, month + steps)
    case 'quarter':
      return monthInterval(year, Math.floor((month - 1) / 3) * 3 + 1 + 3 * steps, 3, grain)
    case 'half':
      return monthInterval(year, month <= 6 ? 1 + 6 * steps : 7 + 6 * steps, 6, grain)
    case 'year':
      return yearInterval(year + steps)
    case 'decade':
      return yearInterval(Math.floor(year / 10) * 10 + 10 * steps, 10, grain)
    case 'century':
      return yearInterval(Math.floor(year / 100) * 100 + 100 * steps, 100, grain)
    case 'day':
    case 'instant':
      return { from: day + steps, to: day + steps + 1, grain: 'day' }
    default:
      return grain satisfies never
  }
}

/** `day` moved by whole units; a day that the month does not have becomes its last. */
export function shifted(day: number, grain: GrainName, steps: number): number {
  const { year, month, day: date } = dateOf(day)
  switch (grain) {
    case 'week':
      return day + 7 * steps
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
    case 'decade':
    case 'century': {
      const months = monthsOf[grain] * steps
      const last = dayOf(year, month + months + 1) - dayOf(year, month + months)
      return dayOf(year, month + months, Math.min(date, last))
    }
    case 'day':
    case 'instant':
      return day + steps
    default:
      return grain satisfies never
  }
}
const monthsOf = { month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200 } as const

/** ISO 8601, as precise as the grain; null where the calendar of four-digit years ends. */
export function isoOf(day: number | null, grain: GrainName): string | null {
  if (day === null || !Number.isFinite(day)) return null
  const { year, month, day: date } = dateOf(day)
  if (!(year >= 0 && year <= 9999)) return null
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  const exact = date !== 1 ? 'day' : month !== 1 ? 'month' : 'year'
  const wanted =
    grain === 'day' || grain === 'week' || grain === 'instant'
      ? 'day'
      : grain === 'month' || grain === 'quarter' || grain === 'half'
        ? 'month'
        : 'year'
  if (wanted === 'day' || exact === 'day') return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
  return wanted === 'month' || exact === 'month' ? `${pad(year, 4)}-${pad(month, 2)}` : pad(year, 4)
}

/** Easter Sunday of the Gregorian calendar. */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return dayOf(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}
