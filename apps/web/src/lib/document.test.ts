import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, jsonInScript } from './document.ts'

test('JSON in a script has no character that could end it, and reads back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = jsonInScript(value)
      expect(text).not.toContain('<')
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('escaped text opens no element and ends no attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escaped(text)).not.toMatch(/[<>"']/)
    }),
  )
})
