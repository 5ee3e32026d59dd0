import type { QuoteView } from '@onrecord/schema'
import { citeBibtex, citeCsl, citeJsonLd, citeText } from '@onrecord/schema/citation'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { words } from './words.ts'

/** Where a citation of the quote leads: its own page, and the article as captured. */
export function citationPlace(quote: QuoteView, origin: string) {
  const first = quote.occurrences[0]
  const captured = first === undefined ? null : `${origin}/sources/${first.source.id}?v=${first.revisionId}`
  return { permalink: `${origin}/quotes/${quote.id}`, captured }
}

/** The quote to cite, in each format; the text format is open, the copy buttons come with script. */
export function CitationBox({ quote, origin }: { quote: QuoteView; origin: string }) {
  const place = citationPlace(quote, origin)
  const jsonLd = citeJsonLd(quote, place)
  const formats = [
    { key: 'text', text: citeText(quote, place) },
    { key: 'bibtex', text: citeBibtex(quote, place) },
    { key: 'csl', text: JSON.stringify([citeCsl(quote, place)], null, 2) },
  ] as const
  return (
    <section className="citations" aria-labelledby="cite">
      <h2 id="cite">{words.citeTitle}</h2>
      {formats.map(({ key, text }, index) => (
        <details key={key} name="citation" open={index === 0}>
          <summary>{words.formats[key]}</summary>
          <Cited id={`citation-${key}`} text={text} prose={key === 'text'} />
        </details>
      ))}
      <details name="citation">
        <summary>{words.formats.jsonLd}</summary>
        {jsonLd === null ? (
          <p className="sm">{quote.denied ? words.jsonLdDenied : words.jsonLdWaits}</p>
        ) : (
          <Cited id="citation-json-ld" text={JSON.stringify(jsonLd, null, 2)} prose={false} />
        )}
      </details>
    </section>
  )
}

function Cited({ id, text, prose }: { id: string; text: string; prose: boolean }) {
  return (
    <div className="cited">
      {prose ? (
        <p id={id} className="cited-text">
          {text}
        </p>
      ) : (
        <pre id={id} className="cited-text">
          <code>{text.trimEnd()}</code>
        </pre>
      )}
      <CopyButton target={id} label={words.copy} done={words.copied} blocked={words.copyBlocked} />
    </div>
  )
}
