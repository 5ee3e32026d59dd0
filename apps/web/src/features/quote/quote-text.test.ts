import { expect, test } from 'vitest'
import { lacksClosingMark, markedParts, standsInMarks } from './quote-text.ts'

const anchor = (text: string, exact: string) => {
  const start = text.indexOf(exact)
  return { start, end: start + exact.length, exact, prefix: '', suffix: '' }
}

test('the marks stand around what is verbatim, once, whether or not the part holds the article’s own', () => {
  const text = 'She called it “a step too far” and “a pity”, she said.'
  const verbatim = [anchor(text, 'a step too far'), anchor(text, 'a pity')]
  const wanted = 'it “a step too far” and “a pity”'
  expect(markedParts({ parts: [anchor(text, 'it “a step too far” and “a pity')], verbatim })).toBe(wanted)
  expect(markedParts({ parts: [anchor(text, 'it “a step too far” and “a pity”')], verbatim })).toBe(wanted)
})

test('a quotation left open at the end is seen', () => {
  expect(lacksClosingMark('it was “a step too far')).toBe(true)
  expect(lacksClosingMark('it was “a step too far”')).toBe(false)
  expect(lacksClosingMark('no marks')).toBe(false)
})

test('words in quotation marks are told from a turn in a transcript', () => {
  const said = 'She said: “Fares will rise.”'
  expect(standsInMarks(said, { start: said.indexOf('Fares') })).toBe(true)
  expect(standsInMarks(said, { start: said.indexOf('“') })).toBe(true)
  const cited = 'She wrote:\n\n> Fares will rise.'
  expect(standsInMarks(cited, { start: cited.indexOf('Fares') })).toBe(true)
  const turn = 'MINISTER: Fares will rise.'
  expect(standsInMarks(turn, { start: turn.indexOf('Fares') })).toBe(false)
})
