/** Measures of the training, found by trying on held-out folds of the train set. */
export const tuning = {
  /** Parts of the train set; what is said of a document in training comes from models that have not seen its part. */
  folds: 4,
  cue: { epochs: 5, rate: 0.15, shrink: 1e-5, seed: 1 },
  chain: { epochs: 5, rate: 0.1, shrink: 1e-5, seed: 2 },
  judge: { count: 200, depth: 5, rate: 0.06, ridge: 3, least: 12 },
} as const
