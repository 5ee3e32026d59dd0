import { DomainError } from '@onrecord/core'
import { QuotationKind, ReviewStatus, SearchPageInput } from '@onrecord/schema'
import type { PageInput, SearchQuery } from '@onrecord/schema'
import type { z } from 'zod'
import { defaultLimit } from '../tuning.ts'

/** What each parameter may be, in words; the keys are all that a mirror reads. */
export const allowed = {
  q: 'up to 10,000 characters',
  speaker: 'slugs of speakers, such as ana-vidal-roche; the key may be repeated',
  source: 'slugs of publishers or ids of sources; the key may be repeated',
  kind: `${QuotationKind.options.join(', ')}; the key may be repeated`,
  status: `${ReviewStatus.options.join(', ')}; the key may be repeated`,
  from: 'a date that exists, as 2024, 2024-05 or 2024-05-03',
  to: 'a date that exists, as 2024, 2024-05 or 2024-05-03',
  sort: 'new or best',
  limit: 'a whole number from 1 to 100',
  cursor: 'the address `next` of the page before, the cursor in it, or `data.next`',
} as const satisfies Record<string, string>
export type Parameter = keyof typeof allowed

/** Reads the query of an address; parameters it does not know are passed over. Throws `invalid`, naming what is allowed. */
export function readSearch(query: URLSearchParams): z.infer<typeof SearchPageInput> {
  const input = {
    query: {
      q: one(query, 'q') ?? '',
      speaker: many(query, 'speaker'),
      source: many(query, 'source'),
      kind: many(query, 'kind'),
      status: many(query, 'status'),
      from: one(query, 'from'),
      to: one(query, 'to'),
      sort: one(query, 'sort') ?? 'new',
    },
    page: readPage(query),
  }
  const parsed = SearchPageInput.safeParse(input)
  if (parsed.success) return parsed.data
  const name = parsed.error.issues[0]?.path[1]
  const known = isParameter(name) ? name : 'q'
  throw notAllowed(known, query, allowed[known])
}

/** `limit` and `cursor` of an address. Throws `invalid`. */
export function readPage(query: URLSearchParams): PageInput {
  const limit = one(query, 'limit') ?? String(defaultLimit)
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 100)
    throw notAllowed('limit', query, allowed.limit)
  const cursor = cursorIn(one(query, 'cursor'))
  if (cursor !== null && cursor.length > 200) throw notAllowed('cursor', query, allowed.cursor)
  return { limit: Number(limit), cursor }
}

/** The cursor itself, also where the whole address it stands in was given. */
function cursorIn(given: string | null): string | null {
  if (given === null || !/^(https?:\/)?\/|^\?/i.test(given)) return given
  const at = given.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : given.slice(at + 1)).get('cursor') ?? given
}

/** The values of a repeated key, empty ones left out. */
export function many(query: URLSearchParams, name: string): string[] {
  return [...new Set(query.getAll(name).filter((value) => value !== ''))]
}

/** The one value of a key; null where it is missing or empty. Throws `invalid` if two differ. */
export function one(query: URLSearchParams, name: Parameter, rule: string = allowed[name]): string | null {
  const values = many(query, name)
  if (values.length > 1)
    throw new DomainError('invalid', `${name} may be given once.`, {
      parameter: name,
      allowed: rule,
    })
  return values[0] ?? null
}

export function notAllowed(name: string, query: URLSearchParams, rule: string): DomainError {
  const value = query.getAll(name).join(' ').slice(0, 100)
  return new DomainError('invalid', `${name} does not fit: write ${rule}.`, {
    parameter: name,
    value,
    allowed: rule,
  })
}

/** Writes a search as the query of an address: keys in order of the alphabet, defaults left out. */
export function writeSearch(query: SearchQuery, page: PageInput): string {
  const written = new URLSearchParams()
  const add = (name: Parameter, values: readonly string[]) => {
    for (const value of values.toSorted()) written.append(name, value)
  }
  if (page.cursor !== null) add('cursor', [page.cursor])
  if (query.from !== null) add('from', [query.from])
  add('kind', query.kind)
  if (page.limit !== defaultLimit) add('limit', [String(page.limit)])
  if (query.q !== '') add('q', [query.q])
  if (query.sort !== 'new') add('sort', [query.sort])
  add('source', query.source)
  add('speaker', query.speaker)
  add('status', query.status)
  if (query.to !== null) add('to', [query.to])
  return written.toString()
}

function isParameter(name: unknown): name is Parameter {
  return typeof name === 'string' && name in allowed
}
