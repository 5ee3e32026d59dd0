import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['PROT', 'PORT'],
  ['HOTS', 'HOST'],
  ['MAX_BYTES', 'MAX_BATCH_BYTES'],
  ['', 'PORT'],
])('%s is nearest to %s', (typed, meant) => {
  expect(nearest(typed, ['PORT', 'HOST', 'MAX_BATCH_BYTES'])).toBe(meant)
})
