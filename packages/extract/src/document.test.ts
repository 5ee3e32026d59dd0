import { expect, test } from 'vitest'
import { readDocument } from './document.ts'

const inside = (text: string): string[] => {
  const { quotations } = readDocument(text)
  return quotations.map(({ start, end }) => text.slice(start, end))
}
const sentences = (text: string): string[] =>
  readDocument(text).sentences.map(({ start, end }) => text.slice(start, end))
const regions = (text: string): string[] =>
  readDocument(text).regions.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

test.each([
  ['curly', 'She said “come in” twice.', ['come in']],
  ['straight', 'She said "come in" twice.', ['come in']],
  ['German', 'Sie sagte: „Komm herein“, und ging.', ['Komm herein']],
  ['guillemets', 'Elle a dit « entrez » et partit.', ['entrez']],
  ['guillemets turned inwards', 'Sie sagte »komm« und ging.', ['komm']],
  ['two apostrophes', "She said, ''Come in,'' and left.", ['Come in,']],
  ['backticks', "She said, ``Come in,'' and left.", ['Come in,']],
  ['single curly', 'She said ‘don’t come in’ twice.', ['don’t come in']],
  ['single straight', "She said 'don't come in' twice.", ["don't come in"]],
  ['mixed styles', 'She said “come in" and "go”.', ['come in', 'go']],
  ['a closing mark turned the wrong way', 'She said “come in“ and left.', ['come in']],
  ['nested', '“He said ‘no’ to me,” she said.', ['He said ‘no’ to me,', 'no']],
])('reads quotation marks: %s', (_name, text, expected) => {
  expect(inside(text)).toEqual(expected)
})

test.each([
  "The voters' choice didn't surprise the workers' unions.",
  "He was born in the '60s and stayed.",
  'A 6-foot board.',
])('takes apostrophes for apostrophes: %s', (text) => {
  expect(inside(text)).toEqual([])
})

test('an unclosed quotation ends with its paragraph and says which one goes on from it', () => {
  const text = '“One.\n\n“Two.”\n\nThree.'
  const { quotations } = readDocument(text)
  expect(inside(text)).toEqual(['One.', 'Two.'])
  expect(quotations.map(({ closed, reopens }) => ({ closed, reopens }))).toEqual([
    { closed: false, reopens: -1 },
    { closed: true, reopens: 0 },
  ])
})

test('a full stop inside marks does not end the sentence around them', () => {
  expect(sentences('“Go. Now,” said Mara Quill. “Please.” Nobody went. “Why?” Quill asked.')).toEqual([
    '“Go. Now,” said Mara Quill.',
    '“Please.”',
    'Nobody went.',
    '“Why?” Quill asked.',
  ])
})

test('abbreviations, initials and decimals end no sentence', () => {
  expect(sentences('Dr. J. Quill paid 3.5 million to the U.S. Treasury. The U.S. The end.')).toEqual([
    'Dr. J. Quill paid 3.5 million to the U.S. Treasury.',
    'The U.S.',
    'The end.',
  ])
})

test('bylines, date lines, contacts and foreign lines after the end are no article text', () => {
  const text = [
    'Bridge opens',
    'By Mara Quill',
    '3 May 2031',
    'LOWTON, May 3 — The bridge opened.',
    'It is blue.',
    'Share this article',
    'Press office: press@lowton.example',
    'مشاركة :',
  ].join('\n')
  expect(regions(text)).toEqual([
    'byline: By Mara Quill',
    'dateline: 3 May 2031',
    'dateline: LOWTON, May 3 —',
    'boilerplate: Share this article',
    'boilerplate: Press office: press@lowton.example',
    'boilerplate: مشاركة :',
  ])
})

test('lines wrapped at a fixed width are one paragraph', () => {
  const line = 'the council of the town met again in the old hall by the river and talked'
  expect(readDocument(`${line}\n`.repeat(5)).paragraphs).toHaveLength(1)
})
