/** Whether a parsed value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The trimmed string, or null where the value is no string or has nothing to read. */
export function words(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.toWellFormed().replace(/\s+/gu, ' ').trim()
  return text === '' ? null : text
}
