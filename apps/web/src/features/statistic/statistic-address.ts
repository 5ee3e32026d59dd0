import type { ReviewStatus, StatisticQuery } from '@onrecord/schema'

const statuses = ['unchecked', 'verified', 'disputed'] as const satisfies readonly ReviewStatus[]
const isStatus = (text: string): text is (typeof statuses)[number] =>
  statuses.some((status) => status === text)

export type StatisticState = { query: StatisticQuery; cursor: string | null }

export function statisticStateOf(params: URLSearchParams): StatisticState {
  const all = (key: string) =>
    [...new Set(params.getAll(key).map((text) => text.trim()))].filter(
      (text) => text !== '' && text.length <= 200,
    )
  const cursor = params.get('cursor')
  return {
    query: {
      q: (params.get('q') ?? '').toWellFormed().trim().slice(0, 10_000),
      speaker: all('speaker'),
      source: all('source'),
      status: all('status').filter(isStatus),
    },
    cursor: cursor !== null && cursor !== '' && cursor.length <= 200 ? cursor : null,
  }
}

/** The address of a list of statistics, keys sorted, defaults left out. */
export function statisticAddress(
  { q, speaker, source, status }: StatisticQuery,
  cursor: string | null = null,
  path = '/statistics',
): string {
  const pairs = [
    ...(cursor === null ? [] : [['cursor', cursor]]),
    ...(q === '' ? [] : [['q', q]]),
    ...source.map((value) => ['source', value]),
    ...speaker.map((value) => ['speaker', value]),
    ...status.map((value) => ['status', value]),
  ]
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? path : `${path}?${text}`
}

export function isUnfiltered({ q, speaker, source, status }: StatisticQuery): boolean {
  return q === '' && speaker.length + source.length + status.length === 0
}
