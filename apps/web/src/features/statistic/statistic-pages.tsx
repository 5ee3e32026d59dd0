import type { StatisticId } from '@onrecord/schema'
import { observationOf } from '@onrecord/schema/citation'
import { answerIfAny, answerOf } from '../../lib/answers.ts'
import type { Opened } from '../../lib/page.ts'
import { statisticAddress, statisticStateOf } from './statistic-address.ts'
import { StatisticPage } from './StatisticPage.tsx'
import { StatisticsPage } from './StatisticsPage.tsx'
import { MOST_SOURCES, PAGE_ROWS } from './tuning.ts'
import { words } from './words.ts'

const isStatisticId = (text: string): text is StatisticId => /^sta_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)

/** `/statistics` */
export function statisticsPage({ pathname, searchParams }: URL): Opened | null {
  if (pathname !== '/statistics') return null
  const state = statisticStateOf(searchParams)
  const input = { query: state.query, page: { limit: PAGE_ROWS, cursor: state.cursor } }
  const sourcesInput = { page: { limit: MOST_SOURCES, cursor: null } }
  const address = statisticAddress(state.query, state.cursor)
  return {
    name: 'statistics',
    address,
    script: true,
    needs: [
      { path: 'statistic.list', input, late: false },
      { path: 'source.list', input: sourcesInput, late: true },
    ],
    show(cache) {
      const page = answerOf(cache, 'statistic.list', input)
      return {
        kind: 'page',
        status: 200,
        settledWords: words.count(page.total.count, page.total.exact),
        head: {
          title: words.title,
          description: words.description,
          canonical: address,
          alternates: [
            {
              type: 'application/json',
              href: statisticAddress(state.query, null, '/statistics.json'),
              title: 'JSON',
            },
            { type: 'text/csv', href: statisticAddress(state.query, null, '/statistics.csv'), title: 'CSV' },
          ],
          index: true,
          jsonLd: null,
        },
        body: (
          <StatisticsPage
            state={state}
            page={page}
            sources={answerIfAny(cache, 'source.list', sourcesInput)}
          />
        ),
      }
    },
  }
}

/** `/statistics/:id` */
export function statisticPage({ pathname, origin }: URL): Opened | null {
  const id = /^\/statistics\/([^/.]+)$/.exec(pathname)?.[1]
  if (id === undefined || !isStatisticId(id)) return null
  const address = `/statistics/${id}`
  return {
    name: address,
    address,
    script: true,
    needs: [{ path: 'statistic.get', input: { id }, late: false }],
    show(cache) {
      const statistic = answerOf(cache, 'statistic.get', { id })
      const decided = statistic.review === 'verified' || statistic.review === 'disputed'
      return {
        kind: 'page',
        status: 200,
        head: {
          title: words.statTitle(statistic.surface, statistic.measure),
          description: words.statDescription(statistic.surface, statistic.source.title),
          canonical: address,
          alternates: [
            { type: 'application/json', href: `${address}.json`, title: 'JSON' },
            ...(decided && statistic.unread === null
              ? [{ type: 'application/ld+json', href: `${address}.jsonld`, title: 'JSON-LD' }]
              : []),
          ],
          index: decided,
          jsonLd: observationOf(statistic, `${origin}${address}`),
        },
        body: <StatisticPage statistic={statistic} />,
      }
    },
  }
}
