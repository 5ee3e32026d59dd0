import { z } from 'zod'
import { JudgementId, OccurrenceId, QuoteId, SpeakerId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { By } from './review-decision.ts'
import { Text } from './text.ts'
import { IsoTime } from './time.ts'

const judged = z.union([SpeakerId, QuoteId])

export const Judgement = z
  .strictObject({
    id: JudgementId,
    left: judged.describe('The smaller id of the pair'),
    right: judged.describe('The larger id of the pair'),
    answer: z.enum(['same', 'different', 'unsure']).describe('Whether the two are one'),
    kept: judged.nullable().describe('The id to show, if same'),
    reason: Text.nullable().describe('Why'),
    evidence: z.array(OccurrenceId).describe('Where it can be seen'),
    by: By,
    at: IsoTime.describe('When'),
    ...versioned,
  })
  .refine(inTimeOrder, timeOrder)
  .refine(({ left, right }) => left < right && left.slice(0, 4) === right.slice(0, 4), {
    error: 'two records of one kind, the smaller id first',
  })
  .refine(
    ({ kept, left, right, answer }) => (answer === 'same' ? kept === left || kept === right : kept === null),
    { error: 'kept names one of the pair, and only if they are the same' },
  )
  .describe('An answer about a pair of speakers or of quotes')
  .meta({ id: 'Judgement' })
export type Judgement = z.infer<typeof Judgement>
