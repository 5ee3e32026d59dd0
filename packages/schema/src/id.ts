import { z } from 'zod'

/** The 26 characters of a ULID in lower-case Crockford base 32; the first is 0–7, or the number would pass 128 bits. */
const ULID = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/
const suffix = z.string().regex(ULID)

export const SourceId = z
  .templateLiteral(['src_', suffix])
  .describe('Id of a source')
  .meta({ id: 'SourceId' })
export type SourceId = z.infer<typeof SourceId>

export const RevisionId = z
  .templateLiteral(['rev_', suffix])
  .describe('Id of a captured revision of a source')
  .meta({ id: 'RevisionId' })
export type RevisionId = z.infer<typeof RevisionId>

export const CitationId = z
  .templateLiteral(['cit_', suffix])
  .describe('Id of a citation')
  .meta({ id: 'CitationId' })
export type CitationId = z.infer<typeof CitationId>

export const SpeakerId = z
  .templateLiteral(['spk_', suffix])
  .describe('Id of a speaker')
  .meta({ id: 'SpeakerId' })
export type SpeakerId = z.infer<typeof SpeakerId>

export const QuoteId = z.templateLiteral(['quo_', suffix]).describe('Id of a quote').meta({ id: 'QuoteId' })
export type QuoteId = z.infer<typeof QuoteId>

export const StatisticId = z
  .templateLiteral(['sta_', suffix])
  .describe('Id of a statistic')
  .meta({ id: 'StatisticId' })
export type StatisticId = z.infer<typeof StatisticId>

export const OccurrenceId = z
  .templateLiteral(['occ_', suffix])
  .describe('Id of one appearance of a quote or statistic in a revision')
  .meta({ id: 'OccurrenceId' })
export type OccurrenceId = z.infer<typeof OccurrenceId>

export const DecisionId = z
  .templateLiteral(['dec_', suffix])
  .describe('Id of a review decision')
  .meta({ id: 'DecisionId' })
export type DecisionId = z.infer<typeof DecisionId>

export const JudgementId = z
  .templateLiteral(['jdg_', suffix])
  .describe('Id of a judgement, derived from the pair it judges')
  .meta({ id: 'JudgementId' })
export type JudgementId = z.infer<typeof JudgementId>

export const AuditEntryId = z
  .templateLiteral(['aud_', suffix])
  .describe('Id of an audit entry')
  .meta({ id: 'AuditEntryId' })
export type AuditEntryId = z.infer<typeof AuditEntryId>

export const UserId = z.templateLiteral(['usr_', suffix]).describe('Id of a user').meta({ id: 'UserId' })
export type UserId = z.infer<typeof UserId>

export const TokenId = z
  .templateLiteral(['tok_', suffix])
  .describe('Id of an API token')
  .meta({ id: 'TokenId' })
export type TokenId = z.infer<typeof TokenId>
