import { expect, test } from 'vitest'
import { keyName } from './keys.ts'

test('a Latin layout gives its letter, another one the place of the key', () => {
  expect(keyName({ key: 'j', code: 'KeyJ' })).toBe('j')
  expect(keyName({ key: 'C', code: 'KeyC' })).toBe('c')
  expect(keyName({ key: 'о', code: 'KeyJ' })).toBe('j')
  expect(keyName({ key: '/', code: 'Slash' })).toBe('/')
  expect(keyName({ key: 'Enter', code: 'Enter' })).toBe('Enter')
})
