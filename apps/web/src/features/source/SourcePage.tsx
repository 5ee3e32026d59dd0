import type { SourceView } from '@onrecord/schema'
import { countWords } from '../../lib/number.ts'
import { Instant, When } from '../../ui/When.tsx'
import { noDate } from '../quote/index.ts'
import { isCutShort, keyOf, marksOf } from './article.ts'
import { ArticleText } from './ArticleText.tsx'
import { FoundList } from './FoundList.tsx'
import { keepInSync } from './keep-in-sync.ts'
import { words } from './words.ts'

/** Called with the page when it is there; gives back what is called when it goes. */
function inSync(page: HTMLDivElement | null) {
  return page === null ? undefined : keepInSync(page)
}

/** An article as captured, with everything found in it marked, beside a list of the same. */
export function SourcePage({ source }: { source: SourceView }) {
  const marks = marksOf(source)
  const quotes = source.quotes.filter(({ kind }) => kind !== 'term').length
  const terms = source.quotes.length - quotes
  const [latest] = source.revisions
  return (
    <div className="source-page" ref={inSync}>
      <header className="source-head">
        <p className="eyebrow">{words.kinds[source.kind]}</p>
        {isCutShort(source) ? (
          <h1 className="untitled">
            <span className="untitled-word">{words.untitled}</span>{' '}
            <span dir="auto" lang={source.language ?? undefined}>
              {source.title}
            </span>
          </h1>
        ) : (
          <h1 dir="auto" lang={source.language ?? undefined}>
            {source.title}
          </h1>
        )}
        {source.subtitle !== null && <p dir="auto">{source.subtitle}</p>}
        <p className="source-meta">
          {source.publisher !== null && <span>{source.publisher}</span>}
          {source.authors.length > 0 && <span dir="auto">{source.authors.join(', ')}</span>}
          <span>{source.publishedAt === null ? noDate : <When at={source.publishedAt} />}</span>
          {source.url !== null && (
            <a href={source.url} rel="noreferrer external">
              {words.original} <span aria-hidden="true">↗</span>
            </a>
          )}
          <span>{countWords(quotes, 'quote')}</span>
          <span>{countWords(source.statistics.length, 'statistic')}</span>
        </p>
        <Versions source={source} />
        {latest !== undefined && latest.id !== source.revision.id && (
          <p className="notice notice-warn">
            {words.newer} <a href={`/sources/${source.id}`}>{words.newerOpen}</a>
          </p>
        )}
      </header>
      <div className="source-body">
        <section className="source-text" aria-label={words.text}>
          {terms > 0 && (
            <p className="terms-switch">
              <label className="tick">
                <input type="checkbox" id="terms" />
                <span>{words.showTerms(terms)}</span>
              </label>
            </p>
          )}
          <ArticleText source={source} marks={marks} />
          <MarkKey source={source} />
          {(source.rights ?? source.license) !== null && (
            <p className="sm" dir="auto">
              {[source.rights, source.license].filter((part) => part !== null).join(' · ')}
            </p>
          )}
        </section>
        <FoundList source={source} />
      </div>
    </div>
  )
}

/** What the marks mean, as far as this article has them. */
function MarkKey({ source }: { source: SourceView }) {
  const { verbatim, reported, statistic, suffix } = keyOf(source)
  if (verbatim === null && !reported && !statistic) return null
  return (
    <ul className="mark-key" aria-label={words.key}>
      {verbatim !== null && (
        <li>
          <span className="m m-verbatim">abc</span> {words.keys[verbatim]}
        </li>
      )}
      {reported && (
        <li>
          <span className="m m-reported">abc</span> {words.keys.reported}
        </li>
      )}
      {statistic && (
        <li>
          <span className="m m-statistic">123</span> {words.keys.statistic}
        </li>
      )}
      {suffix && <li>{words.suffixKey}</li>}
    </ul>
  )
}

function Versions({ source }: { source: SourceView }) {
  const { revisions, revision } = source
  if (revisions.length === 1) {
    return (
      <p className="sm">
        {words.capturedOnce} <Instant at={revision.capturedAt} />
      </p>
    )
  }
  return (
    <nav className="versions" aria-label={words.versions}>
      <span>{words.versions}</span>
      <ul>
        {revisions.map(({ id, ordinal, capturedAt }, index) => (
          <li key={id}>
            <a
              href={`/sources/${source.id}${index === 0 ? '' : `?v=${id}`}`}
              aria-current={id === revision.id ? 'page' : undefined}
            >
              <Instant at={capturedAt} /> <span className="sm">({ordinal})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
