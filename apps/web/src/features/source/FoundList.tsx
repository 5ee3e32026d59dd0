import type { SourceView } from '@onrecord/schema'
import { deniedWord, noSpeaker, StatusWord } from '../quote/index.ts'
import { figureWords } from '../statistic/index.ts'
import { words } from './words.ts'

/** Everything found in the article, in its order; each row leads to its place in the text and to its own page. */
export function FoundList({ source }: { source: SourceView }) {
  const quotes = source.quotes.filter(({ kind }) => kind !== 'term')
  const terms = source.quotes.filter(({ kind }) => kind === 'term')
  return (
    <section className="found" aria-labelledby="found">
      <h2 id="found">{words.inArticle}</h2>
      {quotes.length + source.statistics.length + terms.length === 0 && <p>{words.nothing}</p>}
      {quotes.length > 0 && <Group title={words.quotes} rows={quotes.map(quoteRow)} />}
      {source.statistics.length > 0 && (
        <Group
          title={words.statistics}
          rows={source.statistics.map(({ statistic, label }) => ({
            label,
            of: statistic.id,
            href: `/statistics/${statistic.id}`,
            name: statistic.surface,
            detail: [statistic.measure, figureWords(statistic)]
              .filter((part) => part !== null && part !== statistic.surface)
              .join(' · '),
            status: statistic.review,
          }))}
        />
      )}
      {source.statistics.length > 0 && (
        <p className="sm">
          <a href={`/statistics?source=${source.id}`}>{words.statisticsTable}</a>
        </p>
      )}
      {terms.length > 0 && (
        <details className="terms">
          <summary>{words.terms}</summary>
          <Group title={null} rows={terms.map(quoteRow)} />
        </details>
      )}
      {source.citations.length > 0 && (
        <p className="cites">
          {words.cites}:{' '}
          {source.citations.map(({ id, text, issuer }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <span dir="auto">{text}</span>
              {issuer !== null && (
                <>
                  , <a href={`/speakers/${issuer.slug}`}>{issuer.name}</a>
                </>
              )}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

type Row = {
  label: string
  of: string
  href: string
  name: string
  detail: string
  status: SourceView['quotes'][number]['quote']['status']
}

function quoteRow({ quote, label }: SourceView['quotes'][number]): Row {
  return {
    label,
    of: quote.id,
    href: `/quotes/${quote.id}`,
    name: quote.speaker?.name ?? noSpeaker,
    detail: quote.denied ? `${deniedWord} ${quote.text}` : quote.text,
    status: quote.status,
  }
}

function Group({ title, rows }: { title: string | null; rows: readonly Row[] }) {
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <ol className="found-list">
        {rows.map(({ label, of, href, name, detail, status }) => (
          <li key={label} id={`list-${label}`} data-of={of} tabIndex={-1}>
            <a className="found-label" href={`#${label}`} aria-label={words.showInText(label)}>
              {label}
            </a>
            <div className="found-words">
              <a href={href} dir="auto">
                {name}
              </a>
              <span className="found-detail" dir="auto">
                {detail}
              </span>
              <StatusWord status={status} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
