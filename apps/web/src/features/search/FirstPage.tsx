import type { MetaView, SearchPage as Answer, Suggestions } from '@onrecord/schema'
import { countWords } from '../../lib/number.ts'
import { Narrow } from './Narrow.tsx'
import { Results } from './Results.tsx'
import type { SearchState } from './search-address.ts'
import { SEARCH_FORM } from './SearchPage.tsx'
import { FIRST_SPEAKERS } from './tuning.ts'
import { words } from './words.ts'

type Props = { state: SearchState; meta: MetaView; page: Answer; suggestions: Suggestions | null }

/** The first visit: what there is, who speaks most, what came last. */
export function FirstPage({ state, meta, page, suggestions }: Props) {
  const { overview } = meta
  const speakers = (suggestions?.speakers ?? []).filter(({ quotes }) => quotes > 0).slice(0, FIRST_SPEAKERS)
  return (
    <div className="first-page">
      <div className="first-head">
        {meta.name !== words.software && <p className="eyebrow">{meta.name}</p>}
        <h1>{words.firstTitle}</h1>
        {overview.quotes > 0 && <p className="figures">{words.firstFigures(overview)}</p>}
      </div>
      {overview.quotes === 0 ? (
        <div className="zero">
          <p>
            <strong>{words.empty}</strong>
          </p>
          <p>
            {words.emptyHint} <code>{words.emptyCommand}</code>.
          </p>
        </div>
      ) : (
        <div className="search-page">
          <div className="search-main">
            <h2 className="latest">{words.latest}</h2>
            <Results state={state} page={page} showSpeaker level={3} />
          </div>
          <div className="search-side">
            {speakers.length > 0 && (
              <section className="top-speakers" aria-labelledby="speakers">
                <h2 id="speakers">{words.speakers}</h2>
                <ul>
                  {speakers.map(({ id, name, slug, role, quotes }) => (
                    <li key={id}>
                      <a href={`/speakers/${slug}`} dir="auto">
                        {name}
                      </a>
                      <span className="top-count">{countWords(quotes, 'quote')}</span>
                      {role !== null && role !== name && <span className="top-role">{role}</span>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Narrow
              state={state}
              form={SEARCH_FORM}
              query={page.understood}
              inUse={0}
              speakers={speakers.length === 0}
            />
          </div>
        </div>
      )}
    </div>
  )
}
