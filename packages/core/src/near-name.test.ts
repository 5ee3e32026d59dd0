import { expect, test } from 'vitest'
import { distance, slipOf } from './near-name.ts'

test.each([
  ['zens', 'zenz', 1],
  ['adrain', 'adrian', 1],
  ['walensa', 'walesa', 1],
  ['abc', 'xyz', 3],
  ['', 'ab', 2],
  ['same', 'same', 0],
])('%s is near %s', (one, other, expected) => {
  expect(distance(one, other, 3)).toBe(expected)
  expect(distance(other, one, 3)).toBe(expected)
})

test('a slip is few letters of the word, and short words have none', () => {
  expect(slipOf('Zens', 'Adrian Zenz')).toBe(1)
  expect(slipOf('Wałensa', 'Lech Wałęsa')).toBe(1)
  expect(slipOf('zet', 'Adrian Zenz')).toBeNull()
  expect(slipOf('brekke', 'Adrian Zenz')).toBeNull()
})
