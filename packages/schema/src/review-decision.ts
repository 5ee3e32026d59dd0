import { z } from 'zod'
import {
  CitationId,
  DecisionId,
  OccurrenceId,
  QuoteId,
  SourceId,
  SpeakerId,
  StatisticId,
  TokenId,
  UserId,
} from './id.ts'
import { Text, Words } from './text.ts'
import { IsoTime } from './time.ts'

/** Who acted: kept with what they did. */
export const By = z
  .strictObject({
    kind: z.enum(['user', 'token', 'system']).describe('What acted'),
    id: z.union([UserId, TokenId]).nullable().describe('Which user or token'),
    name: Words.describe('Name at the time'),
  })
  .refine(({ kind, id }) => kind !== 'system' || id === null, { error: 'the system has no id' })
  .describe('Who acted')
  .meta({ id: 'By' })
export type By = z.infer<typeof By>

export const ReviewDecision = z
  .strictObject({
    id: DecisionId,
    target: z
      .union([QuoteId, StatisticId, SpeakerId, SourceId, CitationId, OccurrenceId])
      .describe('The record decided on'),
    targetVersion: z.int().min(1).describe('The version that was seen'),
    verdict: z
      .enum(['accept', 'edit', 'reject', 'dispute', 'withdraw', 'defer'])
      .describe('What was decided'),
    reason: z
      .enum([
        'misattributed',
        'notAQuote',
        'wrongSpan',
        'wrongValue',
        'wrongUnit',
        'wrongPeriod',
        'duplicate',
        'outOfScope',
        'other',
      ])
      .nullable()
      .describe('Why'),
    note: Text.nullable().describe('Remark'),
    by: By,
    at: IsoTime.describe('When'),
  })
  .describe('What a person decided on a record')
  .meta({ id: 'ReviewDecision' })
export type ReviewDecision = z.infer<typeof ReviewDecision>
