import type { QuoteCandidate, Span } from '@onrecord/schema'
import type { Document, Quotation } from './document.ts'
import type { Finding } from './attribution/finding.ts'

/** Parts without outer marks and edge punctuation, what of them is verbatim, and the kind that follows. */
export type Content = Pick<QuoteCandidate, 'kind' | 'parts' | 'verbatim'>

const edgeBefore = /[\s,;:.—–-]/
const edgeAfter = /[\s,;:—–-]/

/** Reads the content of findings; quotations are looked up by place, so that all findings together stay linear. */
export function contentReader(
  document: Document,
  terms: ReadonlySet<number>,
): (finding: Finding) => Content | null {
  const { text, quotations } = document
  const top = quotations.flatMap((quotation, index) =>
    quotation.words > 0 && !terms.has(index) ? [quotation] : [],
  )

  return ({ parts: given, spoken, stretch }) => {
    const depth = stretch.within < 0 ? 0 : (quotations[stretch.within]?.depth ?? 0) + 1
    if (spoken) {
      const spans = given.flatMap((part) => clean(text, part) ?? [])
      return spans.length === 0 ? null : { kind: 'direct', parts: spans, verbatim: spans }
    }
    const spans: Span[] = []
    const verbatim: Span[] = []
    const outer = new Map<Span, Span>()
    let reported = false
    for (const part of given.toSorted((a, b) => a.start - b.start)) {
      const inside = within(part, depth)
      const outside = outsideWords(text, part, inside)
      if (inside.length > 0 && !outside) {
        for (const { start, end, outerStart, outerEnd } of inside) {
          const span = { start: Math.max(start, part.start), end: Math.min(end, part.end) }
          push(spans, verbatim, span, true)
          if (span.start === start && span.end === end) outer.set(span, { start: outerStart, end: outerEnd })
        }
        continue
      }
      const bare = trimmed(text, part, inside)
      const whole = bare === null ? null : withMarks(bare)
      if (whole === null) continue
      reported = true
      if (!push(spans, verbatim, whole, false)) continue
      for (const { start, end } of inside) {
        const span = { start: Math.max(start, whole.start), end: Math.min(end, whole.end) }
        if (span.start < span.end && (verbatim.at(-1)?.end ?? 0) <= span.start) verbatim.push(span)
      }
    }
    if (spans.length === 0) return null
    const kind = verbatim.length === 0 ? 'indirect' : reported ? 'mixed' : 'direct'
    const parts = kind === 'mixed' ? spans.map((span) => outer.get(span) ?? span) : spans
    return kindHolds(kind, spans, verbatim) ? { kind, parts, verbatim } : null
  }

  /** A term at an edge of a reporter's clause keeps both its marks. */
  function withMarks({ start, end }: Span): Span {
    let low = 0
    let high = quotations.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((quotations[middle]?.outerStart ?? 0) < start - 2) low = middle + 1
      else high = middle
    }
    const first = quotations[low]
    const from = first && first.start === start && first.outerEnd <= end + 2 ? first.outerStart : start
    let to = end
    for (; low < quotations.length && (quotations[low]?.outerStart ?? end) < end; low++) {
      const { outerStart, end: inner, outerEnd } = quotations[low] ?? { outerStart: end, end, outerEnd: end }
      if (outerStart >= from && inner <= end + 1 && end < outerEnd && outerEnd - end <= 3) to = outerEnd
    }
    return { start: from, end: to }
  }

  function within(part: Span, depth: number): Quotation[] {
    let low = 0
    let high = top.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((top[middle]?.outerStart ?? 0) < part.start) low = middle + 1
      else high = middle
    }
    const found: Quotation[] = []
    for (let index = Math.max(0, low - 1); index < top.length; index++) {
      const quotation = top[index]
      if (quotation === undefined || quotation.outerStart >= part.end) break
      if (
        quotation.depth === depth &&
        quotation.start < part.end &&
        part.start < quotation.end &&
        quotation.start < quotation.end
      )
        found.push(quotation)
    }
    return found
  }
}

function push(spans: Span[], verbatim: Span[], span: Span, quoted: boolean): boolean {
  if (span.start >= span.end || (spans.at(-1)?.end ?? 0) > span.start) return false
  spans.push(span)
  if (quoted) verbatim.push(span)
  return true
}

function kindHolds(kind: string, parts: readonly Span[], verbatim: readonly Span[]): boolean {
  const covered = parts.every((part) =>
    verbatim.some(({ start, end }) => start <= part.start && part.end <= end),
  )
  return kind !== 'mixed' || !covered
}

function outsideWords(text: string, { start, end }: Span, inside: readonly Quotation[]): boolean {
  let at = start
  for (const quotation of inside) {
    if (/[\p{L}\p{N}]/u.test(text.slice(at, Math.max(at, quotation.outerStart)))) return true
    at = Math.max(at, quotation.outerEnd)
  }
  return /[\p{L}\p{N}]/u.test(text.slice(Math.min(at, end), end))
}

function trimmed(text: string, part: Span, inside: readonly Quotation[]): Span | null {
  let { start, end } = part
  const first = inside[0]
  const last = inside.at(-1)
  while (start < end && edgeBefore.test(text.charAt(start))) start++
  while (end > start && edgeAfter.test(text.charAt(end - 1))) end--
  // A reporter's clause keeps the marks of the words quoted in it, or it would open marks and never close them.
  if (first && first.outerStart === start) start = first.outerStart
  if (last && last.outerEnd === end) end = last.outerEnd
  else if (last && last.outerEnd === end - 1 && /[.]/.test(text.charAt(end - 1))) end = last.outerEnd
  else if (
    text.charAt(end - 1) === '.' &&
    !/\p{Lu}\.$/u.test(text.slice(start, end)) &&
    !/(?:\.\.)$/.test(text.slice(start, end))
  )
    end--
  return start < end ? { start, end } : null
}

function clean(text: string, part: Span): Span[] | null {
  let { start, end } = part
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? [{ start, end }] : null
}
