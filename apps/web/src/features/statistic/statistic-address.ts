import type { ReviewStatus, StatisticQuery, StatisticSort } from '@onrecord/schema'
import { isPartialDate } from '../../lib/when.ts'

const statuses = ['unchecked', 'verified', 'disputed'] as const satisfies readonly ReviewStatus[]
const isStatus = (text: string): text is (typeof statuses)[number] =>
  statuses.some((status) => status === text)

const sorts = [
  'new',
  'value',
  '-value',
  'period',
  '-period',
  'measure',
  'place',
] as const satisfies readonly StatisticSort[]

export type StatisticState = { query: StatisticQuery; cursor: string | null }

export function statisticStateOf(params: URLSearchParams): StatisticState {
  const all = (key: string) =>
    [...new Set(params.getAll(key).map((text) => text.toWellFormed().trim()))].filter(
      (text) => text !== '' && text.length <= 200,
    )
  const date = (key: string) => all(key).find(isPartialDate) ?? null
  const cursor = params.get('cursor')
  return {
    query: {
      q: (params.get('q') ?? '').toWellFormed().trim().slice(0, 10_000),
      speaker: all('speaker'),
      source: all('source'),
      status: all('status').filter(isStatus),
      place: all('place'),
      unit: all('unit'),
      measure: all('measure'),
      from: date('from'),
      to: date('to'),
      sort: sorts.find((sort) => sort === params.get('sort')) ?? 'new',
    },
    cursor: cursor !== null && cursor !== '' && cursor.length <= 200 ? cursor : null,
  }
}

/** The address of a list of statistics, keys sorted, defaults left out. */
export function statisticAddress(
  { q, speaker, source, status, place, unit, measure, from, to, sort }: StatisticQuery,
  cursor: string | null = null,
  path = '/statistics',
): string {
  const pairs = [
    ...(cursor === null ? [] : [['cursor', cursor]]),
    ...(from === null ? [] : [['from', from]]),
    ...measure.map((value) => ['measure', value]),
    ...place.map((value) => ['place', value]),
    ...(q === '' ? [] : [['q', q]]),
    ...(sort === 'new' ? [] : [['sort', sort]]),
    ...source.map((value) => ['source', value]),
    ...speaker.map((value) => ['speaker', value]),
    ...status.map((value) => ['status', value]),
    ...(to === null ? [] : [['to', to]]),
    ...unit.map((value) => ['unit', value]),
  ]
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? path : `${path}?${text}`
}

export function isUnfiltered({
  q,
  speaker,
  source,
  status,
  place,
  unit,
  measure,
  from,
  to,
}: StatisticQuery): boolean {
  const ticked = speaker.length + source.length + status.length + place.length + unit.length + measure.length
  return q === '' && ticked === 0 && from === null && to === null
}
