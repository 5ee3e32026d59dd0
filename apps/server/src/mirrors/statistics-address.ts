import { StatisticListInput } from '@onrecord/schema'
import type { PageInput, StatisticQuery } from '@onrecord/schema'
import type { z } from 'zod'
import { defaultLimit } from '../tuning.ts'
import { many, notAllowed, one, readPage } from './search-address.ts'
import type { Parameter } from './search-address.ts'

/** Reads the query of `/statistics.json`: q, speaker, source, status, limit, cursor. Throws `invalid`, naming what is allowed. */
export function readStatistics(query: URLSearchParams): z.infer<typeof StatisticListInput> {
  const parsed = StatisticListInput.safeParse({
    query: {
      q: one(query, 'q') ?? '',
      speaker: many(query, 'speaker'),
      source: many(query, 'source'),
      status: many(query, 'status'),
    },
    page: readPage(query),
  })
  if (parsed.success) return parsed.data
  const name = parsed.error.issues[0]?.path[1]
  throw notAllowed(name === 'status' || name === 'speaker' || name === 'source' ? name : 'q', query)
}

/** Writes a list of statistics as the query of an address: keys in order of the alphabet, defaults left out. */
export function writeStatistics(query: StatisticQuery, page: PageInput): string {
  const written = new URLSearchParams()
  const add = (name: Parameter, values: readonly string[]) => {
    for (const value of values.toSorted()) written.append(name, value)
  }
  if (page.cursor !== null) add('cursor', [page.cursor])
  if (page.limit !== defaultLimit) add('limit', [String(page.limit)])
  if (query.q !== '') add('q', [query.q])
  add('source', query.source)
  add('speaker', query.speaker)
  add('status', query.status)
  return written.toString()
}
