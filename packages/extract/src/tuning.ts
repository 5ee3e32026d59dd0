/** Constants found by trying; measure with `pnpm --filter @onrecord/extract score`. */
export const tuning = {
  /** Words in marks up to which they may be a term. Of quoted spans this long, about one in ten is a term. */
  longestTerm: 5,
  /** Items of a sentence beyond which it is read in pieces, so that time stays linear. */
  longestStretch: 160,
  /** Words in marks inside a sentence without any cue that are put forward all the same, without a speaker. */
  leastUnattributed: 8,
  /** The same where the language is not English and no cue can be known. */
  leastForeign: 3,
  /** Paragraphs over which a pronoun still stands for the last one who spoke. */
  pronounReach: 4,
  /** Least score of what only the weights find, for careful use: on dev precision goes from 77 to 83, recall from 59 to 49. */
  leastCareful: 0.65,
} as const
export type Tuning = typeof tuning
