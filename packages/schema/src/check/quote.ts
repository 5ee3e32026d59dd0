import { quoteText } from '../quote-text.ts'
import type { Quote } from '../quote.ts'
import { type Fault, type Lookup, missing } from './fault.ts'
import { checkReview } from './review.ts'

/** Invariants 16, 17, 36 and 37 of a quote, and that what it points at exists. */
export async function checkQuote(quote: Quote, lookup: Lookup): Promise<Fault[]> {
  const faults = [
    ...(await missing(lookup, 'speaker', quote.speakerId, '/speakerId')),
    ...(await missing(lookup, 'speaker', quote.role?.organizationId ?? null, '/role/organizationId')),
    ...(await missing(lookup, 'quote', quote.translationOf, '/translationOf')),
    ...(await checkReview(quote, 'status', quote.status, lookup)),
  ]
  for (const [place, id] of quote.occurrenceIds.entries()) {
    const path = `/occurrenceIds/${place}`
    const occurrence = await lookup.get('occurrence', id)
    if (occurrence === null) {
      faults.push(...(await missing(lookup, 'occurrence', id, path)))
      continue
    }
    if (occurrence.kind === null) {
      faults.push({ code: 'occurrenceKind', path, message: 'that is the occurrence of a statistic' })
    }
    if (place === 0 && quoteText(occurrence.parts) !== quote.text) {
      faults.push({ code: 'quoteText', path: '/text', message: 'the first occurrence has other words' })
    }
  }
  return faults
}
