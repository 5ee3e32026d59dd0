import type { Region } from '@onrecord/schema'
import type { Paragraph } from './paragraph.ts'
import type { Token } from './token.ts'

type Input = { text: string; tokens: readonly Token[]; paragraphs: readonly Paragraph[] }

const contact =
  /[\w.+-]+@[\w-]+\.\w|https?:\/\/|www\.|\b(?:tel|phone|telephone|press office|media contact|contact|enquiries)\s*:|\+?\d[\d ()-]{8,}\d/i
const shareWords =
  /^(?:share(?: this)?(?: article| story| page)?|follow us|read more|read next|related(?: articles| stories| content)?|advertisement|sign up|subscribe|print|email|tweet|facebook|twitter|whatsapp|copy link|comments?|topics|most viewed|reuse this content|©|copyright|all rights reserved|newsletter)\b/i
const ends = /^(?:[-–—*#\s]*(?:ends|end)[-–—*#\s]*|#{2,}|-\s*30\s*-|notes? to editors?:?)$/i
const byline =
  /^by:?\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|in|for|de|van|von|der|al)|\s*[,|&])*/iu
const dateLine =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\.?,?\s+\d{4}|\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[\s,|·-]+(?:at\s+)?\d{1,2}[:.]\d{2}.{0,12})?$/iu
const place =
  /^\p{Lu}[\p{Lu}.'’ ]{2,40}(?:,\s*[\p{L}. ]{2,30})?(?:,?\s*\(?\d{1,2}\s+\p{L}+\.?(?:\s+\d{4})?\)?|,?\s*\p{L}{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?)?\s*(?:\([^()]{2,30}\)\s*)?(?:—|–|--|-)\s/u
const correction =
  /^(?:correction|clarification|editor['’]s note|update)\b.{0,30}:|^(?:this|an earlier version of this) (?:article|story)\b.{0,60}\b(?:amended|corrected|updated|misstated|said)/i
const caption =
  /^(?:photograph|photo|image|picture|illustration|composite|credit|getty|source)\s*(?:by|:|\/)/i
const parenthesis = /^[([][^()[\]]{1,80}[)\]]$/

/**
 * What is no article text, in order and apart: bylines, date lines, share buttons and foreign lines after
 * the end, contacts, corrections, stage directions on a line of their own. Looks at whole paragraphs and
 * at their first characters; linear.
 */
export function readRegions({ text, tokens, paragraphs }: Input): Region[] {
  const regions: Region[] = []
  const latin = mostlyLatin(tokens)
  let over = false
  for (const [index, paragraph] of paragraphs.entries()) {
    const { start, end } = paragraph
    const head = text.slice(start, Math.min(end, start + 240))
    const short = end - start <= 240
    const last = paragraphs.length - index <= 12
    const kind = over ? 'boilerplate' : whole(paragraph, index, head, short, last)
    if (kind !== null) {
      regions.push({ start, end, kind })
      if (short && ends.test(head)) over = true
      continue
    }
    if (index < 8) {
      const line = place.exec(head)
      if (line && line[0].trimEnd().length < end - start)
        regions.push({ start, end: start + line[0].trimEnd().length, kind: 'dateline' })
    }
  }
  return regions

  function whole(
    { first, endToken }: Paragraph,
    index: number,
    head: string,
    short: boolean,
    last: boolean,
  ): Region['kind'] | null {
    if (!short) return correction.test(head) && last ? 'correction' : null
    if (ends.test(head)) return 'boilerplate'
    if (index < 8 && endToken - first <= 20) {
      if (
        byline.exec(head)?.[0].length === head.length ||
        (/^by\s/i.test(head) && !/[.!?]$/.test(head) && index > 0)
      )
        return 'byline'
      if (dateLine.test(head)) return 'dateline'
    }
    if (correction.test(head)) return 'correction'
    if (parenthesis.test(head)) return 'note'
    if (caption.test(head) && endToken - first <= 25) return 'caption'
    if (shareWords.test(head) && endToken - first <= 8) return 'boilerplate'
    if (last && contact.test(head) && endToken - first <= 40 && !/["“”]/.test(head)) return 'boilerplate'
    if (latin && endToken - first <= 12 && foreign(tokens, first, endToken)) return 'boilerplate'
    return null
  }
}

function mostlyLatin(tokens: readonly Token[]): boolean {
  let words = 0
  let foreignWords = 0
  for (const { kind, lower } of tokens) {
    if (kind !== 'word') continue
    words++
    if (lower.charCodeAt(0) > 0x24f) foreignWords++
  }
  return foreignWords * 10 < words
}

function foreign(tokens: readonly Token[], first: number, end: number): boolean {
  let any = false
  for (let index = first; index < end; index++) {
    const token = tokens[index]
    if (token?.kind !== 'word') continue
    if (token.lower.charCodeAt(0) <= 0x24f) return false
    any = true
  }
  return any
}
