import { expect, test } from 'vitest'
import { nameTails, withoutTail } from './suggestions.ts'

test('the whole text is tried as a name, then its last words', () => {
  expect(nameTails('old ferry fares ana vid')).toEqual([
    'old ferry fares ana vid',
    'fares ana vid',
    'ana vid',
    'vid',
  ])
  expect(nameTails('z')).toEqual([])
})

test('a chosen suggestion takes the place of the words it completes', () => {
  expect(withoutTail('ferry ana vid', 'ana vid')).toBe('ferry')
  expect(withoutTail('zenz ', 'zenz')).toBe('')
})
