import { z } from 'zod'
import { OccurrenceId, QuoteId, SpeakerId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { Language, Rank, Text, Words } from './text.ts'
import { When } from './time.ts'

export const ReviewStatus = z
  .enum(['unchecked', 'verified', 'disputed', 'rejected', 'withdrawn'])
  .describe('What review made of it')
  .meta({ id: 'ReviewStatus' })
export type ReviewStatus = z.infer<typeof ReviewStatus>

export const Quote = z
  .strictObject({
    id: QuoteId,
    speakerId: SpeakerId.nullable().describe(
      'Who said it; null: not yet known. Nobody named is a speaker of kind unnamed',
    ),
    text: Words.describe('The words: the first occurrence’s parts joined'),
    language: Language.describe('Language of the words'),
    occurrenceIds: z
      .array(OccurrenceId)
      .min(1)
      .describe('Where it appears; the text is taken from the first'),
    role: z
      .strictObject({
        title: Words.nullable().describe('Role as the source gave it'),
        organizationId: SpeakerId.nullable().describe('The organisation of that role'),
      })
      .nullable()
      .describe('The speaker’s role as the source gave it'),
    saidAt: When.nullable().describe('When it was said'),
    saidIn: Text.nullable().describe('Where or at what event it was said'),
    translationOf: QuoteId.nullable().describe('The quote in its original language'),
    status: ReviewStatus,
    rank: Rank,
    ...versioned,
  })
  .refine(inTimeOrder, timeOrder)
  .refine(({ occurrenceIds }) => new Set(occurrenceIds).size === occurrenceIds.length, {
    error: 'an occurrence stands once',
  })
  .describe('What somebody said')
  .meta({ id: 'Quote' })
export type Quote = z.infer<typeof Quote>
