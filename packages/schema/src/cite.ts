import { quotationOf, type JsonLd } from './json-ld.ts'
import type { QuoteView } from './view/quote-view.ts'
import type { Place } from './cite/words.ts'

export type { Place } from './cite/words.ts'
export { citeText } from './cite/text.ts'
export { citeBibtex, escapeBibtex } from './cite/bibtex.ts'
export { citeCsl, cslTypes, type CslDate, type CslItem } from './cite/csl.ts'
export { observationOf, quotationOf, type JsonLd } from './json-ld.ts'

/** The quote as JSON-LD with its captured version; null where `quotationOf` gives none. */
export function citeJsonLd(quote: QuoteView, { permalink, captured }: Place): JsonLd | null {
  return quotationOf(quote, permalink, captured)
}
