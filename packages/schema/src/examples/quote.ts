import { quoteText } from '../quote-text.ts'
import type { Quote } from '../quote.ts'
import { checkedAt, ids, made } from './article.ts'
import { extraction } from './extraction.ts'
import { occurrences } from './occurrence.ts'

/** The four quotes of the article; a person has checked the first. */
export const quotes: readonly Quote[] = extraction.quotes.map(({ speaker }, place): Quote => ({
  id: ids.quote(place + 1),
  speakerId: speaker === null ? null : ids.speaker(speaker + 1),
  text: quoteText(occurrences[place]?.parts ?? []),
  language: 'en',
  occurrenceIds: [ids.occurrence(place + 1)],
  role: speaker === 0 ? { title: 'harbour minister', organizationId: null } : null,
  saidAt: place === 0 ? '2026-03-12' : null,
  saidIn: null,
  translationOf: null,
  rank: 'normal',
  ...made,
  ...(place === 0 ? { status: 'verified', version: 2, updatedAt: checkedAt } : { status: 'unchecked' }),
}))
