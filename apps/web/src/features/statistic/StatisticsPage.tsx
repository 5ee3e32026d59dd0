import type { SourcePage, StatisticPage } from '@onrecord/schema'
import { Disagreements } from './Disagreements.tsx'
import { thingWords } from './figure.ts'
import { PeriodChart } from './PeriodChart.tsx'
import type { StatisticState } from './statistic-address.ts'
import { isUnfiltered, statisticAddress } from './statistic-address.ts'
import { StatisticFilters } from './StatisticFilters.tsx'
import { StatisticTable } from './StatisticTable.tsx'
import { words } from './words.ts'

type Props = { state: StatisticState; page: StatisticPage; sources: SourcePage | null }

/** Numbers said: as said, as a value, and who says so. */
export function StatisticsPage({ state: { query, cursor }, page, sources }: Props) {
  const { count, exact } = page.total
  const disagreements = page.groups.filter(({ disagreement }) => disagreement)
  const differing = new Map(
    disagreements.flatMap(({ items }) => items.map(({ id }) => [id, items[0]?.id ?? id] as const)),
  )
  const nothing = count === 0 && isUnfiltered(query)
  return (
    <div className="statistics-page">
      <header className="results-head">
        <div>
          <h1>{words.title}</h1>
          <p className="figures">
            {nothing ? words.lead : count === 0 ? words.zero : words.count(count, exact)}
          </p>
        </div>
        {count > 0 && (
          <div className="tools">
            {disagreements.length > 0 && (
              <a href="#disagreements">{words.disagreements(disagreements.length)}</a>
            )}
            <a href={statisticAddress(query, null, '/statistics.csv')} type="text/csv">
              CSV
            </a>
            <a href={statisticAddress(query, null, '/statistics.json')} type="application/json">
              JSON
            </a>
          </div>
        )}
      </header>
      {nothing ? (
        <div className="zero">
          <p>
            <strong>{words.empty}</strong> {words.emptyHint}
          </p>
        </div>
      ) : (
        <>
          <StatisticFilters query={query} page={page} sources={sources} />
          {count === 0 ? (
            <p className="zero">
              <a href="/statistics">{words.clear}</a>
            </p>
          ) : (
            <>
              <Series query={query} rows={page.items} />
              <StatisticTable rows={page.items} query={query} differing={differing} />
            </>
          )}
          {(page.next !== null || cursor !== null) && (
            <nav className="pager" aria-label={words.pages}>
              {cursor !== null && <a href={statisticAddress(query)}>{words.first}</a>}
              {page.next !== null && (
                <a className="button pager-next" rel="next" href={statisticAddress(query, page.next)}>
                  {words.next} <span aria-hidden="true">→</span>
                </a>
              )}
            </nav>
          )}
          <Disagreements groups={disagreements} />
        </>
      )}
    </div>
  )
}

/** What all rows measure, where they were asked for by that, and its chart. */
function Series({ query, rows }: { query: StatisticState['query']; rows: StatisticPage['items'] }) {
  const [first] = rows
  if (query.measure.length !== 1 || first === undefined) return null
  const title = thingWords(first)
  return (
    <section className="series" aria-labelledby="series">
      <div className="section-head">
        <h2 id="series" dir="auto">
          {title}
        </h2>
        <a href={statisticAddress({ ...query, measure: [] })}>{words.everyMeasure}</a>
      </div>
      <PeriodChart title={title} rows={rows} table="figures" />
    </section>
  )
}
