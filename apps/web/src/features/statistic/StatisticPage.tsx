import type { OccurrenceView, StatisticView } from '@onrecord/schema'
import { Instant, When } from '../../ui/When.tsx'
import { MarkedText, StatusWord, statusWords } from '../quote/index.ts'
import { Told } from './Disagreements.tsx'
import { figureWords, periodWords } from './figure.ts'
import { words } from './words.ts'

/** One statistic: the figure in its words, its fields, where it stands. */
export function StatisticPage({ statistic }: { statistic: StatisticView }) {
  const [first, ...others] = statistic.occurrences
  const rules = Object.entries(statistic.links).flatMap(([link, rule]) =>
    rule === null ? [] : [{ link, rule }],
  )
  return (
    <article className="quote-page">
      <div className="quote-top">
        <a className="back" href="/statistics">
          <span aria-hidden="true">‹ </span>
          {words.title}
        </a>
        <StatusWord status={statistic.review} />
      </div>
      <h1 className="quote-text" dir="auto">
        {statistic.surface}
      </h1>
      {statistic.measure !== null && (
        <p className="stat-lead" dir="auto">
          {statistic.measure}
        </p>
      )}
      <p className="quote-meta">
        <strong className="stat-value">{figureWords(statistic)}</strong>
        {statistic.place !== null && <span dir="auto">{statistic.place}</span>}
        {statistic.period !== null && <span>{periodWords(statistic.period)}</span>}
      </p>
      <p className="quote-meta">
        <span className="meta-name">{words.saidBy}</span>
        {statistic.speaker === null ? (
          <span>{words.theArticle}</span>
        ) : (
          <a className="speaker-name" href={`/speakers/${statistic.speaker.slug}`} dir="auto">
            {statistic.speaker.name}
          </a>
        )}
        {statistic.cites !== null && (
          <span dir="auto">
            {words.from.toLowerCase()} “{statistic.cites}”
          </span>
        )}
      </p>
      {statistic.quoteId !== null && (
        <p>
          {words.quote}. <a href={`/quotes/${statistic.quoteId}`}>{words.quoteOpen}</a>
        </p>
      )}
      {first && <Passage statistic={statistic} occurrence={first} />}
      <section aria-labelledby="fields">
        <h2 id="fields">{words.fields}</h2>
        <dl className="fields">
          <Field name={words.asSaid} value={statistic.surface} />
          <Field name={words.value} value={figureWords(statistic)} />
          <Field name={words.measure} value={statistic.measure} />
          <Field name={words.population} value={statistic.population} />
          <Field name={words.denominator} value={statistic.denominator} />
          <Field
            name={words.place}
            value={
              statistic.place === null
                ? null
                : [statistic.place, statistic.placeCode].filter((part) => part !== null).join(', ')
            }
          />
          <Field
            name={words.period}
            value={
              [periodWords(statistic.period), statistic.period?.text && `“${statistic.period.text}”`]
                .filter(Boolean)
                .join(', ') || null
            }
          />
          <Field
            name={words.statKind}
            value={[words.kinds[statistic.kind], statistic.statType]
              .filter((part) => part !== null)
              .join(', ')}
          />
          <Field name={words.observed} value={words.standings[statistic.status]} />
        </dl>
        {rules.length > 0 && (
          <details>
            <summary>{words.rules}</summary>
            <dl className="fields">
              {rules.map(({ link, rule }) => (
                <Field key={link} name={link} value={`${words.linkedBy} ${rule}`} />
              ))}
            </dl>
          </details>
        )}
      </section>
      {statistic.elsewhere.length > 0 && (
        <section className="elsewhere" aria-labelledby="elsewhere">
          <h2 id="elsewhere">{words.elsewhere}</h2>
          <p className="sm">{words.elsewhereHow}</p>
          <ul className="plain-list">
            {statistic.elsewhere.map(({ statistic: other, relation, disagreement, sameReport }) => (
              <li key={other.id}>
                <Told
                  card={other}
                  relation={[
                    words.relations[relation],
                    ...(disagreement && sameReport ? [words.sameReport.toLowerCase()] : []),
                  ].join(': ')}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {statistic.series !== null && (
        <p>
          <a href={`/statistics?measure=${encodeURIComponent(statistic.series)}`}>{words.allSeries}</a>
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby="also">
          <h2 id="also">{words.also}</h2>
          <ul className="plain-list">
            {others.map(({ id, source }) => (
              <li key={id}>
                <a href={`/sources/${source.id}#${statistic.id}`} dir="auto">
                  “{source.title}”
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function Field({ name, value }: { name: string; value: string | null }) {
  return value === null || value === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

function Passage({ statistic, occurrence }: { statistic: StatisticView; occurrence: OccurrenceView }) {
  const { context, parts, source, capturedAt, latest, revisionId } = occurrence
  const href = `/sources/${source.id}${latest ? '' : `?v=${revisionId}`}#${statistic.id}`
  const layers = parts.map(({ start, end }) => ({ id: statistic.id, role: 'statistic' as const, start, end }))
  const label = {
    at: parts.at(-1)?.end ?? 0,
    id: null,
    text: 's',
    name: `${statistic.surface}, ${statusWords[statistic.review]}`,
    href,
    of: statistic.id,
    term: false,
  }
  return (
    <section className="context" aria-labelledby="context">
      <div className="section-head">
        <h2 id="context">{words.inContext}</h2>
        <p className="sm">
          {words.captured} <Instant at={capturedAt} />
        </p>
      </div>
      <blockquote className="passage" dir="auto">
        <p>
          {context.cutBefore && <span aria-hidden="true">… </span>}
          <MarkedText text={context.text} offset={context.start} layers={layers} labels={[label]} />
          {context.cutAfter && <span aria-hidden="true"> …</span>}
        </p>
      </blockquote>
      <p className="context-links">
        <span dir="auto">
          {source.publisher !== null && `${source.publisher}, `}“{source.title}”
          {source.publishedAt !== null && (
            <>
              , <When at={source.publishedAt} />
            </>
          )}
        </span>
        <a href={href}>{words.article}</a>
      </p>
    </section>
  )
}
