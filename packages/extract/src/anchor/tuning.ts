/** Constants of re-anchoring; `pnpm --filter @onrecord/extract exec vitest run src/anchor` prints what they give on the gold. */
export const anchorTuning = {
  /** Tokens that must agree on each side of repeated words. Fewer attach to the wrong twin. */
  guardTokens: 8,
  /** Share of word pairs two paragraphs must have in common to be one paragraph edited. Lower pairs strangers. */
  likeness: 0.3,
  /** Share of a span's words that must still stand for it to be called changed rather than gone. */
  kept: 0.4,
  /** Tokens of a span up to which a figure put for another is the same claim changed. */
  figureTokens: 8,
  /** Product of the lengths of two unlike stretches up to which they are compared word by word; above, nothing in them is matched. */
  diffCells: 250_000,
  /** Paragraphs that may share a word pair before it says nothing, so that time stays linear. */
  commonest: 12,
  /** Places of a word looked at to count how often a span stands in a text. */
  places: 5000,
} as const
export type AnchorTuning = { readonly [K in keyof typeof anchorTuning]: number }
