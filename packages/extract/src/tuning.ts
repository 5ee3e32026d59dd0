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
  /** Score from which readings that a rule shares are put forward; the model's own; and those that are nothing but words in marks. */
  leastRuled: 0.2,
  leastAlone: 0.35,
  leastBare: 0.6,
  /** Share of items that rule and model must have in common for the rule's content to stand. */
  agreement: 0.3,
  /** Least score of what only the weights find, for careful use: on dev precision goes from 75 to 82, recall from 58 to 49. */
  leastCareful: 0.65,
} as const
export type Tuning = typeof tuning
