import { extract } from '@onrecord/extract'
import { expect, test } from 'vitest'
import { printedDay } from './printed-day.ts'

const body = 'The board met again. “Nobody likes it,” said Ana Vidal Roche, the harbour minister.'
const dayOf = (text: string, at = '2031-06-01T09:00:00.000Z') => printedDay(text, extract(text), at)

test.each([
  [`PORT ELLERY, 12 March 2025 – ${body}`, '2025-03-12'],
  [`The Water Hour, 3 February 2025\n\n${body}`, '2025-02-03'],
  [`Harbour inquiry\nEvidence, day 4, Tuesday 13 May 2025\n\n${body}`, '2025-05-13'],
  [`Fares to rise\n\nBy Ana Vidal\n\n14 October 2021\n\n${body}`, '2021-10-14'],
  [
    `Fares to rise\n\nBy Ana Vidal\n\nPublished: 3 February 2025\n\n${body} It met on 2 May 2024.`,
    '2025-02-03',
  ],
  [`Fares to rise\r\n\r\nPublished on February 3, 2025\r\n\r\n${body}`, '2025-02-03'],
  [`2025-02-03\n\n${body}`, '2025-02-03'],
])('the day at the head of a text is that of its publication: %s', (text, day) => {
  expect(dayOf(text)).toBe(day)
})

test.each([
  `On 12 March 2025 the board met.\n\n${body}`,
  `Ferry fares to rise on 1 May 2025\n\n${body}`,
  `Fares to rise\n\n${body}\n\nThe board meets on 3 February 2025`,
  `The Water Hour, February 2025\n\n${body}`,
  `The Water Hour, 3 February 2025\nRepeat, 5 February 2025\n\n${body}`,
  `The Water Hour, 30 February 2025\n\n${body}`,
  `Published: soon\n\n${body}`,
  body,
])('a day in running text, a second one or none is no day of publication: %s', (text) => {
  expect(dayOf(text)).toBeNull()
})

test('a text is not published after it was read', () => {
  const text = `The Water Hour, 3 February 2025\n\n${body}`
  expect(dayOf(text, '2025-02-02T23:00:00.000Z')).toBeNull()
  expect(dayOf(text, '2025-02-03T01:00:00.000Z')).toBe('2025-02-03')
})
