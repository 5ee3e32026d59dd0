import { expect, test } from 'vitest'
import { DomainError } from '../../error.ts'
import type { ErrorCode } from '../../error.ts'
import { termsOf } from '../../query-words.ts'
import type { Store } from '../../store.ts'
import { query } from '../world.ts'

export type MakeStore = () => Promise<Store>

/** A test with a store of its own, closed when it ends. */
export function testOn(
  make: MakeStore,
  name: string,
  body: (store: Store) => Promise<void>,
  timeoutMs = 60_000,
): void {
  // oxlint-disable-next-line vitest/expect-expect -- the assertions are the caller's
  test(
    // oxlint-disable-next-line vitest/valid-title -- so is the name
    name,
    async () => {
      const store = await make()
      try {
        await body(store)
      } finally {
        await store.close()
      }
    },
    timeoutMs,
  )
}

export async function expectCode(promise: Promise<unknown>, code: ErrorCode): Promise<DomainError> {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(DomainError)
  if (!(thrown instanceof DomainError)) throw new TypeError('unreachable')
  expect(thrown.code).toBe(code)
  return thrown
}

/** Every row of a paged list, a few rows at a time. */
export async function allOf<T>(
  load: (page: {
    limit: number
    cursor: string | null
  }) => Promise<{ items: readonly T[]; next: string | null }>,
  limit = 3,
): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const page: { items: readonly T[]; next: string | null } = await load({ limit, cursor })
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

/** Everything a store holds, to compare two moments or two stores. */
export async function contentOf(store: Store): Promise<string[]> {
  const lines = []
  for await (const line of store.dump()) lines.push(JSON.stringify(line))
  return lines.toSorted()
}

export const PAGE = { limit: 100, cursor: null }

/** Texts of the quotes found, in order. */
export const textsOf = async (store: Store, q: string, said: Parameters<typeof query>[0] = {}) =>
  (await store.search(query({ terms: termsOf(q), ...said }), PAGE)).items.map(({ text }) => text)
