import type { SourcePage, StatisticPage } from '@onrecord/schema'
import { SelectField } from '../../ui/SelectField.tsx'
import { statusWords } from '../quote/index.ts'
import type { StatisticState } from './statistic-address.ts'
import { isUnfiltered, statisticAddress } from './statistic-address.ts'
import { StatisticTable } from './StatisticTable.tsx'
import { words } from './words.ts'

type Props = { state: StatisticState; page: StatisticPage; sources: SourcePage | null }

/** Numbers said: as said, as a value, and who says so. */
export function StatisticsPage({ state: { query, cursor }, page, sources }: Props) {
  const { count, exact } = page.total
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
          <Filters query={query} page={page} sources={sources} />
          {count === 0 ? (
            <p className="zero">
              <a href="/statistics">{words.clear}</a>
            </p>
          ) : (
            <StatisticTable rows={page.items} />
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
        </>
      )}
    </div>
  )
}

function Filters({
  query,
  page,
  sources,
}: {
  query: StatisticState['query']
  page: StatisticPage
  sources: SourcePage | null
}) {
  const speakers = new Map([
    ...query.speaker.map((slug) => [slug, slug] as const),
    ...page.items.flatMap(({ speaker }) => (speaker === null ? [] : [[speaker.slug, speaker.name] as const])),
  ])
  const articles = new Map([
    ...query.source.map((id) => [id, id] as const),
    ...(sources?.items ?? [])
      .filter(({ statistics }) => statistics > 0)
      .map(
        ({ id, title, publisher }) => [id, publisher === null ? title : `${title}, ${publisher}`] as const,
      ),
  ])
  const byLabel = (a: { label: string }, b: { label: string }) => (a.label < b.label ? -1 : 1)
  return (
    <search>
      <form className="filters" action="/statistics" method="get">
        <label>
          <span>{words.search}</span>
          <input
            className="field"
            type="search"
            name="q"
            key={query.q}
            defaultValue={query.q}
            autoComplete="off"
            maxLength={10_000}
          />
        </label>
        <SelectField
          name="speaker"
          label={words.speaker}
          none={words.anyone}
          value={query.speaker[0] ?? ''}
          options={[...speakers].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <SelectField
          name="source"
          label={words.source}
          none={words.anyArticle}
          value={query.source[0] ?? ''}
          options={[...articles].map(([value, label]) => ({ value, label })).sort(byLabel)}
        />
        <SelectField
          name="status"
          label={words.status}
          none={words.anyStatus}
          value={query.status[0] ?? ''}
          options={(['unchecked', 'verified', 'disputed'] as const).map((value) => ({
            value,
            label: statusWords[value],
          }))}
        />
        <button type="submit" className="button">
          {words.filter}
        </button>
      </form>
    </search>
  )
}
