/** Constants found by trying; measure with `pnpm --filter @onrecord/extract score`. */
export const tuning = {
  /** Words in marks up to which they may be a term. Of quoted spans this long, about one in ten is a term. */
  longestTerm: 5,
  /** Items of a sentence beyond which it is read in pieces, so that time stays linear. */
  longestStretch: 240,
  /** Words a quotation without any cue must have to be put forward without a speaker. */
  leastUnattributed: 4,
} as const
export type Tuning = typeof tuning
