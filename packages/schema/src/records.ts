import type { z } from 'zod'
import { Citation } from './citation.ts'
import { Judgement } from './judgement.ts'
import { Occurrence } from './occurrence.ts'
import { Quote } from './quote.ts'
import { ReviewDecision } from './review-decision.ts'
import { SourceRevision } from './revision.ts'
import { Source } from './source.ts'
import { Speaker } from './speaker.ts'
import { Statistic } from './statistic.ts'

/** Every stored kind of record and its schema. `auditEntry` is written by the store alone. */
export const records = {
  source: Source,
  revision: SourceRevision,
  citation: Citation,
  speaker: Speaker,
  occurrence: Occurrence,
  quote: Quote,
  statistic: Statistic,
  decision: ReviewDecision,
  judgement: Judgement,
} as const

export type Kind = keyof typeof records
export type Records = { [K in Kind]: z.infer<(typeof records)[K]> }
export const kinds = [
  'source',
  'revision',
  'citation',
  'speaker',
  'occurrence',
  'quote',
  'statistic',
  'decision',
  'judgement',
] as const satisfies readonly Kind[]

export const SCHEMA_VERSION = '1.0.0'
