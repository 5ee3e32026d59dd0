import type { Page, PageInput } from '@onrecord/schema'
import { ROWS } from './tuning.ts'

/** Every row of a paged list, one page after the other. */
export async function everyRow<T>(
  load: (page: PageInput) => Promise<Page<T>>,
  most = Infinity,
): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await load({ limit: ROWS, cursor })
    rows.push(...page.items)
    cursor = page.next
  } while (cursor !== null && rows.length < most)
  return rows
}
