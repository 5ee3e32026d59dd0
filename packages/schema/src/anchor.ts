import { z } from 'zod'
import { Text, Words } from './text.ts'

const offset = z.int().min(0)

/** A stretch of text: UTF-16 code units, `end` not included. */
export const Span = z
  .strictObject({
    start: offset.describe('First UTF-16 code unit'),
    end: offset.describe('The code unit after the last one'),
  })
  .refine(({ start, end }) => start < end, { error: 'start must lie before end' })
  .describe('A stretch of text in UTF-16 code units, end exclusive')
  .meta({ id: 'Span' })
export type Span = z.infer<typeof Span>

/** Most code units of context kept on each side of an anchor. */
export const CONTEXT_LENGTH = 32

/** A place in one revision: W3C Web Annotation TextPositionSelector refined by TextQuoteSelector. */
export const Anchor = z
  .strictObject({
    start: offset.describe('First UTF-16 code unit in the revision'),
    end: offset.describe('The code unit after the last one'),
    exact: Words.describe('The words themselves: text.slice(start, end)'),
    prefix: Text.max(CONTEXT_LENGTH).describe(
      'Up to 32 code units before; shorter only at the edge of the text',
    ),
    suffix: Text.max(CONTEXT_LENGTH).describe(
      'Up to 32 code units after; shorter only at the edge of the text',
    ),
  })
  .refine(({ start, end }) => start < end, { error: 'start must lie before end' })
  .refine(({ start, end, exact }) => exact.length === end - start, {
    error: 'exact must be end - start code units long',
  })
  .describe('A place in one revision')
  .meta({ id: 'Anchor' })
export type Anchor = z.infer<typeof Anchor>

/** Whether spans stand in order and apart (touching is allowed). */
export function inOrder(spans: readonly { start: number; end: number }[]): boolean {
  return spans.every((span, index) => {
    const before = spans[index - 1]
    return before === undefined || before.end <= span.start
  })
}

/** Whether `inner` lies wholly in one of `outer`. */
export function liesIn(
  inner: { start: number; end: number },
  outer: readonly { start: number; end: number }[],
): boolean {
  return outer.some((span) => span.start <= inner.start && inner.end <= span.end)
}

export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

/**
 * The anchor of `text.slice(start, end)`. Context is cut at 32 code units, one less where that would
 * halve a surrogate pair. Throws RangeError where the span is empty, out of bounds or splits a pair.
 */
export function anchorAt(text: string, { start, end }: { start: number; end: number }): Anchor {
  if (!(start >= 0 && start < end && end <= text.length))
    throw new RangeError(`no span ${start}–${end} in a text of ${text.length}`)
  if (splitsPair(text, start) || splitsPair(text, end))
    throw new RangeError(`span ${start}–${end} splits a surrogate pair`)
  const from = Math.max(0, start - CONTEXT_LENGTH)
  const to = Math.min(text.length, end + CONTEXT_LENGTH)
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsPair(text, to) ? to - 1 : to),
  }
}

/**
 * What is wrong with an anchor on a text; empty if nothing. `bounds`: outside the text or half a surrogate pair;
 * `words`: other words stand there; `context`: prefix or suffix differ, or are shorter than they could be.
 */
export function anchorFaults(text: string, anchor: Anchor): ('bounds' | 'words' | 'context')[] {
  const { start, end } = anchor
  const inside = start >= 0 && start < end && end <= text.length
  if (!inside || splitsPair(text, start) || splitsPair(text, end)) return ['bounds']
  const { exact, prefix, suffix } = anchorAt(text, { start, end })
  return [
    ...(exact === anchor.exact ? [] : ['words' as const]),
    ...(prefix === anchor.prefix && suffix === anchor.suffix ? [] : ['context' as const]),
  ]
}

/** Whether an offset falls between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
