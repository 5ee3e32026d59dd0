import type { Extractor } from '@onrecord/schema'
import type { Model } from './model/weights.ts'

/** Goes up with every change of a rule, so that stored candidates say which rules found them. */
export const extractor = { name: 'onrecord', version: '5' } as const

/** What read a text, weights included: with others the same text may have another answer. */
export function extractorWith(model: Model | null): Extractor {
  return model === null ? extractor : { ...extractor, version: `${extractor.version}+${model.name}` }
}
