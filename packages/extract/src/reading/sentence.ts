import { isSpeechWord } from '../languages/en/cues.ts'
import type { Paragraph } from './paragraph.ts'
import type { Token } from './token.ts'

/** A sentence: offsets, and its tokens as a half-open range. */
export type Sentence = { start: number; end: number; first: number; endToken: number; paragraph: number }

const starters = new Set(
  (
    'the a an this that these those he she it they we you i but and in on at for from after before when while ' +
    'if as his her its their there here what who where why how however meanwhile some many most both one'
  ).split(' '),
)
const terminal = /^(?:[.?!…]|\.\.+)$/
const mayEnd = /^(?:(?:[a-z]\.){2,}|inc\.|ltd\.|corp\.|co\.|jr\.|sr\.|etc\.|ave\.|st\.|al\.)$/

/**
 * Two readings of the sentences of every paragraph, in order. `sentences` are those of the text around its
 * quotations: a full stop inside marks does not end them. `innerSentences` end at every full stop.
 * Sets `sentence` on the tokens (index into `sentences`). Linear.
 */
export function readSentences(
  text: string,
  tokens: Token[],
  paragraphs: readonly Paragraph[],
): { sentences: Sentence[]; innerSentences: Sentence[] } {
  const sentences: Sentence[] = []
  const innerSentences: Sentence[] = []
  for (const [paragraph, { first, endToken }] of paragraphs.entries()) {
    let outerFrom = first
    let innerFrom = first
    for (let index = first; index < endToken; index++) {
      const end = endOfSentence(text, tokens, index, endToken, innerFrom)
      if (end === null) continue
      add(innerSentences, innerFrom, end.at, paragraph)
      innerFrom = end.at
      if (end.outer) {
        add(sentences, outerFrom, end.at, paragraph)
        outerFrom = end.at
      }
      index = end.at - 1
    }
    add(innerSentences, innerFrom, endToken, paragraph)
    add(sentences, outerFrom, endToken, paragraph)
  }
  for (const [sentence, { first, endToken }] of sentences.entries())
    for (let index = first; index < endToken; index++) {
      const token = tokens[index]
      if (token) token.sentence = sentence
    }
  return { sentences, innerSentences }

  function add(list: Sentence[], first: number, endToken: number, paragraph: number): void {
    const start = tokens[first]
    const last = tokens[endToken - 1]
    if (first < endToken && start && last)
      list.push({ start: start.start, end: last.end, first, endToken, paragraph })
  }
}

function endOfSentence(
  text: string,
  tokens: readonly Token[],
  index: number,
  end: number,
  from: number,
): { at: number; outer: boolean } | null {
  const token = tokens[index]
  if (token === undefined) return null
  const abbreviated = token.kind === 'word' && token.lower.endsWith('.') && mayEnd.test(token.lower)
  if (!abbreviated && !(token.kind === 'mark' && terminal.test(token.lower))) return null
  if (token.lower === '.' && index - from === 1 && tokens[from]?.kind === 'number') return null
  let after = index + 1
  let closed = false
  while (after < end) {
    const next = tokens[after]
    if (next === undefined || /\s/.test(text.charAt(next.start - 1))) break
    if (next.kind === 'quote') closed = true
    else if (!/^[)\]?!.…]+$/.test(next.lower)) return null
    after++
  }
  const next = tokens[after]
  if (after >= end || next === undefined) return null
  const opens = next.kind === 'quote' || /^[([—–•>-]/.test(next.lower)
  if (closed && /^(?:[—–―]|--?)$/.test(next.lower)) return null
  const starts = next.capital || next.kind === 'number' || opens || caseless(next)
  if (!starts) return null
  if (abbreviated && !(starters.has(next.lower) || opens)) return null
  const lead = next.kind === 'quote' ? tokens[after - 1] : next
  const outer = next.kind === 'quote' ? outside(tokens, next) : (lead?.quotation ?? -1) === -1
  if (outer && closed && token.lower !== '.' && !abbreviated && tagFollows(tokens, after, end)) return null
  return { at: after, outer }
}

const outside = (_tokens: readonly Token[], mark: Token): boolean => mark.quotation === -1
const caseless = (token: Token): boolean =>
  token.kind === 'word' && token.lower.charCodeAt(0) > 0x24f && token.lower === token.lower.toUpperCase()

/** “Why?” Penrose asked. — the name after the marks belongs to the quotation. */
function tagFollows(tokens: readonly Token[], from: number, end: number): boolean {
  if (tokens[from]?.kind === 'quote') return false
  for (let index = from; index < Math.min(end, from + 8); index++) {
    const token = tokens[index]
    if (token === undefined || token.quotation !== -1 || terminal.test(token.lower)) return false
    if (isSpeechWord(token.lower)) {
      const after = tokens[index + 1]
      return after === undefined || after.kind === 'mark' || after.kind === 'quote' || index - from <= 3
    }
  }
  return false
}
