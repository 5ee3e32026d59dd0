import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Reading } from '../../src/attribution/finding.ts'
import { cueOf } from '../../src/languages/en/cues.ts'
import { days, determiners, prepositions, pronouns } from '../../src/languages/en/words.ts'
import { CONTENT, CUE, SOURCE } from '../../src/model/weights.ts'

type Span = { start: number; end: number }
export type Attribution = { cue: Span[]; source: Span[]; content: Span[] }
export type GoldDocument = { id: string; text: string; attributions: Attribution[] }

export function readGold(file: string): GoldDocument[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const within = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start <= start && end <= span.end)
const touches = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start < end && start < span.end)

/** The item that heads a gold cue in a stretch: a known verb, else the last word that can be one; -1 for none. */
export function headOf({ items }: Reading, { cue }: Attribution): number {
  const at = items.flatMap((item, index) => (item.kind !== 'quote' && touches(item, cue) ? [index] : []))
  const according = at.find((index) => items[index]?.lower === 'according')
  if (according !== undefined) return according
  const known = at.find((index) => cueOf(items[index]?.lower ?? '') !== null)
  if (known !== undefined) return known
  const open = at.filter((index) => {
    const item = items[index]
    return (
      item?.kind === 'word' &&
      !prepositions.has(item.lower) &&
      !determiners.has(item.lower) &&
      !days.has(item.lower) &&
      !pronouns.has(item.lower)
    )
  })
  return open.at(-1) ?? at.find((index) => items[index]?.lower === ':') ?? at[0] ?? -1
}

/** Labels of the items for one attribution. */
export function labelsOf({ items }: Reading, { cue, source, content }: Attribution): Uint8Array {
  const labels = new Uint8Array(items.length)
  for (const [index, item] of items.entries()) {
    if (
      item.kind === 'quote'
        ? touches({ start: item.start + 2, end: Math.max(item.start + 3, item.end - 2) }, content)
        : within(item, content)
    )
      labels[index] = CONTENT
    else if (within(item, source)) labels[index] = SOURCE
    else if (within(item, cue)) labels[index] = CUE
  }
  // A comma between two words of one label is of it too.
  for (let index = 1; index + 1 < labels.length; index++)
    if (labels[index] === 0 && items[index]?.kind === 'mark' && labels[index - 1] === labels[index + 1])
      labels[index] = labels[index - 1] ?? 0
  return labels
}

const wordPattern = /[\p{L}\p{N}]+/gu
export const countWords = (text: string, spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(wordPattern)?.length ?? 0), 0)

/** Word overlap of two lists of spans, over their union. */
export function iouOf(text: string, a: readonly Span[], b: readonly Span[]): number {
  const both = a.flatMap((one) =>
    b.flatMap((other) =>
      one.start < other.end && other.start < one.end
        ? [{ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }]
        : [],
    ),
  )
  const shared = countWords(text, both)
  const either = countWords(text, a) + countWords(text, b) - shared
  return either <= 0 ? 0 : shared / either
}
