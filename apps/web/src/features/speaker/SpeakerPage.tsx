import type { Facets, SearchPage, SpeakerView } from '@onrecord/schema'
import { countWords } from '../../lib/number.ts'
import { dateWords } from '../../lib/when.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { speakerKindWords } from '../quote/index.ts'
import {
  Chips,
  filtersOf,
  isUnfiltered,
  namesOf,
  Narrow,
  Notices,
  Results,
  searchAddress,
  searchWords,
  Tools,
  Zero,
} from '../search/index.ts'
import type { SearchState } from '../search/index.ts'
import { SpeakerRoles } from './SpeakerRoles.tsx'
import { words } from './words.ts'

const FORM = 'within'

type Props = { speaker: SpeakerView; state: SearchState; page: SearchPage; facets: Facets | null }

/** One speaker's record: who it is, and everything said. */
export function SpeakerPage({ speaker, state, page, facets }: Props) {
  const { scope } = state
  const names = namesOf(facets, [])
  const filters = filtersOf(scope, page.understood, names)
  return (
    <div className="speaker-page">
      <header className="speaker-head">
        <p className="eyebrow">{speakerKindWords[speaker.kind]}</p>
        <h1 dir="auto">{speaker.name}</h1>
        <SpeakerRoles speaker={speaker} />
        <Figures speaker={speaker} />
        <Months speaker={speaker} state={state} />
      </header>
      {speaker.quotes === 0 && isUnfiltered(scope, page.understood) ? (
        <p className="zero">{words.empty(speaker.name)}</p>
      ) : (
        <div className="search-page">
          <div className="search-main">
            <search>
              <form id={FORM} className="within" action={scope.path} method="get">
                <label htmlFor="within-q" className="visually-hidden">
                  {words.search(speaker.name)}
                </label>
                <input
                  id="within-q"
                  key={page.understood.q}
                  className="field"
                  type="search"
                  name="q"
                  defaultValue={page.understood.q}
                  placeholder={words.search(speaker.name)}
                  autoComplete="off"
                  maxLength={10_000}
                />
                <button type="submit" className="button">
                  {words.searchButton}
                </button>
              </form>
            </search>
            <div className="results-head">
              <h2 className="results-count">
                {page.total.count === 0
                  ? searchWords.zero
                  : searchWords.count(page.total.count, page.total.exact)}
              </h2>
              {page.total.count > 0 && <Tools state={state} page={page} />}
            </div>
            <Chips filters={filters} />
            <Notices state={state} page={page} />
            {page.total.count === 0 ? (
              <Zero scope={scope} page={page} names={names} />
            ) : (
              <Results state={state} page={page} showSpeaker={false} level={3} />
            )}
          </div>
          <div className="search-side">
            <Narrow
              state={state}
              form={FORM}
              query={page.understood}
              inUse={filters.length}
              speakers={false}
            />
          </div>
        </div>
      )}
    </div>
  )
}

function Figures({
  speaker: { slug, quotes, verified, sources, statistics, first, latest },
}: {
  speaker: SpeakerView
}) {
  const parts = [
    countWords(quotes, 'quote'),
    words.figures.verified(verified),
    words.figures.sources(sources),
    ...(first !== null && latest !== null && dateWords(first) !== dateWords(latest)
      ? [`${words.first} ${dateWords(first)}, ${words.latest} ${dateWords(latest)}`]
      : []),
  ]
  return (
    <p className="figures">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      {statistics > 0 && (
        <span>
          <a href={`/statistics?speaker=${encodeURIComponent(slug)}`}>{words.statisticsLink(statistics)}</a>
        </span>
      )}
    </p>
  )
}

/** More months than can be told apart are counted by year. */
const MOST_BARS = 72

function Months({
  speaker: { months },
  state: { scope, query },
}: {
  speaker: SpeakerView
  state: SearchState
}) {
  if (months.length < 2) return null
  const bars = barsOf(months)
  return (
    <div className="months">
      <BarChart
        space={640}
        title={words.months}
        bars={bars.map(({ key, count }) => ({
          key,
          count,
          label: words.monthBar(dateWords(key), count),
          href: searchAddress(scope, { ...query, from: key, to: key }),
          current: query.from === key && query.to === key,
        }))}
      />
      <p className="years-ends" aria-hidden="true">
        <span>{dateWords(bars[0]?.key ?? '')}</span>
        <span>{dateWords(bars.at(-1)?.key ?? '')}</span>
      </p>
      <details>
        <summary>{words.asTable}</summary>
        <table className="small-table">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.quotes}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, quotes }) => (
              <tr key={month}>
                <th scope="row">{dateWords(month)}</th>
                <td>{quotes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

function barsOf(months: SpeakerView['months']): { key: string; count: number }[] {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const first = index(months[0]?.month ?? '0000-01')
  const last = index(months.at(-1)?.month ?? '0000-01')
  if (last - first < MOST_BARS) {
    const counts = new Map(months.map(({ month, quotes }) => [month, quotes]))
    return Array.from({ length: last - first + 1 }, (_, at) => {
      const month = first + at
      const key = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
      return { key, count: counts.get(key) ?? 0 }
    })
  }
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return [...years].map(([key, rows]) => ({ key, count: rows.reduce((sum, { quotes }) => sum + quotes, 0) }))
}
