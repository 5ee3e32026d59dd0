export type LexemeKind = 'word' | 'number' | 'mark'

/** A word, a printed number or one mark; offsets are UTF-16 code units. */
export type Lexeme = {
  start: number
  end: number
  kind: LexemeKind
  /** Lower case, apostrophes straight. Of a number: as printed. */
  lower: string
  /** Begins with a capital letter. */
  capital: boolean
  /** White space before: none, some, or a line break. */
  gap: 0 | 1 | 2
}

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const SPACE = 3
const BREAK = 4

const ascii = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  ascii[code] = /[a-z]/i.test(char)
    ? LETTER
    : /\d/.test(char)
      ? DIGIT
      : /[\n\r\f\v]/.test(char)
        ? BREAK
        : /\s/.test(char)
          ? SPACE
          : OTHER
}
const digitZeros = [0x0660, 0x06f0, 0x0966, 0xff10]

/** The value of a digit of any script the reader knows, -1 for none. */
export function digitValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1
  for (const zero of digitZeros) if (code >= zero && code <= zero + 9) return code - zero
  return -1
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ascii[code] ?? OTHER
  if (code === 0x2028 || code === 0x2029 || code === 0x85) return BREAK
  if (code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000) return SPACE
  if (digitValue(code) >= 0) return DIGIT
  if (code >= 0x2010 && code <= 0x206f) return OTHER
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? OTHER : LETTER
  return /[\p{L}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? LETTER : OTHER
}

const isDigit = (text: string, at: number): boolean => digitValue(text.charCodeAt(at)) >= 0
const apostrophes = /[’‘ʼ]/g

/** Longest printed number that is read; a longer run of digits and separators is kept unread. */
export const longestNumber = 64

/**
 * Splits a text into words, printed numbers and marks. Hyphens are marks of their own, an apostrophe
 * between letters belongs to the word. A number keeps its separators as long as they group or part
 * decimals (1,204.5 · 1.204,5 · 1 250 000); a list such as 12,14,16 is split. Linear.
 */
export function readLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  const { length } = text
  let at = 0
  let gap: 0 | 1 | 2 = 2
  while (at < length) {
    const kind = classOf(text, at)
    if (kind === SPACE || kind === BREAK) {
      gap = kind === BREAK ? 2 : gap === 2 ? 2 : 1
      at++
      continue
    }
    const start = at
    if (kind === DIGIT) {
      at = endOfNumber(text, at)
      lexemes.push({ start, end: at, kind: 'number', lower: text.slice(start, at), capital: false, gap })
    } else if (kind === LETTER) {
      at = endOfWord(text, at)
      const raw = text.slice(start, at)
      const code = raw.charCodeAt(0)
      const lower = raw.toLowerCase()
      const capital = (code < 128 ? code <= 90 : /^\p{Lu}/u.test(raw)) || hasInnerCapital(raw, lower)
      lexemes.push({ start, end: at, kind: 'word', lower: plainApostrophes(lower), capital, gap })
    } else {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
      lexemes.push({ start, end: at, kind: 'mark', lower: text.slice(start, at), capital: false, gap })
    }
    gap = 0
  }
  return lexemes
}

/** «iPhone», «eBay»: a name as well. */
const hasInnerCapital = (raw: string, lower: string): boolean => raw.length > 2 && raw !== lower

function plainApostrophes(word: string): string {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) > 0x2000) return word.replace(apostrophes, "'")
  return word
}

function endOfWord(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && classOf(text, at) === LETTER)
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    const code = text.charCodeAt(at)
    const inner = code === 39 || code === 0x2019 || code === 0x2018 || code === 0x2bc
    // U.S., a.m., p.m.: letters parted by single dots are one word, with its last dot.
    const dotted = code === 46 && at - from <= 5 && (at - from === 1 || text.charCodeAt(at - 2) === 46)
    if (inner && classOf(text, at + 1) === LETTER) at++
    else if (dotted && at + 1 < text.length && classOf(text, at + 1) === LETTER && nextIsDot(text, at + 2))
      at++
    else if (dotted && at - from > 1) return at + 1
    else return at
  }
}

