import type { QuotationKind, ReviewStatus, SearchQuery } from '@onrecord/schema'
import { isPartialDate } from '../../lib/when.ts'

/** Where a search stands: over everything, or within what one speaker said. */
export type Scope = { path: string; speaker: string | null }
export const EVERYTHING: Scope = { path: '/', speaker: null }

export type SearchState = {
  scope: Scope
  query: SearchQuery
  cursor: string | null
  /** Dates as typed that are none, by field. */
  badDates: readonly { field: 'from' | 'to'; text: string }[]
}

export const kinds = ['direct', 'mixed', 'indirect', 'term'] as const satisfies readonly QuotationKind[]
export const statuses = ['unchecked', 'verified', 'disputed'] as const satisfies readonly ReviewStatus[]

const isKind = (text: string): text is (typeof kinds)[number] => kinds.some((kind) => kind === text)
const isStatus = (text: string): text is (typeof statuses)[number] =>
  statuses.some((status) => status === text)

/** Reads the state of a search from an address; unknown keys and values are left out. */
export function searchStateOf(params: URLSearchParams, scope: Scope = EVERYTHING): SearchState {
  const all = (key: string) =>
    [...new Set(params.getAll(key).map((text) => text.trim()))].filter(
      (text) => text !== '' && text.length <= 200,
    )
  const date = (field: 'from' | 'to') => {
    const text = (params.get(field) ?? '').trim()
    if (text === '') return { value: null, bad: [] }
    return isPartialDate(text)
      ? { value: text, bad: [] }
      : { value: null, bad: [{ field, text: text.slice(0, 40) }] }
  }
  const from = date('from')
  const to = date('to')
  const cursor = params.get('cursor')
  return {
    scope,
    query: {
      q: (params.get('q') ?? '').toWellFormed().trim().slice(0, 10_000),
      speaker: scope.speaker === null ? all('speaker') : [scope.speaker],
      source: all('source'),
      kind: all('kind').filter(isKind),
      status: all('status').filter(isStatus),
      from: from.value,
      to: to.value,
      sort: params.get('sort') === 'best' ? 'best' : 'new',
    },
    cursor: cursor !== null && cursor !== '' && cursor.length <= 200 ? cursor : null,
    badDates: [...from.bad, ...to.bad],
  }
}

/** The query part of an address, keys sorted, defaults left out: `?kind=direct&q=fares`, or nothing. */
export function searchParamsOf(scope: Scope, query: SearchQuery, cursor: string | null): string {
  const { q, speaker, source, kind, status, from, to, sort } = query
  const pairs = [
    ...(cursor === null ? [] : [['cursor', cursor]]),
    ...(from === null ? [] : [['from', from]]),
    ...kind.map((value) => ['kind', value]),
    ...(q === '' ? [] : [['q', q]]),
    ...(sort === 'new' ? [] : [['sort', sort]]),
    ...source.map((value) => ['source', value]),
    ...(scope.speaker === null ? speaker.map((value) => ['speaker', value]) : []),
    ...status.map((value) => ['status', value]),
    ...(to === null ? [] : [['to', to]]),
  ]
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `?${text}`
}

/** The address of a search; a changed query starts at its first page. */
export function searchAddress(scope: Scope, query: SearchQuery, cursor: string | null = null): string {
  return `${scope.path}${searchParamsOf(scope, query, cursor)}`
}

/** The address of a search as asked for: a date that is none stays in it as typed, for the page to say so. */
export function stateAddress({ scope, query, cursor, badDates }: SearchState): string {
  const typed = (field: 'from' | 'to') => badDates.find((bad) => bad.field === field)?.text ?? query[field]
  return searchAddress(scope, { ...query, from: typed('from'), to: typed('to') }, cursor)
}

const keys = ['cursor', 'from', 'kind', 'q', 'sort', 'source', 'speaker', 'status', 'to']

/** Whether an address carries empty fields, as a form without script sends them. */
export function hasEmptyFields(params: URLSearchParams): boolean {
  return keys.some((key) => params.getAll(key).some((text) => text.trim() === ''))
}

/** Whether nothing is asked for: the first visit. */
export function isFirstVisit({ scope, query, cursor, badDates }: SearchState): boolean {
  return cursor === null && badDates.length === 0 && scope.speaker === null && isUnfiltered(scope, query)
}

/** Whether no words and no filters are set, the scope's own speaker apart. */
export function isUnfiltered(
  scope: Scope,
  { q, speaker, source, kind, status, from, to }: SearchQuery,
): boolean {
  const speakers = scope.speaker === null ? speaker.length : 0
  return (
    q === '' && speakers + source.length + kind.length + status.length === 0 && from === null && to === null
  )
}

/** The query without one filter, or without one value of it. */
export function without(
  query: SearchQuery,
  filter: keyof Omit<SearchQuery, 'sort'>,
  value?: string,
): SearchQuery {
  switch (filter) {
    case 'q':
      return { ...query, q: '' }
    case 'from':
    case 'to':
      return { ...query, [filter]: null }
    case 'speaker':
    case 'source':
    case 'kind':
    case 'status':
      return { ...query, [filter]: value === undefined ? [] : query[filter].filter((one) => one !== value) }
    default:
      return filter satisfies never
  }
}
