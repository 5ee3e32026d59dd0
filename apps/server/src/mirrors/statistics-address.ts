import { StatisticListInput, StatisticSort } from '@onrecord/schema'
import type { PageInput, StatisticQuery } from '@onrecord/schema'
import type { z } from 'zod'
import { defaultLimit } from '../tuning.ts'
import { allowed, many, notAllowed, one, readPage } from './search-address.ts'

const allowedHere = {
  ...allowed,
  source: 'ids of sources; the key may be repeated',
  place: 'names or codes of places, such as port elden or ch-zh; the key may be repeated',
  unit: 'units, such as percent, currency:gbp or count:workers; the key may be repeated',
  measure: 'series, as they stand in `series` of a row; the key may be repeated',
  sort: StatisticSort.options.join(', '),
} as const satisfies Record<string, string>
type StatisticParameter = keyof typeof allowedHere

/** Reads the query of a list of statistics; parameters it does not know are passed over. Throws `invalid`, naming what is allowed. */
export function readStatistics(query: URLSearchParams): z.infer<typeof StatisticListInput> {
  const parsed = StatisticListInput.safeParse({
    query: {
      q: one(query, 'q') ?? '',
      speaker: many(query, 'speaker'),
      source: many(query, 'source'),
      status: many(query, 'status'),
      place: many(query, 'place'),
      unit: many(query, 'unit'),
      measure: many(query, 'measure'),
      from: one(query, 'from'),
      to: one(query, 'to'),
      sort: one(query, 'sort', allowedHere.sort) ?? 'new',
    },
    page: readPage(query),
  })
  if (parsed.success) return parsed.data
  const name = parsed.error.issues[0]?.path[1]
  const known = isParameter(name) ? name : 'q'
  throw notAllowed(known, query, allowedHere[known])
}

/** Writes a list of statistics as the query of an address: keys in order of the alphabet, defaults left out. */
export function writeStatistics(query: StatisticQuery, page: PageInput): string {
  const written = new URLSearchParams()
  const add = (name: StatisticParameter, values: readonly string[]) => {
    for (const value of values.toSorted()) written.append(name, value)
  }
  if (page.cursor !== null) add('cursor', [page.cursor])
  if (query.from !== null) add('from', [query.from])
  if (page.limit !== defaultLimit) add('limit', [String(page.limit)])
  add('measure', query.measure)
  add('place', query.place)
  if (query.q !== '') add('q', [query.q])
  if (query.sort !== 'new') add('sort', [query.sort])
  add('source', query.source)
  add('speaker', query.speaker)
  add('status', query.status)
  if (query.to !== null) add('to', [query.to])
  add('unit', query.unit)
  return written.toString()
}

function isParameter(name: unknown): name is StatisticParameter {
  return typeof name === 'string' && name in allowedHere
}
