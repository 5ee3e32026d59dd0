import type { StatisticCard } from '@onrecord/schema'
import { Marked } from '../../ui/Marked.tsx'
import { StatusWord } from '../quote/index.ts'
import { figureWords, periodWords } from './figure.ts'
import { words } from './words.ts'

/** Statistics as a table; on a narrow screen each row becomes a list of its labelled fields. */
export function StatisticTable({ rows }: { rows: readonly StatisticCard[] }) {
  return (
    <table className="statistics">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.asSaid}</th>
          <th scope="col" className="number">
            {words.value}
          </th>
          <th scope="col">{words.measure}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.saidBy}</th>
          <th scope="col">{words.inArticle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: StatisticCard }) {
  const { id, surface, measure, place, speaker, cites, source, sentence, mark, review } = row
  return (
    <tr>
      <th scope="row" data-label={words.asSaid}>
        <a className="stat-surface" id={`open-${id}`} href={`/statistics/${id}`} dir="auto">
          {surface}
        </a>
        <StatusWord status={review} />
      </th>
      <td className="number" data-label={words.value}>
        {figureWords(row)}
      </td>
      <td data-label={words.measure}>
        {measure !== null && (
          <span className="stat-measure" dir="auto">
            {measure}
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
