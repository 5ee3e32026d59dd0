import type { Token } from './token.ts'

/** What stands inside one pair of quotation marks; offsets are UTF-16 code units. */
export type Quotation = {
  /** The opening mark; for marks that were never opened, the place where the words begin. */
  outerStart: number
  /** After the closing mark; where none was printed, where the words end. */
  outerEnd: number
  /** First unit of the words inside, white space left out. */
  start: number
  /** After the last of them. Never less than start. */
  end: number
  /** single: ‘…’ or '…'; double: every other style. */
  style: 'single' | 'double'
  /** 0 outside any other, 1 inside one, … */
  depth: number
  /** Index of the quotation around it, -1 for none. */
  parent: number
  closed: boolean
  /** Index of the quotation of the paragraph before that this one goes on from without a closing mark, -1 for none. */
  reopens: number
  /** Number of words inside. */
  words: number
}

type Open = { token: number; closer: string; style: 'single' | 'double' }
type Range = { first: number; end: number }

const doubles = new Set(['"', '“', '”', '„', '‟', '＂', "''", '``', '″'])
const singles = new Set(["'", '‘', '’', '‚', '‛', '`', '´'])
const cjk: Record<string, string> = { '「': '」', '『': '』' }

/**
 * Pairs the quotation marks of each paragraph. Marks that tell their side are believed where their
 * place agrees; others open after white space and close before it. An unclosed quotation ends with its
 * paragraph. Sets `quotation` on the tokens. Linear: what closes a single mark is looked up backwards once.
 */
export function pairQuotations(text: string, tokens: Token[], paragraphs: readonly Range[]): Quotation[] {
  const quotations: Quotation[] = []
  let unclosed = -1
  for (const { first, end } of paragraphs) {
    if (first >= end) continue
    unclosed = pairParagraph(text, tokens, first, end, quotations, unclosed)
  }
  return quotations
}

function pairParagraph(
  text: string,
  tokens: Token[],
  first: number,
  end: number,
  quotations: Quotation[],
  unclosed: number,
): number {
  const closable = closingSingles(text, tokens, first, end)
  const stack: { open: Open; at: number }[] = []
  let doublesOpen = 0
  const from = quotations.length
  for (let index = first; index < end; index++) {
    const token = tokens[index]
    if (token === undefined) break
    const inside = stack.at(-1)?.at ?? -1
    token.quotation = inside
    if (token.kind !== 'quote') {
      if (token.kind !== 'mark') countWord(inside)
      continue
    }
    const side = sideOf(text, token, index, first, closable)
    if (side === null) continue
    const top = stack.at(-1)
    if (side.close !== false && closes(side.style, token.lower, stack)) {
      while (stack.length > 0) {
        const last = stack.pop()
        if (last === undefined) break
        if (last.open.style === 'double') doublesOpen--
        const matched = last.open.style === side.style
        finish(last.at, matched ? token.start : token.start, matched ? token.end : token.start, matched)
        if (matched) break
      }
      token.quotation = stack.at(-1)?.at ?? -1
      continue
    }
    if (side.open === false) continue
    if (side.style === 'double' && doublesOpen > 0 && top?.open.style === 'double') {
      // A second opening mark of the same kind: the first was never closed.
      const last = stack.pop()
      if (last !== undefined) {
        doublesOpen--
        finish(last.at, token.start, token.start, false)
      }
    }
    if (stack.length >= 4) continue
    if (side.style === 'double') doublesOpen++
    quotations.push({
      outerStart: token.start,
      outerEnd: token.end,
      start: token.end,
      end: token.end,
      style: side.style,
      depth: stack.length,
      parent: stack.at(-1)?.at ?? -1,
      closed: false,
      reopens: -1,
      words: 0,
    })
    token.quotation = stack.at(-1)?.at ?? -1
    stack.push({ open: { token: index, closer: token.lower, style: side.style }, at: quotations.length - 1 })
  }
  const lastEnd = tokens[end - 1]?.end ?? 0
  let left = -1
  while (stack.length > 0) {
    const last = stack.pop()
    if (last === undefined) break
    finish(last.at, lastEnd, lastEnd, false)
    if (last.open.style === 'double') left = last.at
  }
  const opening = quotations[from]
  const previous = quotations[unclosed]
  if (opening && previous && opening.outerStart === tokens[first]?.start && opening.style === previous.style)
    opening.reopens = unclosed
  return left

  function countWord(at: number): void {
    for (let index = at; index >= 0;) {
      const quotation = quotations[index]
      if (quotation === undefined) return
      quotation.words++
      index = quotation.parent
    }
  }

  function finish(at: number, endOfWords: number, outerEnd: number, closed: boolean): void {
    const quotation = quotations[at]
    if (quotation === undefined) return
    quotation.closed = closed
    quotation.outerEnd = outerEnd
    let start = quotation.start
    let stop = endOfWords
    while (start < stop && /\s/.test(text.charAt(start))) start++
    while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--
    quotation.start = start
    quotation.end = stop
    if (!closed) quotation.outerEnd = Math.max(stop, quotation.outerStart + 1)
  }
}

