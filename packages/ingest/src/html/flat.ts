import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Block } from './block.ts'
import { scan } from './scan.ts'

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
)

/** The words of HTML as flat paragraphs, without a tree of elements: for pages too deep or too large for one. Linear. */
export function flatBlocks(html: string): Block[] {
  const blocks: Block[] = []
  let parts: string[] = []
  const flush = () => {
    const text = decodeReferences(parts.join(''))
      .replace(/[\s\u00a0]+/gu, ' ')
      .trim()
      .toWellFormed()
    if (text !== '') blocks.push({ text, element: 'p', linked: 0 })
    parts = []
  }
  for (const piece of scan(html)) {
    if (piece.kind === 'text') parts.push(html.slice(piece.start, piece.end))
    else if (piece.kind !== 'raw' && !inline.has(piece.name)) flush()
  }
  flush()
  return blocks
}

/** A text with its character references (`&amp;`, `&#8220;`, `&#x201c;`) read; what is none stays as it is. */
export function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(?<decimal>\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z][A-Za-z0-9]{1,31}));?/gu,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') {
        const decoded = decodeNamedCharacterReference(name)
        return decoded === false ? whole : decoded
      }
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd'
    },
  )
}
