import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTitle, titleOf } from './title.ts'

test.each([
  ['Fares to rise\n\nThe board met on Friday.', 'Fares to rise'],
  ['Fares to rise\r\n\r\nThe board met on Friday.', 'Fares to rise'],
  ['The board met on Friday. It agreed.', 'The board met on Friday.'],
  ['The board met on Friday.\n\nIt agreed.', 'The board met on Friday.'],
  ['“Nobody likes it.” She sat down.', '“Nobody likes it.”'],
  [
    'The harbour board agreed on Friday to raise ferry fares by 4% from May, the third rise in two years.',
    'The harbour board agreed on Friday to raise ferry fares by 4% from May, the…',
  ],
  ['Only a line', 'Only a line'],
  ['x'.repeat(200), `${'x'.repeat(79)}…`],
])('the title of %j is %j', (text, title) => {
  expect(titleOf(text)).toBe(title)
})

test('a title is one line', () => {
  expect(cleanTitle('  Fares\n to\u2028rise\u00ad ')).toBe('Fares to rise')
  expect(cleanTitle(' \n ')).toBeNull()
})

test('any text with something in it has a title of one well-formed line', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'B', ' ', '.', '\n', '\r\n', '“', '”', '🌾', '\ud83c', '\u2028', '\u200b'),
        maxLength: 300,
      }),
      (text) => {
        const title = titleOf(text)
        expect(title.isWellFormed() && title !== '' && !/[\r\n]/u.test(title)).toBe(true)
      },
    ),
  )
})
