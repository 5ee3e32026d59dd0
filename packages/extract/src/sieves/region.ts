import type { Token } from '../document.ts'
import { cueOf } from '../languages/en/cues.ts'
import type { Reading } from '../attribution/finding.ts'

/** Half-open ranges of items. */
export type Range = readonly [number, number]

const isEdge = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'mark' && /^(?:[,;:.—–-]+|\.\.+)$/.test(token.lower)

/** The range without commas, stops and dashes at its edges; a stop inside marks belongs to the quotation. */
export function trim(items: readonly Token[], [first, end]: Range): Range {
  let from = first
  let to = end
  while (from < to && isEdge(items[from])) from++
  while (to > from && isEdge(items[to - 1])) to--
  return [from, to]
}

export const words = (items: readonly Token[], [first, end]: Range): number => {
  let count = 0
  for (let at = first; at < end; at++) {
    const kind = items[at]?.kind
    if (kind === 'word' || kind === 'number') count++
    else if (kind === 'quote') count += 3
  }
  return count
}

export const hasQuote = (items: readonly Token[], [first, end]: Range): boolean => {
  for (let at = first; at < end; at++) if (items[at]?.kind === 'quote') return true
  return false
}

/** «Mara Quill, who advised on the design, called …»: what is told inside a subject ends with it. */
function subjectEnd(cues: Reading['cues'], from: number): number {
  for (const { subject, shape } of cues)
    if (shape === 'finite' && subject !== null && subject.end < from && from < subject.wholeEnd)
      return subject.wholeEnd
  return Infinity
}

const cutters = /^(?:although|though|whereas|while)$/

/**
 * Where content that begins at `from` ends: before another cue that shares its subject (, adding …), before a new
 * clause with a cue of its own, before `according to`, or at the end of the sentence.
 */
export function contentEnd({ items, cues }: Reading, from: number): number {
  const limit = subjectEnd(cues, from)
  for (let at = from; at < items.length; at++) {
    const token = items[at]
    if (token === undefined) break
    if (at === limit) return at
    const next = items[at + 1]
    if (token.lower === '.' || token.lower === '?' || token.lower === '!') {
      if (next === undefined || next.lower === ')') return at
      continue
    }
    const comma = token.lower === ',' || token.kind === 'quote' || token.lower === '—' || token.lower === '–'
    if (token.lower === 'according' && next?.lower === 'to' && at > from + 1) return at
    if (token.lower === ';') {
      if (cues.some((site) => site.at > at && site.shape === 'finite' && site.subject !== null)) return at
      continue
    }
    if (!comma || next === undefined || at < from + 1) continue
    const cue = cueOf(next.lower)
    if (cue?.form === 'ing' && cue.use !== 'that' && next.kind === 'word')
      return token.kind === 'quote' ? at + 1 : at
    if (cutters.test(next.lower)) return token.kind === 'quote' ? at + 1 : at
    if (/^(?:and|but|or|yet)$/.test(next.lower) || token.lower === ',') {
      const site = cues.find(
        (candidate) => candidate.first > at && candidate.shape === 'finite' && candidate.cue.use === 'tag',
      )
      const starts = /^(?:and|but|or|yet|which)$/.test(next.lower) ? at + 2 : at + 1
      if (
        site?.subject &&
        site.subject.first <= starts + 1 &&
        site.subject.first >= starts &&
        site.cue.reports === 'speech'
      )
        return token.kind === 'quote' ? at + 1 : at
      if (site && site.first === starts && /^(?:and|but)$/.test(next.lower) && site.subject === null)
        return token.kind === 'quote' ? at + 1 : at
    }
  }
  const last = items.at(-1)
  return last !== undefined && /^[.!?]$/.test(last.lower) ? items.length - 1 : items.length
}
