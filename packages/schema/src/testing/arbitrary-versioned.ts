import * as fc from 'fast-check'
import type { ReviewStatus } from '../quote.ts'
import type { Rank } from '../text.ts'
import { isoTime } from './arbitrary-value.ts'

export const rank: fc.Arbitrary<Rank> = fc.constantFrom('preferred', 'normal', 'deprecated')
export const reviewStatus: fc.Arbitrary<ReviewStatus> = fc.constantFrom(
  'unchecked',
  'disputed',
  'rejected',
  'withdrawn',
)

export const versioned = fc
  .tuple(isoTime, isoTime, fc.integer({ min: 1, max: 99 }))
  .map(([a, b, version]) => ({
    version,
    createdAt: a < b ? a : b,
    updatedAt: a < b ? b : a,
  }))