function closes(style: 'single' | 'double', mark: string, stack: readonly { open: Open }[]): boolean {
  const top = stack.at(-1)
  if (top === undefined) return false
  if (top.open.style === style) {
    const pair = cjk[top.open.closer]
    return pair === undefined || pair === mark
  }
  // A double mark closes through a single one left open: the single was an apostrophe.
  return style === 'double' && stack.some(({ open }) => open.style === 'double')
}

type Side = { style: 'single' | 'double'; open: boolean | null; close: boolean | null }

function sideOf(
  text: string,
  token: Token,
  index: number,
  first: number,
  closable: { first: number; next: Int32Array },
): Side | null {
  const mark = token.lower
  const before = text.charAt(token.start - 1)
  const after = text.charAt(token.end)
  const spaceBefore = token.start === 0 || /[\s([{—–-]/.test(before)
  const spaceAfter = token.end >= text.length || /[\s)\]},.;:?!—–-]/.test(after)
  if (mark === '„' || mark === '``' || mark === '「' || mark === '『')
    return { style: 'double', open: true, close: false }
  if (mark === '」' || mark === '』') return { style: 'double', open: false, close: true }
  if (mark === '«' || mark === '‹' || mark === '»' || mark === '›') {
    // « A » and » A «: what opens has white space before it and a word after.
    const french = mark === '«' || mark === '‹'
    if (spaceBefore && /[\p{L}\p{N}"“‘'¿¡(]/u.test(after))
      return { style: 'double', open: true, close: false }
    if (!spaceBefore && /[\s)\].,;:?!]|^$/.test(after)) return { style: 'double', open: french, close: true }
    return french
      ? { style: 'double', open: true, close: false }
      : { style: 'double', open: false, close: true }
  }
  if (doubles.has(mark)) {
    if (mark === '"' && /\d/.test(before) && !spaceBefore && spaceAfter)
      return { style: 'double', open: false, close: true }
    if (mark === '“') {
      if (!spaceBefore && spaceAfter) return { style: 'double', open: false, close: null }
      return { style: 'double', open: true, close: false }
    }
    if (mark === '”') {
      if (spaceBefore && !spaceAfter && !/[—–-]/.test(before))
        return { style: 'double', open: true, close: false }
      return { style: 'double', open: false, close: true }
    }
    if (spaceBefore && !spaceAfter && !/[—–-]/.test(before))
      return { style: 'double', open: true, close: false }
    if (!spaceBefore && spaceAfter) return { style: 'double', open: false, close: true }
    return { style: 'double', open: null, close: null }
  }
  if (!singles.has(mark)) return null
  // The tail of a possessive, and apostrophes inside or at the head of words.
  if (mark.length > 1) return null
  const canOpen =
    mark !== '’' && mark !== '´' && (spaceBefore || /["“'‘]/.test(before)) && !/[\s,.;:?!]|^$/.test(after)
  if (canOpen && (closable.next[index - first + 1] ?? -1) >= 0)
    return { style: 'single', open: true, close: false }
  if (mark === '‘' || mark === '‚') return { style: 'single', open: true, close: false }
  const close = closable.next[index - first] === index
  return close ? { style: 'single', open: false, close: true } : null
}

/** For each token of a paragraph, the next single mark at or after it that can close a quotation. */
function closingSingles(
  text: string,
  tokens: Token[],
  first: number,
  end: number,
): { first: number; next: Int32Array } {
  const next = new Int32Array(end - first + 1).fill(-1)
  let sure = -1
  for (let index = end - 1; index >= first; index--) {
    const token = tokens[index]
    if (token?.kind === 'quote' && token.end - token.start === 1 && singles.has(token.lower)) {
      const before = text.charAt(token.start - 1)
      const after = text.charAt(token.end)
      const fits =
        token.start > 0 && !/\s/.test(before) && (after === '' || /[\s.,;:?!)\]}"”’'—–-]/.test(after))
      // «the voters' choice»: after an s and before a small letter it is taken for a possessive
      // as long as another mark is left to close with.
      const possessive = /s/i.test(before) && /^\s\p{Ll}/u.test(text.slice(token.end, token.end + 2))
      if (fits && !(possessive && sure >= 0)) sure = index
    }
    next[index - first] = sure
  }
  return { first, next }
}
