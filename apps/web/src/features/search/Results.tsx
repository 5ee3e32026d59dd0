import type { SearchPage } from '@onrecord/schema'
import { useEffect } from 'react'
import { useLive } from '../../lib/live.ts'
import { numberWords } from '../../lib/number.ts'
import { leaveTrail } from '../../lib/trail.ts'
import { QuoteCard } from '../quote/index.ts'
import type { SearchState } from './search-address.ts'
import { searchAddress } from './search-address.ts'
import { PAGE_ROWS } from './tuning.ts'
import { words } from './words.ts'

type Props = { state: SearchState; page: SearchPage; showSpeaker: boolean; level: 2 | 3 }

/** The quotes found, and the way to the next of them. */
export function Results({ state, page, showSpeaker, level }: Props) {
  const { scope, cursor } = state
  const total = words.count(page.total.count, page.total.exact)
  const address = searchAddress(scope, page.understood, cursor)
  const live = useLive()
  useEffect(() => {
    leaveTrail({
      address,
      ids: page.items.map(({ id }) => id),
      first: cursor === null,
      of: numberWords(page.total.count),
    })
  }, [address, page, cursor])
  return (
    <>
      <ol className="results">
        {page.items.map((quote) => (
          <li key={quote.id}>
            <QuoteCard quote={quote} showSpeaker={showSpeaker} level={level} />
          </li>
        ))}
      </ol>
      {(page.next !== null || cursor !== null) && (
        <nav className="pager" aria-label={words.pages}>
          {cursor === null ? (
            <span>{words.range(page.items.length, total)}</span>
          ) : (
            <>
              <a href={searchAddress(scope, page.understood)}>
                {page.understood.sort === 'new' ? words.firstPage : words.firstPageBest}
              </a>
              <span>{words.ofTotal(page.items.length, total)}</span>
            </>
          )}
          {page.next !== null && (
            <a
              className="button pager-next"
              rel="next"
              href={searchAddress(scope, page.understood, page.next)}
            >
              {page.understood.sort === 'new' ? words.older : words.moreResults}{' '}
              <span aria-hidden="true">→</span>
            </a>
          )}
        </nav>
      )}
      {live && page.items.length > 1 && <p className="keys-hint">{words.keysHint}</p>}
    </>
  )
}

export function pageInput(state: SearchState, limit = PAGE_ROWS) {
  return { query: state.query, page: { limit, cursor: state.cursor } }
}
