import type { QuotationKind, ReviewStatus, SpeakerKind } from '@onrecord/schema'

export const kindWords = {
  direct: 'Direct quote',
  mixed: 'Partly quoted',
  indirect: 'Reported, not verbatim',
  term: 'Term in quotation marks',
} as const satisfies Record<QuotationKind, string>

export const statusWords = {
  unchecked: 'Not yet checked',
  verified: 'Verified',
  disputed: 'Disputed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} as const satisfies Record<ReviewStatus, string>

export const speakerKindWords = {
  person: 'Person',
  organization: 'Organisation',
  government: 'Government',
  group: 'Group',
  unnamed: 'Not named in the article',
} as const satisfies Record<SpeakerKind, string>

/** What stands for a speaker nobody has established. */
export const noSpeaker = 'Speaker not established'
/** Stands before words that their speaker denies: alone they would say the opposite. */
export const deniedWord = 'Denied:'
export const noDate = 'Date not known'
