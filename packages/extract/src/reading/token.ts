export type TokenKind = 'word' | 'number' | 'mark' | 'quote'

/** A word, a number, a punctuation mark or a quotation mark; offsets are UTF-16 code units. */
export type Token = {
  start: number
  end: number
  /** The token in lower case, typographic apostrophes made straight. */
  lower: string
  /** word: letters (with inner apostrophes and hyphens); number: digits with separators (1,204.5); quote: may open or close a quotation. */
  kind: TokenKind
  /** Whether it begins with a capital letter. */
  capital: boolean
  /** Index into paragraphs. */
  paragraph: number
  /** Index into sentences. */
  sentence: number
  /** Index into quotations of the innermost one it stands in, -1 outside; its own marks count as outside of it. */
  quotation: number
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3
const QUOTE = 4

const quoteMarks = '"“”„‟″«»‹›‘’‚‛\'`´「」『』＂'
const table = new Uint8Array(0x80)
for (let code = 0; code < 0x80; code++) {
  const char = String.fromCharCode(code)
  if (/[a-z]/i.test(char)) table[code] = LETTER
  else if (/\d/.test(char)) table[code] = DIGIT
  else if (code <= 0x20 || code === 0x7f) table[code] = SPACE
  else if (quoteMarks.includes(char)) table[code] = QUOTE
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x80) return table[code] ?? OTHER
  if (code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff) return SPACE
  const char = text.charAt(at)
  if (quoteMarks.includes(char)) return QUOTE
  if (code >= 0xd800 && code <= 0xdfff) {
    const point = text.codePointAt(at) ?? code
    return /\p{L}/u.test(String.fromCodePoint(point)) ? LETTER : OTHER
  }
  if (/\s/.test(char)) return SPACE
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER
  return /\p{N}/u.test(char) ? DIGIT : OTHER
}

const width = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
const isApostrophe = (char: string): boolean => char === "'" || char === '’'
const apostrophes = /[’‘]/g

/** Words that end in a full stop without ending a sentence. */
const abbreviations = new Set(
  (
    'mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col maj capt cmdr sgt adm rev hon st jr sr no vs ' +
    'inc ltd corp co bros dept univ assn ave blvd jan feb mar apr jun jul aug sept sep oct nov dec mt ft ' +
    'messrs mme mlle supt insp cllr ald est approx fig al etc eg ie cf pp vol ed eds pres sec amb del atty'
  ).split(' '),
)

/**
 * Every token of the text in order; paragraph, sentence and quotation are still 0, 0 and -1.
 * One pass, linear. A run of more than three equal marks is one token, so that a text of
 * nothing but marks stays small.
 */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const kind = classOf(text, at)
    if (kind === SPACE) {
      at++
      continue
    }
    const start = at
    if (kind === LETTER) {
      at = endOfWord(text, at)
      push('word', start, at)
    } else if (kind === DIGIT) {
      at = endOfNumber(text, at)
      push('number', start, at)
    } else {
      at = endOfMark(text, at)
      const tail = kind === QUOTE && at - start >= 2 && classOf(text, at - 1) === LETTER
      if (tail) push('word', start, at)
      else push(kind === QUOTE && at - start <= 3 ? 'quote' : 'mark', start, at)
    }
  }
  return tokens

  function push(kind: TokenKind, start: number, end: number): void {
    const raw = text.slice(start, end)
    const lower = kind === 'word' ? raw.toLowerCase().replaceAll(apostrophes, "'") : raw
    const code = raw.charCodeAt(0)
    const capital = kind === 'word' && (code < 0x80 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(raw))
    tokens.push({ start, end, lower, kind, capital, paragraph: 0, sentence: 0, quotation: -1 })
  }
}

function endOfWord(text: string, from: number): number {
  let at = from
  let dots = 0
  for (;;) {
    while (at < text.length) {
      const kind = classOf(text, at)
      if (kind !== LETTER && kind !== DIGIT) break
      at += width(text, at)
    }
    const char = text.charAt(at)
    const next = at + 1 < text.length ? classOf(text, at + 1) : SPACE
    if (next === LETTER && isApostrophe(char)) {
      // The possessive and the short «is» are a token of their own: «Penhallick» + «'s».
      if (at > from && tailEnd(text, at) > 0) return at
      at++
      continue
    }
    if ((char === '-' || char === '‑' || char === '&') && (next === LETTER || next === DIGIT)) {
      at++
      continue
    }
    if (char === '.' && at - from <= 8) {
      const single = at - from === 1 + dots * 2
      if (single && next === LETTER) {
        dots++
        at++
        continue
      }
      const stem = text.slice(from, at).toLowerCase()
      const initial = at - from === 1 && text.slice(from, at) !== stem && stem !== 'i'
      if (dots > 0 || initial || abbreviations.has(stem)) return at + 1
    }
    return at
  }
}

const tails = /^(?:s|d|m|ll|re|ve)$/i

/** The end of 's, 'd, 'm, 'll, 're or 've, which are tokens of their own, at an apostrophe; 0 for anything else. */
function tailEnd(text: string, apostrophe: number): number {
  for (const length of [1, 2]) {
    const end = apostrophe + 1 + length
    const after = end < text.length ? classOf(text, end) : SPACE
    if (after !== LETTER && after !== DIGIT && tails.test(text.slice(apostrophe + 1, end))) return end
  }
  return 0
}

function endOfNumber(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && classOf(text, at) === DIGIT) at++
    const char = text.charAt(at)
    if ((char === '.' || char === ',') && at + 1 < text.length && classOf(text, at + 1) === DIGIT) {
      at++
      continue
    }
    return at
  }
}

function endOfMark(text: string, from: number): number {
  const char = text.charAt(from)
  let at = from + width(text, from)
  while (at < text.length && text.charAt(at) === char) at++
  const run = at - from
  if (run > 3) return at
  // "..", "--", "''" and "``" are one mark; other repeated marks stand each for themselves.
  if (run > 1 && (char === '.' || char === '-' || char === "'" || char === '`')) {
    if (char === "'" && run === 3) return from + 2
    return at
  }
  // The possessive tail that endOfWord left over.
  if (isApostrophe(char) && from > 0 && classOf(text, from - 1) === LETTER) {
    const end = tailEnd(text, from)
    if (end > 0) return end
  }
  return from + width(text, from)
}
