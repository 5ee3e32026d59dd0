import type { QuoteView } from '../view/quote-view.ts'
import {
  dateInWords,
  instantInWords,
  markedWords,
  type Place,
  readingWords,
  sentences,
  speakerInWords,
  statusWords,
} from './words.ts'

/**
 * One line of plain text after APA: speaker, date said, words, source, publisher, published, captured version,
 * permalink, and the status when it is not verified; words that are not verbatim, or denied, are introduced so. Names stand as they are shown, not turned round: which
 * part of a name is the family name is not known. Where the date said is not known, the date published stands
 * in, as "reported".
 */
export function citeText(quote: QuoteView, { permalink, captured }: Place): string {
  const reading = readingWords(quote)
  const status = statusWords[quote.status]
  const speaker = `${speakerInWords(quote)} (${saidInWords(quote)})`
  return [
    sentences([
      `${reading.length > 0 ? `${[speaker, ...reading].join(', ')}:` : `${speaker}.`} ${markedWords(quote)}`,
      `Quoted in ${sourceInWords(quote)}`,
      citesInWords(quote),
    ]),
    capturedInWords(quote, captured),
    permalink,
    status ? `[${status}]` : null,
  ]
    .filter((part) => part !== null)
    .join(' ')
}

/** The date said; else the date the source was published, named so. */
export function saidInWords({ saidAt, source }: QuoteView): string {
  if (saidAt) return dateInWords(saidAt)
  return source.publishedAt ? `reported ${dateInWords(source.publishedAt)}` : 'n.d.'
}

export function sourceInWords({ source }: QuoteView): string {
  const published = source.publishedAt ? `published ${dateInWords(source.publishedAt)}` : 'date not known'
  return [`“${source.title}”`, source.publisher, published].filter((part) => part !== null).join(', ')
}

export function citesInWords({ occurrences }: QuoteView): string | null {
  const cites = occurrences[0]?.cites
  return cites ? `Taken there from “${cites}”` : null
}

/** "Version 2, captured 12 March 2026, 09:14 UTC: address." */
export function capturedInWords({ occurrences }: QuoteView, captured: string | null): string | null {
  const first = occurrences[0]
  if (!first) return captured
  const words = `Version ${first.revision}, captured ${instantInWords(first.capturedAt)}`
  return captured === null ? `${words}.` : `${words}: ${captured}`
}
