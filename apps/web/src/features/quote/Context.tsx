import type { OccurrenceView, QuoteView } from '@onrecord/schema'
import { atWords } from '../../lib/text-fragment.ts'
import { Instant, When } from '../../ui/When.tsx'
import { quoteLayers } from './layers.ts'
import { MarkedText } from './MarkedText.tsx'
import { standsInMarks } from './quote-text.ts'
import { noSpeaker, statusWords } from './record-words.ts'
import { words } from './words.ts'

/** The passage a quote stands in, with its words, and the words that say who speaks, marked. */
export function Context({
  id,
  quote,
  occurrence,
}: {
  id: string
  quote: QuoteView
  occurrence: OccurrenceView
}) {
  const { context, parts, verbatim, cue, mention, source, capturedAt, latest, revisionId } = occurrence
  const kind = occurrence.kind ?? quote.kind
  const asides = [cue?.anchor, mention?.anchor].flatMap((anchor) =>
    anchor ? [{ id: `${id}-cue`, role: 'cue' as const, start: anchor.start, end: anchor.end }] : [],
  )
  const article = `/sources/${source.id}${latest ? '' : `?v=${revisionId}`}#${id}`
  const end = parts.at(-1)?.end ?? 0
  const marked = verbatim.every((span) => standsInMarks(context.text, { start: span.start - context.start }))
  const name = words.markName(quote.speaker?.name ?? noSpeaker, statusWords[quote.status])
  return (
    <section className="context" aria-labelledby="context">
      <div className="section-head">
        <h2 id="context">{words.context}</h2>
        <p className="sm">
          {words.captured} <Instant at={capturedAt} />
        </p>
      </div>
      {!latest && <p className="sm">{words.notLatest}</p>}
      <blockquote className="passage" lang={quote.language} dir="auto">
        <p>
          {context.cutBefore && <Cut says={words.cutBefore} />}
          <MarkedText
            text={context.text}
            offset={context.start}
            layers={[...quoteLayers(id, kind, parts, verbatim), ...asides]}
            labels={[{ at: end, id: null, text: 'q', name, href: article, of: id, term: false }]}
          />
          {context.cutAfter && <Cut says={words.cutAfter} />}
        </p>
      </blockquote>
      <ul className="mark-key" aria-label={words.key}>
        {kind !== 'indirect' && (
          <li>
            <span className="m m-verbatim">abc</span> {marked ? words.keyVerbatim : words.keyTurn}
          </li>
        )}
        {(kind === 'mixed' || kind === 'indirect') && (
          <li>
            <span className="m m-reported">abc</span> {words.keyReported}
          </li>
        )}
        {asides.length > 0 && (
          <li>
            <span className="m m-cue">abc</span> {words.keyCue}
          </li>
        )}
      </ul>
      <p className="context-links">
        <span dir="auto">
          {source.publisher !== null && `${source.publisher}, `}“{source.title}”
          {source.publishedAt !== null && (
            <>
              , <When at={source.publishedAt} />
            </>
          )}
        </span>
        <a href={article}>{words.capturedCopy}</a>
        {source.url !== null && (
          <a href={atWords(source.url, parts[0]?.exact ?? quote.text)} rel="noreferrer external">
            {words.openOriginal} <span aria-hidden="true">↗</span>
          </a>
        )}
      </p>
    </section>
  )
}

function Cut({ says }: { says: string }) {
  return (
    <span className="cut">
      <span aria-hidden="true"> … </span>
      <span className="visually-hidden"> {says} </span>
    </span>
  )
}
