import type { Token } from './token.ts'

/** A paragraph; offsets without the white space at its edges, tokens as a half-open range. */
export type Paragraph = {
  start: number
  end: number
  first: number
  endToken: number
  /** A short line without a full stop, as titles and headings are. */
  heading: boolean
  /** What the line opens with: quote for "> ", dash for dialogue, bullet for a list. */
  lead: 'none' | 'quote' | 'dash' | 'bullet'
}

const isBreak = (char: string): boolean =>
  char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029'

/**
 * Splits at line breaks; where the text is wrapped at a fixed width (most lines long and without a
 * full stop, paragraphs parted by empty lines), at empty lines only. Linear. Sets `paragraph` on tokens.
 */
export function readParagraphs(text: string, tokens: Token[]): Paragraph[] {
  const lines = readLines(text)
  const wrapped = isWrapped(text, lines)
  const paragraphs: Paragraph[] = []
  let token = 0
  let open: { start: number; end: number } | null = null
  for (const line of lines) {
    if (line.start === line.end) {
      close()
      continue
    }
    if (open !== null && !(wrapped && joins(text, line))) close()
    open = open === null ? { ...line } : { start: open.start, end: line.end }
  }
  close()
  return paragraphs

  function close(): void {
    if (open === null) return
    const first = token
    while (token < tokens.length && (tokens[token]?.start ?? 0) < open.end) {
      const current = tokens[token]
      if (current) current.paragraph = paragraphs.length
      token++
    }
    if (token > first)
      paragraphs.push({ ...open, first, endToken: token, ...shapeOf(text, tokens, first, token) })
    open = null
  }
}

function readLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isBreak(text.charAt(at))) continue
    let start = from
    let end = at
    while (start < end && /\s/.test(text.charAt(start))) start++
    while (end > start && /\s/.test(text.charAt(end - 1))) end--
    lines.push({ start, end })
    from = at + 1
  }
  return lines
}

function isWrapped(text: string, lines: readonly { start: number; end: number }[]): boolean {
  let followed = 0
  let loose = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const length = line.end - line.start
    if (length === 0 || next === undefined || next.start === next.end) continue
    followed++
    if (length >= 40 && length <= 110 && !/[.?!:"”’']/.test(text.charAt(line.end - 1))) loose++
  }
  return followed >= 4 && loose > followed / 2
}

function joins(text: string, { start, end }: { start: number; end: number }): boolean {
  return !/^(?:[>•*▪■–—]|[A-Z][A-Z .]{1,30}:|[QA][.:])/.test(text.slice(start, Math.min(end, start + 40)))
}

function shapeOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
): Pick<Paragraph, 'heading' | 'lead'> {
  const opening = tokens[first]
  const last = tokens[end - 1]
  const stop = last !== undefined && /^[.!?:,;…"”’'»)]/.test(text.slice(last.start, last.end))
  const mark = opening?.lower ?? ''
  const spaced = opening !== undefined && /\s/.test(text.charAt(opening.end))
  const lead =
    mark === '>'
      ? 'quote'
      : /^[—–―-]+$/.test(mark) && spaced
        ? 'dash'
        : /^[•*▪■●·]$/.test(mark)
          ? 'bullet'
          : 'none'
  return { heading: !stop && lead === 'none' && end - first <= 22, lead }
}
