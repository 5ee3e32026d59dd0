import type { Facets, SearchPage as Answer } from '@onrecord/schema'
import { Notice } from '../../ui/Notice.tsx'
import { Chips } from './Chips.tsx'
import { filtersOf, namesOf } from './filters.ts'
import { Narrow } from './Narrow.tsx'
import { Results } from './Results.tsx'
import type { SearchState } from './search-address.ts'
import { searchAddress } from './search-address.ts'
import { words } from './words.ts'
import { Zero } from './Zero.tsx'

/** Id of the search form in the header, which the filters belong to. */
export const SEARCH_FORM = 'search'

type Props = { state: SearchState; page: Answer; facets: Facets | null }

/** What a search found. */
export function SearchPage({ state, page, facets }: Props) {
  const { scope } = state
  const count = words.count(page.total.count, page.total.exact)
  const names = namesOf(
    facets,
    page.items.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  )
  const filters = filtersOf(scope, page.understood, names)
  return (
    <div className="search-page">
      <div className="search-main">
        <div className="results-head">
          <h1 className="results-count">{page.total.count === 0 ? words.zero : count}</h1>
          {page.total.count > 0 && <Tools state={state} page={page} />}
        </div>
        <Chips filters={filters} />
        <Notices state={state} page={page} />
        {page.total.count === 0 ? (
          <Zero scope={scope} page={page} names={names} />
        ) : (
          <Results state={state} page={page} showSpeaker level={2} />
        )}
      </div>
      <div className="search-side">
        <Narrow state={state} form={SEARCH_FORM} query={page.understood} inUse={filters.length} speakers />
      </div>
    </div>
  )
}

/** Order and formats. */
export function Tools({ state: { scope }, page: { understood } }: { state: SearchState; page: Answer }) {
  const orders = [
    { sort: 'new', label: words.newest },
    { sort: 'best', label: words.best },
  ] as const
  const mirror = scope.path === '/' ? '/search.json' : `${scope.path}.json`
  return (
    <div className="tools">
      <a className="to-narrow" href="#narrow">
        {words.narrow}
      </a>
      {understood.q !== '' && (
        <nav className="orders" aria-label={words.sortLabel}>
          {orders.map(({ sort, label }) => (
            <a
              key={sort}
              href={searchAddress(scope, { ...understood, sort })}
              aria-current={understood.sort === sort ? 'true' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
      )}
      <a href={searchAddress({ ...scope, path: mirror }, understood)} type="application/json">
        {words.json}
      </a>
    </div>
  )
}

/** What was not understood, above the results; a bad date of the address itself never reaches the server. */
export function Notices({ state: { badDates }, page }: { state: SearchState; page: Answer }) {
  return (
    <>
      {badDates.map(({ field, text }) => (
        <Notice key={field} tone="warn">
          <p>{words.dateLeftOut(text)}</p>
        </Notice>
      ))}
      {page.notices.map(({ code, text }) => (
        <Notice key={`${code} ${text}`}>
          <p>{noticeWords(code, text)}</p>
        </Notice>
      ))}
    </>
  )
}

function noticeWords(code: Answer['notices'][number]['code'], text: string): string {
  switch (code) {
    case 'unknownSpeaker':
      return words.unknownSpeaker(text)
    case 'unknownSource':
      return words.unknownSource(text)
    case 'badDate':
      return words.badDate(text)
    case 'nothingToSearch':
      return words.nothingToSearch(text)
    case 'datesReversed':
      return words.datesReversed
    default:
      return code satisfies never
  }
}
