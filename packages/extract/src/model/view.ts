import type { Document } from '../document.ts'
import { hashOf, mix } from './hash.ts'
import { coarseOf, lemmaOf, TAG, tagOf } from './tag.ts'

/** What the models see of a text, once for every token, whatever the cue. Plain arrays, one slot a token. */
export type View = {
  size: number
  tag: Uint8Array
  /** Coarse class: 0 other, 1 noun phrase, 2 verb, 3 preposition, 4 conjunction, 5 comma, 6 quotation, 7 that or wh. */
  coarse: Uint8Array
  word: Int32Array
  lemma: Int32Array
  suffix: Int32Array
  /** 0 outside quotation marks, 1 inside, 2 inside a short one, 3 a mark. */
  quote: Uint8Array
  quotation: Int32Array
  sentence: Int32Array
  paragraph: Int32Array
  /** Number of the noun phrase it stands in, -1 outside. */
  phrase: Int32Array
  phraseFirst: Int32Array
  phraseEnd: Int32Array
  sentenceFirst: Int32Array
  sentenceEnd: Int32Array
  /** Whether all words of a sentence stand in quotation marks: one slot a sentence. */
  quoted: Uint8Array
  /** Whether any of its words stand in quotation marks: one slot a sentence. */
  marked: Uint8Array
  paragraphFirst: Int32Array
  paragraphEnd: Int32Array
  heading: Uint8Array
}

/** Reads a document for the models; linear. */
export function readView({ tokens, sentences, paragraphs, quotations }: Document): View {
  const size = tokens.length
  const tag = new Uint8Array(size)
  const coarse = new Uint8Array(size)
  const word = new Int32Array(size)
  const lemma = new Int32Array(size)
  const suffix = new Int32Array(size)
  const quote = new Uint8Array(size)
  const quotation = new Int32Array(size)
  const sentence = new Int32Array(size)
  const paragraph = new Int32Array(size)
  const phrase = new Int32Array(size).fill(-1)
  const known = new Map<string, { word: number; lemma: number; suffix: number }>()
  const firsts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < size; at++) {
    const token = tokens[at]
    if (token === undefined) continue
    const { lower } = token
    let hashes = known.get(lower)
    if (hashes === undefined) {
      hashes = { word: hashOf(lower), lemma: hashOf(lemmaOf(lower)), suffix: hashOf(lower.slice(-3)) }
      known.set(lower, hashes)
    }
    word[at] = hashes.word
    lemma[at] = hashes.lemma
    suffix[at] = mix(hashes.suffix, Math.min(lower.length, 5))
    const before = at > 0 && tokens[at - 1]?.paragraph === token.paragraph ? (tag[at - 1] ?? 0) : TAG.edge
    const own = tagOf(token, before, sentences[token.sentence]?.first === at || before === TAG.quote)
    tag[at] = own
    const group = coarseOf(own)
    coarse[at] = group
    const inside = quotations[token.quotation]
    quote[at] = token.kind === 'quote' ? 3 : inside === undefined ? 0 : inside.words <= 4 ? 2 : 1
    quotation[at] = token.quotation
    sentence[at] = token.sentence
    paragraph[at] = token.paragraph
    if (group !== 1) continue
    const joins =
      before !== TAG.edge &&
      (phrase[at - 1] ?? -1) >= 0 &&
      own !== TAG.determiner &&
      own !== TAG.possessive &&
      own !== TAG.pronoun &&
      before !== TAG.pronoun
    if (!joins) {
      firsts.push(at)
      ends.push(at)
    }
    phrase[at] = firsts.length - 1
    ends[firsts.length - 1] = at + 1
  }
  const quoted = new Uint8Array(sentences.length)
  const marked = new Uint8Array(sentences.length)
  for (const [index, { first, endToken }] of sentences.entries()) {
    let words = 0
    let inside = 0
    for (let at = first; at < endToken; at++) {
      if (tokens[at]?.kind !== 'word') continue
      words++
      if ((quotation[at] ?? -1) >= 0) inside++
    }
    quoted[index] = words > 0 && words === inside ? 1 : 0
    marked[index] = inside > 0 ? 1 : 0
  }
  return {
    size,
    tag,
    coarse,
    word,
    lemma,
    suffix,
    quote,
    quotation,
    sentence,
    paragraph,
    phrase,
    phraseFirst: Int32Array.from(firsts),
    phraseEnd: Int32Array.from(ends),
    sentenceFirst: Int32Array.from(sentences, ({ first }) => first),
    sentenceEnd: Int32Array.from(sentences, ({ endToken }) => endToken),
    quoted,
    marked,
    paragraphFirst: Int32Array.from(paragraphs, ({ first }) => first),
    paragraphEnd: Int32Array.from(paragraphs, ({ endToken }) => endToken),
    heading: Uint8Array.from(paragraphs, ({ heading }) => (heading ? 1 : 0)),
  }
}