function nextIsDot(text: string, at: number): boolean {
  return text.charCodeAt(at) === 46
}

/** How many digits follow from `at`, counted up to four. */
function digitsFrom(text: string, at: number): number {
  let count = 0
  while (count < 4 && isDigit(text, at + count)) count++
  return count
}

function endOfNumber(text: string, from: number): number {
  let at = from
  while (at < text.length && isDigit(text, at)) at++
  const leading = at - from
  const first = text.charCodeAt(at)
  const mayGroup = leading <= 3 && !(leading > 1 && digitValue(text.charCodeAt(from)) === 0)
  if (mayGroup && isGrouper(first)) {
    const grouped = endOfGroups(text, from, at, first)
    if (grouped > at) return endOfDecimals(text, grouped, first)
    const indian = first === 44 && leading <= 2 ? endOfIndianGroups(text, at) : at
    if (indian > at) return endOfDecimals(text, indian, first)
  }
  return endOfDecimals(text, at, 0)
}

// Comma, dot, apostrophes, spaces that do not break, the Arabic mark of thousands, full-width comma.
function isGrouper(code: number): boolean {
  return (
    code === 44 ||
    code === 46 ||
    code === 39 ||
    code === 0x2019 ||
    code === 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009 ||
    code === 0x66c ||
    code === 0xff0c
  )
}

function endOfGroups(text: string, from: number, at: number, mark: number): number {
  let end = at
  let groups = 0
  while (text.charCodeAt(end) === mark && digitsFrom(text, end + 1) === 3) {
    end += 4
    groups++
  }
  if (groups === 0) return at
  // One dot and three digits is a decimal in English: 1.204. Only what follows can make it a thousand.
  if (mark === 46 && groups === 1 && !(text.charCodeAt(end) === 44 && isDigit(text, end + 1))) return at
  // Plain spaces group only a number that cannot be two: nothing but groups of three after one to three digits.
  if (mark === 32 && (text.charCodeAt(from) === 48 || spacedBefore(text, from) || spacedAfter(text, end)))
    return at
  return end
}

const spacedBefore = (text: string, from: number): boolean =>
  text.charCodeAt(from - 1) === 32 && isDigit(text, from - 2)
const spacedAfter = (text: string, end: number): boolean =>
  text.charCodeAt(end) === 32 && isDigit(text, end + 1) && digitsFrom(text, end + 1) !== 0

function endOfIndianGroups(text: string, at: number): number {
  let end = at
  let groups = 0
  while (text.charCodeAt(end) === 44 && digitsFrom(text, end + 1) === 2) {
    end += 3
    groups++
  }
  return groups > 0 && text.charCodeAt(end) === 44 && digitsFrom(text, end + 1) === 3 ? end + 4 : at
}

function endOfDecimals(text: string, at: number, grouper: number): number {
  const mark = text.charCodeAt(at)
  const decimal =
    (mark === 46 && grouper !== 46) ||
    mark === 0x66b ||
    mark === 0xb7 ||
    mark === 0xff0e ||
    (mark === 44 && grouper !== 44)
  if (!decimal || !isDigit(text, at + 1)) return at
  if (mark === 0xb7 && grouper === 0 && at === 0) return at
  let end = at + 1
  while (end < text.length && isDigit(text, end)) end++
  const next = text.charCodeAt(end)
  if (mark === 44 && grouper === 0) {
    // 2,7 may be a decimal, 12,14,16 is a list; more than two digits after one comma is no decimal either.
    if (end - at > 3 || (next === 44 && isDigit(text, end + 1)) || followsList(text, at)) return at
  }
  // 192.168.0.1 and 12.05.2031 are not numbers: their parts are read apart and refused by their marks.
  if (mark === 46 && next === 46 && isDigit(text, end + 1)) return at
  return end
}

/** Whether the digits before `at` are themselves preceded by a comma and a digit. */
function followsList(text: string, at: number): boolean {
  let from = at
  while (from > 0 && at - from < 20 && isDigit(text, from - 1)) from--
  return text.charCodeAt(from - 1) === 44 && isDigit(text, from - 2)
}
