import { answerIfAny, answerOf } from '../../lib/answers.ts'
import type { Need } from '../../lib/answers.ts'
import { moved } from '../../lib/page.ts'
import type { Opened } from '../../lib/page.ts'
import { FirstPage } from './FirstPage.tsx'
import { pageInput } from './Results.tsx'
import { hasEmptyFields, isFirstVisit, searchAddress, searchStateOf, stateAddress } from './search-address.ts'
import { SearchPage } from './SearchPage.tsx'
import { LATEST_ROWS, PAGE_ROWS } from './tuning.ts'
import { words } from './words.ts'

const topSpeakers = { words: '' }

/** `/`: the first visit and every search. */
export function searchPage({ pathname, searchParams }: URL): Opened | null {
  if (pathname === '/search') return moved(`/${searchParams.size === 0 ? '' : `?${searchParams}`}`)
  if (pathname !== '/') return null
  const state = searchStateOf(searchParams)
  if (hasEmptyFields(searchParams)) return moved(stateAddress(state))
  const first = isFirstVisit(state)
  const input = pageInput(state, first ? LATEST_ROWS : PAGE_ROWS)
  const facetsNeed: Need = { path: 'search.facets', input: { query: state.query }, late: true }
  return {
    name: 'search',
    address: stateAddress(state),
    script: true,
    needs: [
      { path: 'search.page', input, late: false },
      facetsNeed,
      ...(first
        ? ([
            { path: 'meta.get', input: undefined, late: false },
            { path: 'search.suggest', input: topSpeakers, late: true },
          ] satisfies Need[])
        : []),
    ],
    show(cache) {
      const page = answerOf(cache, 'search.page', input)
      const facets = answerIfAny(cache, 'search.facets', { query: state.query })
      const settled = searchAddress(state.scope, page.understood, state.cursor)
      const count = words.count(page.total.count, page.total.exact)
      return {
        kind: 'page',
        status: 200,
        settledWords: count,
        // A notice would be lost with the words it is about.
        ...(page.notices.length === 0 && state.badDates.length === 0 ? { settled } : {}),
        head: {
          title: first ? '' : words.titleOf(page.understood.q, count),
          description: words.firstDescription,
          canonical: settled,
          alternates: [
            {
              type: 'text/csv',
              href: searchAddress({ ...state.scope, path: '/search.csv' }, page.understood),
              title: 'CSV',
            },
            {
              type: 'application/json',
              href: searchAddress({ ...state.scope, path: '/search.json' }, page.understood),
              title: 'JSON',
            },
          ],
          index: first,
          jsonLd: null,
        },
        body: first ? (
          <FirstPage
            state={state}
            meta={answerOf(cache, 'meta.get', undefined)}
            page={page}
            suggestions={answerIfAny(cache, 'search.suggest', topSpeakers)}
          />
        ) : (
          <SearchPage state={state} page={page} facets={facets} />
        ),
      }
    },
  }
}
