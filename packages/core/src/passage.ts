import { PARAGRAPH_LENGTH, PASSAGE_SENTENCES, SENTENCE_WINDOW } from './tuning.ts'

type Stretch = { start: number; end: number }
export type Passage = { start: number; text: string; cutBefore: boolean; cutAfter: boolean }

/**
 * The words around a stretch of a text: its whole paragraphs, or, where those are long, about three sentences on
 * either side. Never throws for a stretch that lies in the text.
 */
export function passageAround(text: string, { start, end }: Stretch): Passage {
  const paragraph = trimmed(text, paragraphsAround(text, { start, end }))
  const passage =
    paragraph.end - paragraph.start <= PARAGRAPH_LENGTH
      ? paragraph
      : trimmed(text, sentencesAround(text, paragraph, { start, end }))
  const from = Math.min(passage.start, start)
  const to = Math.max(passage.end, end)
  return {
    start: from,
    text: text.slice(from, to),
    cutBefore: text.slice(0, from).trim() !== '',
    cutAfter: text.slice(to).trim() !== '',
  }
}

/** The sentence (or sentences) a stretch stands in, white space at its ends left out, and where the stretch stands in it. */
export function sentenceAround(text: string, { start, end }: Stretch): { sentence: string; mark: Stretch } {
  const paragraph = paragraphsAround(text, { start, end })
  const found = trimmed(text, sentencesAround(text, paragraph, { start, end }, 0))
  const from = Math.min(found.start, start)
  return {
    sentence: text.slice(from, Math.max(found.end, end)),
    mark: { start: start - from, end: end - from },
  }
}

function paragraphsAround(text: string, { start, end }: Stretch): Stretch {
  const next = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next }
}

/** Sentences that touch the stretch and `more` on either side, looked for in a window, so that a paragraph of a megabyte costs no more. */
function sentencesAround(
  text: string,
  paragraph: Stretch,
  { start, end }: Stretch,
  more = PASSAGE_SENTENCES,
): Stretch {
  const from = wordEdge(text, Math.max(paragraph.start, start - SENTENCE_WINDOW), paragraph.start)
  const cut = Math.min(paragraph.end, end + SENTENCE_WINDOW)
  const to = isLowSurrogate(text, cut) ? cut - 1 : cut
  const cuts = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.slice(from, to))].map(
    ({ index }) => from + index,
  )
  const first = cuts.findLastIndex((at) => at <= start)
  const after = cuts.findIndex((at) => at >= end)
  return {
    start: cuts[Math.max(0, first - more)] ?? from,
    end: after === -1 ? to : (cuts[after + more] ?? to),
  }
}

/** The first place at or after `at` where a word begins, so that a window neither halves a word nor a surrogate pair. */
function wordEdge(text: string, at: number, edge: number): number {
  if (at <= edge) return edge
  const space = text.slice(at, at + 100).search(/\s/u)
  return space === -1 ? at + (isLowSurrogate(text, at) ? 1 : 0) : at + space + 1
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  return {
    start: start + words.length - words.trimStart().length,
    end: end - (words.length - words.trimEnd().length),
  }
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
