import { fold, hashOf } from '@onrecord/core'

/** Facet tokens of what may be any words: one token each, whatever the words. */
export const statisticToken = {
  place: (name: string) => `l${hashOf(fold(name))}`,
  unit: (name: string) => `u${hashOf(name.toLowerCase())}`,
  measure: (series: string) => `m${hashOf(series)}`,
} as const
