import { PartialDate } from '@onrecord/schema'
import type { When } from '@onrecord/schema'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const earliest = 1400
const latest = 2200

/**
 * A date as pages and files print it, as a partial date or a UTC instant: ISO 8601 with or without time and zone,
 * RFC 822, «14 October 2031», «October 14, 2031». Impossible and unread ones give null. A time without a zone is
 * cut to its day, since nobody can say which instant it was.
 */
export function toWhen(value: unknown): When | null {
  if (value instanceof Date) return plausible(value.getUTCFullYear()) ? value.toISOString() : null
  if (typeof value !== 'string' || value.length > 200) return null
  const text = value.trim().replace(/\s+/gu, ' ')
  return isoDate(text) ?? namedDate(text)
}

/** What to say of a date that was given and cannot be read; null where none was given or it is one. */
export function unreadDate(field: string, value: unknown): string | null {
  if (value === undefined || value === null || value === '' || toWhen(value) !== null) return null
  const written = JSON.stringify(value).slice(0, 80)
  return `"${field}" is ${written}, which is no date; it is left out. Write 2031-05-13, 2031-05, 2031 or 2031-05-13T09:00:00Z.`
}

const printedDays =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b/gu

/** The days (YYYY-MM-DD) a line names in figures or English words, in order, each with where it stands in the line. */
export function daysIn(line: string): { day: string; start: number; end: number }[] {
  return [...line.matchAll(printedDays)].flatMap((match) => {
    const day = toWhen(match[0])
    return day !== null && day.length === 10
      ? [{ day, start: match.index, end: match.index + match[0].length }]
      : []
  })
}

function isoDate(text: string): When | null {
  const match =
    /^(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](?<time>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/iu.exec(
      text,
    )
  if (match?.groups === undefined) return compactDate(text)
  const { date, time, zone } = match.groups
  const day = realDate(date)
  if (day === null || time === undefined || zone === undefined || day.length < 10) return day
  const offset = /^[+-]/u.test(zone)
    ? zone.replace(/^([+-]\d{2}):?(\d{2})?$/u, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`)
    : 'Z'
  const instant = new Date(`${day}T${time.replace(',', '.').padStart(5, '0')}${offset}`)
  return Number.isNaN(instant.getTime()) ? day : instant.toISOString()
}

function compactDate(text: string): When | null {
  const match = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/u.exec(text)
  return match?.groups === undefined
    ? null
    : realDate(`${match.groups['year']}-${match.groups['month']}-${match.groups['day']}`)
}

function namedDate(text: string): When | null {
  const rfc =
    /^(?:\p{L}{3,9}, ?)?\d{1,2} \p{L}{3} \d{4} \d{1,2}:\d{2}(?::\d{2})? (?:[A-Z]{1,4}|[+-]\d{4})$/u.test(text)
  if (rfc) {
    const instant = new Date(text)
    if (!Number.isNaN(instant.getTime()) && plausible(instant.getUTCFullYear())) return instant.toISOString()
  }
  const dayFirst =
    /\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>\p{L}{3,9})\.?,? (?<year>\d{4})\b/u.exec(text)
  const monthFirst = /\b(?<month>\p{L}{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/u.exec(
    text,
  )
  const groups = dayFirst?.groups ?? monthFirst?.groups
  if (groups !== undefined) return fromName(groups['year'], groups['month'], groups['day'])
  const month = /^(?<month>\p{L}{3,9})\.? (?<year>\d{4})$/u.exec(text)
  return month?.groups === undefined ? null : fromName(month.groups['year'], month.groups['month'], undefined)
}

function fromName(year: string | undefined, name: string | undefined, day: string | undefined): When | null {
  if (year === undefined || name === undefined) return null
  const lower = name.toLowerCase()
  const month = months.findIndex(
    (full) => full === lower || full.slice(0, 3) === lower || (lower === 'sept' && full === 'september'),
  )
  if (month < 0) return null
  const parts = [year, String(month + 1).padStart(2, '0')]
  if (day !== undefined) parts.push(day.padStart(2, '0'))
  return realDate(parts.join('-'))
}

function realDate(text: string | undefined): PartialDate | null {
  const parsed = PartialDate.safeParse(text)
  return parsed.success && plausible(Number(parsed.data.slice(0, 4))) ? parsed.data : null
}

function plausible(year: number): boolean {
  return year >= earliest && year <= latest
}
