import type { QuoteView } from '@onrecord/schema'
import { Instant, When } from '../../ui/When.tsx'
import { BackToResults } from './BackToResults.tsx'
import { CitationBox } from './CitationBox.tsx'
import { Context } from './Context.tsx'
import { isWrapped, markedParts } from './quote-text.ts'
import { deniedWord, kindWords, noDate, noSpeaker } from './record-words.ts'
import { StatusWord } from './StatusWord.tsx'
import { WhySpeaker } from './WhySpeaker.tsx'
import { languageWords } from './language-words.ts'
import { words } from './words.ts'

/** One quote whole: the permalink to cite. */
export function QuotePage({ quote, origin }: { quote: QuoteView; origin: string }) {
  const [first, ...others] = quote.occurrences
  return (
    <article className="quote-page">
      <div className="quote-top">
        <BackToResults id={quote.id} />
        <StatusWord status={quote.status} />
      </div>
      <h1 className={`quote-text quote-text-${quote.kind}`} lang={quote.language} dir="auto">
        {quote.denied && <span className="denied">{deniedWord} </span>}
        {isWrapped(quote.kind) && '“'}
        {quote.kind === 'mixed' && first !== undefined ? markedParts(first) : quote.text}
        {isWrapped(quote.kind) && '”'}
      </h1>
      {quote.denied && <p className="quote-denied">{words.deniedLong}</p>}
      <p className="quote-byline">
        {quote.speaker === null ? (
          <em>{noSpeaker}</em>
        ) : (
          <a className="speaker-name" href={`/speakers/${quote.speaker.slug}`} dir="auto">
            {quote.speaker.name}
          </a>
        )}
        {quote.role !== null && <span>, {quote.role}</span>}
      </p>
      <p className="quote-meta">
        <Said quote={quote} />
        <span className={`kind kind-${quote.kind}`}>{kindWords[quote.kind]}</span>
        <span>{languageWords(quote.language)}</span>
        {first?.mention && (
          <span>{first.mention.text === null ? words.implicit : words.named(first.mention.text)}</span>
        )}
      </p>
      <OnWhoseWord quote={quote} />
      {quote.within !== null && (
        <p>
          <Within within={quote.within} speaker={quote.speaker} />.{' '}
          <a href={`/quotes/${quote.within.id}`}>{words.withinOpen}</a>
        </p>
      )}
      {quote.continues !== null && (
        <p>
          {words.continues}. <a href={`/quotes/${quote.continues}`}>{words.continuesOpen}</a>
        </p>
      )}
      {first && <Context id={quote.id} quote={quote} occurrence={first} />}
      {first && <WhySpeaker quote={quote} occurrence={first} />}
      {quote.statistics.length > 0 && (
        <section aria-labelledby="figures">
          <h2 id="figures">{words.statistics}</h2>
          <ul className="plain-list">
            {quote.statistics.map((id, index) => (
              <li key={id}>
                <a href={`/statistics/${id}`}>{words.statistic(index + 1)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CitationBox quote={quote} origin={origin} />
      {others.length > 0 && (
        <section aria-labelledby="also">
          <h2 id="also">{words.alsoIn}</h2>
          <ul className="plain-list">
            {others.map(({ id, source, capturedAt, revision }) => (
              <li key={id}>
                <a href={`/sources/${source.id}#${quote.id}`} dir="auto">
                  {source.publisher === null ? '' : `${source.publisher}, `}“{source.title}”
                </a>{' '}
                · {words.captured.toLowerCase()} <Instant at={capturedAt} /> · {revision}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record" className="quote-record">
        <h2 id="record">{words.record}</h2>
        <p>
          {words.recorded} <Instant at={quote.createdAt} />
          {quote.updatedAt !== quote.createdAt && (
            <>
              , {words.changed} <Instant at={quote.updatedAt} />
            </>
          )}
          . {words.permalink}:{' '}
          <a href={`/quotes/${quote.id}`} className="permalink">{`${origin}/quotes/${quote.id}`}</a>
        </p>
      </section>
    </article>
  )
}

/** Whose quote it stands in: named only where that is somebody else. */
function Within({
  within,
  speaker,
}: {
  within: NonNullable<QuoteView['within']>
  speaker: QuoteView['speaker']
}) {
  if (within.speaker === null) return words.within
  if (within.speaker.id === speaker?.id) return words.withinSame
  return (
    <>
      {words.within}, {words.asToldBy} <a href={`/speakers/${within.speaker.slug}`}>{within.speaker.name}</a>
    </>
  )
}

function Said({ quote: { saidAt, source } }: { quote: QuoteView }) {
  if (saidAt !== null) {
    return (
      <span>
        {words.said} <When at={saidAt} />
      </span>
    )
  }
  if (source.publishedAt === null) return <span>{noDate}</span>
  return (
    <span>
      {words.published} <When at={source.publishedAt} />
    </span>
  )
}

function OnWhoseWord({ quote }: { quote: QuoteView }) {
  const first = quote.occurrences[0]
  if (first === undefined) return null
  const outlet = quote.source.publisher ?? `“${quote.source.title}”`
  const { cites, attribution } = first
  const addressee = attribution?.addressee ?? null
  const directly = addressee === null ? '' : words.toldTo(addressee)
  return (
    <p className="quote-word">
      <span className="meta-name">{words.onWhoseWord}:</span>{' '}
      <span dir="auto">
        <a href={`/sources/${quote.source.id}#${quote.id}`}>{outlet}</a>
        {cites === null ? directly : words.from(cites)}
      </span>
      {attribution?.via && `, ${words.through[attribution.via]}`}
    </p>
  )
}
