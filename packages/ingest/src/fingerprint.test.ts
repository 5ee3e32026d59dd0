import { SourceKey } from '@onrecord/schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchKeyOf, fingerprintOf, httpUrl, sha256, sourceKeyOf } from './fingerprint.ts'

const none = { canonicalUrl: null, url: null, id: null }
const fingerprint = 'a'.repeat(64)

test('white space and composition do not change a fingerprint, a letter does', () => {
  expect(fingerprintOf(' caf\u00e9\r\n\tbar ')).toBe(fingerprintOf('cafe\u0301 bar'))
  expect(fingerprintOf('café bar')).not.toBe(fingerprintOf('cafe bar'))
})

test('a source is known by its canonical address, else the one it was read from, its id, its path, its text', () => {
  const key = (document: Partial<Record<keyof typeof none, string>>, path: string | null = 'a/b.txt') =>
    sourceKeyOf({ ...none, ...document }, { path, fingerprint })
  const url = 'https://gazette.example/a?b#c'
  expect(key({ canonicalUrl: url, url: 'https://other.example/', id: 'x' })).toBe(
    'url:https://gazette.example/a?b',
  )
  expect(key({ url, id: 'x' })).toBe('url:https://gazette.example/a?b')
  expect(key({ id: 'x' })).toBe('id:x')
  expect(key({})).toBe('path:a/b.txt')
  expect(key({}, null)).toBe(`text:${fingerprint}`)
})

test('any id makes a key the schema takes', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 6000 }), (id) => {
      expect(SourceKey.safeParse(sourceKeyOf({ ...none, id }, { path: null, fingerprint })).success).toBe(
        true,
      )
    }),
  )
})

test('the key of a batch is the digest the schema describes', () => {
  expect(batchKeyOf('id:x', fingerprint, { name: 'onrecord', version: '1' })).toBe(
    sha256(`id:x\n${fingerprint}\nonrecord\n1`),
  )
})

test('an address is http(s) and whole, or none', () => {
  expect(httpUrl('/a', 'https://gazette.example/b/c')).toBe('https://gazette.example/a')
  expect([
    httpUrl('javascript:alert(1)'),
    httpUrl('/a'),
    httpUrl(''),
    httpUrl(null),
    httpUrl('http://'),
  ]).toEqual([null, null, null, null, null])
})
