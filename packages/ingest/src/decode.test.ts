import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { declaredCharset, decode } from './decode.ts'

const words = '“Nobody likes it,” said Ana Vidal Roche – the café’s owner agreed. '
const german =
  '„Größe ist nicht alles“, sagte Jürgen Åker. Die Fähre fährt täglich über den großen Fluß, für 12 € hin und zurück. '

test.each([
  ['utf-8', iconv.encode(words, 'utf-8'), words],
  ['utf-8 with a mark', iconv.encode(words, 'utf-8', { addBOM: true }), words],
  ['utf-16le with a mark', iconv.encode(words, 'utf-16le', { addBOM: true }), words],
  ['utf-16be with a mark', iconv.encode(words, 'utf-16be', { addBOM: true }), words],
  ['utf-16le', iconv.encode(words, 'utf-16le'), words],
  ['utf-16be', iconv.encode(words, 'utf-16be'), words],
  ['windows-1252', iconv.encode(words, 'windows-1252'), words],
  ['windows-1252, German', iconv.encode(german, 'windows-1252'), german],
  ['ascii', iconv.encode('Plain words.', 'ascii'), 'Plain words.'],
])('%s is told by its bytes', (_, bytes, text) => {
  expect(decode(bytes).text).toBe(text)
})

test.each([
  ['iso-8859-2', 'Zażółć gęślą jaźń, powiedziała Halina.'],
  ['shift_jis', '「誰も望んでいない」と大臣は言った。'],
  ['windows-1251', '«Никто этого не хочет», — сказала министр.'],
  ['iso-8859-1', '“Nobody likes it” – said she'],
])('%s is read where it is declared', (charset, text) => {
  const bytes = iconv.encode(text, charset === 'iso-8859-1' ? 'windows-1252' : charset)
  expect(decode(bytes, charset).text).toBe(text)
})

test('a wrong declaration does not spoil clean UTF-8, and a few broken bytes do not spoil the rest', () => {
  expect(decode(iconv.encode(words, 'utf-8'), 'windows-1252').text).toBe(words)
  const broken = Buffer.concat([iconv.encode(words.repeat(5), 'utf-8'), Buffer.from([0xe2, 0x80])])
  expect(decode(broken).text).toBe(`${words.repeat(5)}\ufffd`)
})

test('Cyrillic without a declaration is guessed', () => {
  const text =
    'Министр гавани сказала в пятницу, что билеты на паром подорожают с мая на четыре процента. '.repeat(5)
  expect(decode(iconv.encode(text, 'windows-1251')).text).toBe(text)
})

test('the charset is found in the header, in meta tags and in an XML declaration', () => {
  const bytes = (html: string) => Buffer.from(html)
  expect(declaredCharset(bytes('<meta charset="koi8-r">'), 'text/html; charset="utf-8"')).toBe('utf-8')
  expect(
    declaredCharset(
      bytes('<html><META http-equiv=Content-Type content="text/html; charset=koi8-r">'),
      'text/html',
    ),
  ).toBe('koi8-r')
  expect(declaredCharset(bytes('<?xml version="1.0" encoding="iso-8859-2"?>'), null)).toBe('iso-8859-2')
  expect(declaredCharset(bytes('<p>charset=none</p>'), null)).toBeNull()
})

test.each([
  ['PDF', '%PDF-1.4'],
  ['ZIP or Office document', 'PK\u0003\u0004'],
  ['PNG image', '\u0089PNG'],
])('a %s is named', (kind, head) => {
  expect(() => decode(Buffer.from(head, 'latin1'))).toThrow(`binary file (${kind})`)
})

test('any text survives UTF-8, and any bytes give well-formed text or a named error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(!text.includes('\0') && !/[\p{Cc}\ufeff\ufffd]/u.test(text))
      expect(decode(new TextEncoder().encode(text)).text).toBe(text)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const outcome = (() => {
        try {
          return decode(bytes).text.isWellFormed()
        } catch (error) {
          return error instanceof Error && error.message.includes('binary file')
        }
      })()
      expect(outcome).toBe(true)
    }),
  )
})
