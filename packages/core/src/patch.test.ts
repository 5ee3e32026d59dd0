import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, diff, walk } from './patch.ts'

test('a patch names what changed and walks both ways, byte for byte', () => {
  const record = fc.record({
    a: fc.jsonValue(),
    'b/c~d': fc.jsonValue(),
    list: fc.array(fc.nat(3), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(record, record, (before, after) => {
      const patch = diff(before, after)
      expect(canonicalJson(walk(before, patch, 'forward'))).toBe(canonicalJson(after))
      expect(JSON.stringify(walk(walk(before, patch, 'forward'), patch, 'back'))).toBe(JSON.stringify(before))
      expect(diff(after, after)).toEqual([])
    }),
  )
  expect(diff({ 'a/b': 1, c: { d: 1 } }, { 'a/b': 2, c: { d: 1 } })).toEqual([
    { op: 'replace', path: '/a~1b', old: 1, value: 2 },
  ])
})

test('equal records are equal whatever the order of their keys', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
})
