/** Constants of how rules and tagger are put together, found by trying on the development set and the seeds. */
export const tuning = {
  /** Share of words that a rule's finding and a proposal of the tagger must have in common for the rule's to stand. */
  alikeDirect: 0.3,
  alikeMixed: 0.5,
  alikeIndirect: 0.3,
  /** Score from which what only the tagger found is put forward without a speaker. */
  leastNameless: 0.5,
  /** Share of its words inside a rule's finding with quoted words from which a proposal of the tagger is a part of it. */
  partOfQuoted: 0.8,
  /** Words outside marks up to which a lone proposal with short words in marks is only a name for something. */
  longestName: 3,
  /** Scores from which findings of the rules are put forward: such with quoted words, and such without. */
  leastRuledQuoted: 0.1,
  leastRuled: 0.2,
} as const
