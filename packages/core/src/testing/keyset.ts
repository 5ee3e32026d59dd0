import type { Page, PageInput } from '@onrecord/schema'
import { DomainError } from '../error.ts'

export type Key = readonly (string | number)[]
/** 1: smallest first; -1: largest first. */
export type Directions = readonly (1 | -1)[]

/** A page of rows in the order of their keys, cut by key: rows added meanwhile neither shift nor repeat it. */
export function keysetPage<T>(
  rows: readonly T[],
  { limit, cursor }: PageInput,
  keyOf: (row: T) => Key,
  directions: Directions,
): Page<T> {
  const after = cursor === null ? null : keyFrom(cursor, directions.length)
  const sorted = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => after === null || compare(key, after, directions) > 0)
    .toSorted((a, b) => compare(a.key, b.key, directions))
  const items = sorted.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ row }) => row),
    next: sorted.length > limit && last !== undefined ? encodeURIComponent(JSON.stringify(last.key)) : null,
  }
}

function compare(a: Key, b: Key, directions: Directions): number {
  for (const [index, direction] of directions.entries()) {
    const left = a[index] ?? ''
    const right = b[index] ?? ''
    if (left !== right) return left < right ? -direction : direction
  }
  return 0
}

function keyFrom(cursor: string, length: number): Key {
  const refused = new DomainError('invalid', 'This cursor is not one of ours. Start again without it.', {
    cursor,
  })
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(cursor))
    if (Array.isArray(parsed) && parsed.length === length) {
      const key = parsed.filter((part: unknown) => typeof part === 'string' || typeof part === 'number')
      if (key.length === length) return key
    }
  } catch {
    throw refused
  }
  throw refused
}
