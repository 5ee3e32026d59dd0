import { examples } from '@onrecord/schema/examples'
import { expect, test } from 'vitest'
import { isCutShort, keyOf } from './article.ts'

test('a title that is the text’s own beginning, cut, is told from a title', () => {
  const text = 'The ferry did not sail\non Monday, the harbour council said. More follows.'
  expect(isCutShort({ title: 'The ferry did not sail on Monday…', text })).toBe(true)
  expect(isCutShort({ title: 'The ferry did not sail on Monday', text })).toBe(false)
  expect(isCutShort({ title: 'Waiting for the ferry…', text })).toBe(false)
})

test('the key of an article explains the marks it has', () => {
  const [source] = examples.sourceView
  if (source === undefined) throw new RangeError('there is an example of a source')
  expect(keyOf(source)).toMatchObject({ verbatim: 'marks', statistic: true })
  expect(keyOf({ ...source, text: source.text.replaceAll(/[“”"]/g, ' ') }).verbatim).toBe('turns')
  expect(keyOf({ ...source, quotes: [], statistics: [] })).toEqual({
    verbatim: null,
    reported: false,
    statistic: false,
    suffix: false,
  })
})
