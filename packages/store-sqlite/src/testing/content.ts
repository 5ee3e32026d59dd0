import type { Store } from '@onrecord/core'

/** Everything a store holds, in the order of its dump. */
export async function contentOf(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const line of store.dump()) lines.push(JSON.stringify(line))
  return lines
}
