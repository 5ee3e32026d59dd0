import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { passageAround, sentenceAround } from './passage.ts'

const place = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

test('a short paragraph is shown whole, and what is left out is said', () => {
  const text = 'Headline\n\nThe first. “The words,” she said.\n\nThe end.'
  expect(passageAround(text, place(text, 'The words,'))).toEqual({
    start: 10,
    text: 'The first. “The words,” she said.',
    cutBefore: true,
    cutAfter: true,
  })
  expect(passageAround('Only this.', { start: 0, end: 4 })).toEqual({
    start: 0,
    text: 'Only this.',
    cutBefore: false,
    cutAfter: false,
  })
})

test('words over several paragraphs bring all of them', () => {
  const text = 'One.\nTwo “a\nb” three.\nFour.'
  expect(passageAround(text, place(text, 'a\nb')).text).toBe('Two “a\nb” three.')
})

test('of one giant paragraph three sentences on either side are shown', () => {
  const sentences = Array.from({ length: 200 }, (_, index) => `This is sentence number ${index} of them.`)
  const text = sentences.join(' ')
  const passage = passageAround(text, place(text, 'number 100'))
  expect(passage.text).toBe(sentences.slice(97, 104).join(' '))
  expect(passage).toMatchObject({
    cutBefore: true,
    cutAfter: true,
    start: text.indexOf('This is sentence number 97'),
  })
  expect(passageAround(text, place(text, 'number 0')).text).toBe(sentences.slice(0, 4).join(' '))
  expect(passageAround(text, place(text, 'number 199')).cutAfter).toBe(false)
})

test('a sentence is cut out with the place of the figure in it', () => {
  const text = 'It rained.\n\nAbout 4,000 boats came. More left.'
  expect(sentenceAround(text, place(text, '4,000'))).toEqual({
    sentence: 'About 4,000 boats came.',
    mark: { start: 6, end: 11 },
  })
})

test('passage and sentence hold the words, at the place they say, and halve no character', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'word ', '. ', '\n', '“', '🚢', 'É', ' '),
    maxLength: 3000,
  })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(200), (words, from, length) => {
      const points = Array.from(words)
      if (points.length === 0) return
      const first = from % points.length
      const start = points.slice(0, first).join('').length
      const end = start + points.slice(first, first + 1 + length).join('').length
      const passage = passageAround(words, { start, end })
      expect(words.slice(passage.start, passage.start + passage.text.length)).toBe(passage.text)
      expect(passage.start).toBeLessThanOrEqual(start)
      expect(passage.start + passage.text.length).toBeGreaterThanOrEqual(end)
      const { sentence, mark } = sentenceAround(words, { start, end })
      expect(sentence.slice(mark.start, mark.end)).toBe(words.slice(start, end))
      expect([passage.text.isWellFormed(), sentence.isWellFormed()]).toEqual([true, true])
    }),
  )
})
