import { anchorAt, type Anchor, type Span } from '../anchor.ts'
import type {
  AuditEntryId,
  CitationId,
  DecisionId,
  JudgementId,
  OccurrenceId,
  QuoteId,
  RevisionId,
  SourceId,
  SpeakerId,
  StatisticId,
  UserId,
} from '../id.ts'

/** An invented article by invented people; every other example is about it. */
export const articleText = [
  'Ferry fares will not rise this year, the harbour minister said on Thursday.',
  '“The ferry fares,” Ana Vidal Roche told reporters, “will not rise this year.” She called the operators’ request “a step too far” and said that talks would go on in May.',
  'Operators had asked for 4% more. According to the 2025 fares report, by the Harbour Council, about 1.2 million people took a ferry in 2025, up from 1.1 million a year before.',
  '© The Harbour Gazette',
].join('\n\n')

export const articleSha256 = 'ea2dc0afda6df2415954a70302d29b27cd53b259ad1a80b3c6f1a58586ba9c84'
export const articleFingerprint = '4e03bb4c8cbb6d11594a3be0eb350c3dd7e5fb616a1caff95fc2eb793ba427d8'

/** Where words stand in the article, counted from the first place at or after `after`. */
export function spanOf(words: string, after = 0): Span {
  const start = articleText.indexOf(words, after)
  if (start < 0) throw new RangeError(`the article does not say ${words}`)
  return { start, end: start + words.length }
}

export function anchorOf(words: string, after = 0): Anchor {
  return anchorAt(articleText, spanOf(words, after))
}

const suffix = (number: number): string => `01jx5c9q2r${String(number).padStart(16, '0')}`

/** Ids of the examples, counted from 1. */
export const ids = {
  source: (number: number): SourceId => `src_${suffix(number)}`,
  revision: (number: number): RevisionId => `rev_${suffix(number)}`,
  citation: (number: number): CitationId => `cit_${suffix(number)}`,
  speaker: (number: number): SpeakerId => `spk_${suffix(number)}`,
  quote: (number: number): QuoteId => `quo_${suffix(number)}`,
  statistic: (number: number): StatisticId => `sta_${suffix(number)}`,
  occurrence: (number: number): OccurrenceId => `occ_${suffix(number)}`,
  decision: (number: number): DecisionId => `dec_${suffix(number)}`,
  judgement: (number: number): JudgementId => `jdg_${suffix(number)}`,
  auditEntry: (number: number): AuditEntryId => `aud_${suffix(number)}`,
  user: (number: number): UserId => `usr_${suffix(number)}`,
} as const

/** When the article was captured, and when its first quote was checked. */
export const capturedAt = '2026-03-12T09:14:00.000Z'
export const checkedAt = '2026-03-14T08:30:00.000Z'
export const made = { createdAt: capturedAt, updatedAt: capturedAt, version: 1 }
