const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A partial date or an instant as read: `2024`, `March 2026`, `12 Mar 2026`. Instants in UTC. */
export function dateWords(when: string): string {
  const [year = '', month, day] = when.slice(0, 10).split('-')
  if (month === undefined) return year
  if (day === undefined) return `${longMonths[Number(month) - 1] ?? month} ${year}`
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** An instant to the minute: `12 Mar 2026 09:14`, in UTC. */
export function timeWords(instant: string): string {
  return `${dateWords(instant)} ${instant.slice(11, 16)}`
}

/** Whether the words are a partial date that exists: `2024`, `2024-05`, `2024-05-03`. */
export function isPartialDate(text: string): boolean {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1
}

/** The last year, month or day before an end that is not included. */
export function lastBefore(end: string): string {
  const [year = 0, month, day] = end.split('-').map(Number)
  if (month === undefined) return pad(year - 1, 4)
  if (day === undefined) return month > 1 ? `${pad(year, 4)}-${pad(month - 1, 2)}` : `${pad(year - 1, 4)}-12`
  const date = new Date(Date.UTC(2000, month - 1, day - 1))
  date.setUTCFullYear(year, month - 1, day - 1)
  return date.toISOString().slice(0, 10)
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
