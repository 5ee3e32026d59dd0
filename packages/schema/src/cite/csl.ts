import type { SourceKind } from '../source.ts'
import type { QuoteView } from '../view/quote-view.ts'
import { capturedInWords, citesInWords, sourceInWords } from './text.ts'
import {
  dateParts,
  markedWords,
  type Place,
  readingWords,
  sentences,
  speakerInWords,
  statusWords,
} from './words.ts'

export type CslDate = { 'date-parts': number[][] }

/** A CSL-JSON item (CSL 1.0.2) of one quote; what is not known is left out, as CSL wants it. */
export type CslItem = {
  id: string
  type: string
  title: string
  author: { literal: string }[]
  'container-title': string
  publisher?: string
  issued?: CslDate
  'event-date'?: CslDate
  accessed?: CslDate
  URL: string
  language: string
  version?: string
  archive_location?: string
  note: string
}

/** The CSL type of a kind of source. */
export const cslTypes = {
  article: 'article-newspaper',
  pressRelease: 'document',
  transcript: 'document',
  speech: 'speech',
  interview: 'interview',
  report: 'report',
  dataset: 'dataset',
  post: 'post',
  broadcast: 'broadcast',
  legislation: 'legislation',
  courtRecord: 'legal_case',
  book: 'book',
  other: 'document',
} as const satisfies Record<SourceKind, string>

/** One quote as a CSL-JSON item: the speaker is its author, the words its title, the source its container. */
export function citeCsl(quote: QuoteView, { permalink, captured }: Place): CslItem {
  const { source, saidAt } = quote
  const first = quote.occurrences[0]
  return {
    id: quote.id,
    type: cslTypes[source.kind],
    title: markedWords(quote),
    author: [{ literal: speakerInWords(quote) }],
    'container-title': source.title,
    ...(source.publisher === null ? {} : { publisher: source.publisher }),
    ...(source.publishedAt === null ? {} : { issued: cslDate(source.publishedAt) }),
    ...(saidAt === null ? {} : { 'event-date': cslDate(saidAt) }),
    ...(first ? { accessed: cslDate(first.capturedAt), version: String(first.revision) } : {}),
    URL: permalink,
    language: quote.language,
    ...(captured === null ? {} : { archive_location: captured }),
    note: sentences([
      `Quoted in ${sourceInWords(quote)}`,
      citesInWords(quote),
      ...readingWords(quote),
      capturedInWords(quote, null),
      statusWords[quote.status],
    ]),
  }
}

function cslDate(when: string): CslDate {
  return { 'date-parts': [dateParts(when)] }
}
