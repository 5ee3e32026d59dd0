import type { StatisticCard, StatisticQuery, StatisticSort } from '@onrecord/schema'
import { Marked } from '../../ui/Marked.tsx'
import { StatusWord } from '../quote/index.ts'
import { figureWords, periodWords } from './figure.ts'
import { statisticAddress } from './statistic-address.ts'
import { words } from './words.ts'

type Props = {
  rows: readonly StatisticCard[]
  query: StatisticQuery
  /** For each row that others contradict, where that is shown. */
  differing: ReadonlyMap<string, string>
}
type RowProps = { row: StatisticCard; query: StatisticQuery; group: string | null }
type HeadProps = {
  query: StatisticQuery
  name: string
  number?: boolean
  rising: StatisticSort
  falling?: StatisticSort
}

/** Statistics as a table; on a narrow screen each row becomes a list of its labelled fields. */
export function StatisticTable({ rows, query, differing }: Props) {
  const head = { query }
  return (
    <table className="statistics" id="figures">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.asSaid}</th>
          <SortHead {...head} name={words.value} number rising="value" falling="-value" />
          <SortHead {...head} name={words.measure} rising="measure" />
          <SortHead {...head} name={words.place} rising="place" />
          <SortHead {...head} name={words.period} rising="period" falling="-period" />
          <th scope="col">{words.saidBy}</th>
          <th scope="col">{words.inArticle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} query={query} group={differing.get(row.id) ?? null} />
        ))}
      </tbody>
    </table>
  )
}

/** A head that sorts by its column: falling first where there are numbers or times, then the other way. */
function SortHead({ query, name, number = false, rising, falling = rising }: HeadProps) {
  const current = query.sort === falling ? 'falling' : query.sort === rising ? 'rising' : null
  const isNamed = falling === rising
  const next = isNamed && current !== null ? 'new' : current === 'falling' ? rising : falling
  const order = isNamed ? words.byName : next === falling ? words.falling : words.rising
  return (
    <th
      scope="col"
      className={number ? 'number sorts' : 'sorts'}
      aria-sort={current === null ? undefined : current === 'rising' || isNamed ? 'ascending' : 'descending'}
    >
      <a href={statisticAddress({ ...query, sort: next })} title={next === 'new' ? words.newest : order}>
        {name}
        {current !== null && <span aria-hidden="true">{current === 'rising' || isNamed ? ' ↑' : ' ↓'}</span>}
      </a>
    </th>
  )
}

function Row({ row, query, group }: RowProps) {
  const { id, surface, measure, place, speaker, cites, source, sentence, mark, review, series } = row
  return (
    <tr>
      <th scope="row" data-label={words.asSaid}>
        <a className="stat-surface" id={`open-${id}`} href={`/statistics/${id}`} dir="auto">
          {surface}
        </a>
        <StatusWord status={review} />
      </th>
      <td className="number" data-label={words.value}>
        <span>
          {figureWords(row)}
          {group !== null && (
            <a
              className="differs"
              href={`#differs-${group}`}
              aria-label={words.differs}
              title={words.differs}
            >
              ≠
            </a>
          )}
        </span>
      </td>
      <td data-label={words.measure}>
        {measure !== null && (
          <span className="stat-measure" dir="auto">
            {series === null || query.measure.includes(series) ? (
              measure
            ) : (
              <a href={`/statistics?measure=${encodeURIComponent(series)}`} title={words.series(measure)}>
                {measure}
              </a>
            )}
          </span>
        )}
        <span className="stat-sentence" dir="auto">
          <Marked text={sentence} marks={[mark]} look="figure" />
        </span>
      </td>
      <td data-label={words.place} dir="auto" className={place === null ? 'none' : undefined}>
        {place ?? words.none}
      </td>
      <td data-label={words.period} className={row.period === null ? 'none' : undefined}>
        {periodWords(row.period) ?? words.none}
      </td>
      <td data-label={words.saidBy}>
        {speaker === null ? (
          <span className="ink-2">{words.theArticle}</span>
        ) : (
          <a href={`/speakers/${speaker.slug}`} dir="auto">
            {speaker.name}
          </a>
        )}
        {cites !== null && (
          <span className="stat-cites" dir="auto">
            {words.from.toLowerCase()} “{cites}”
          </span>
        )}
      </td>
      <td data-label={words.inArticle}>
        <a href={`/sources/${source.id}#${id}`} dir="auto" title={source.title}>
          {source.publisher ?? source.title}
        </a>
      </td>
    </tr>
  )
}
