import type { Found } from './index.ts'

export type QuoteLink = { index: number; speaker: number | null; source: number | null; rule: string }

/**
 * Finds the innermost quote whose parts hold a span; asked in order of the spans. Terms in scare quotes assert
 * nothing: what stands in one belongs to the quote around it. Linear over all questions.
 */
export function quoteFinder({ quotes }: Found): (start: number, end: number) => QuoteLink | null {
  const parts = quotes
    .flatMap(({ parts, kind }, index) =>
      kind === 'term' ? [] : parts.map(({ start, end }) => ({ start, end, index })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  let open: typeof parts = []
  return (start, end) => {
    while (next < parts.length && (parts[next]?.start ?? 0) <= start) {
      const part = parts[next]
      if (part) open.push(part)
      next++
    }
    open = open.filter((part) => part.end > start)
    const holding = open.filter((part) => part.end >= end)
    const inner = holding.reduce<(typeof parts)[number] | null>(
      (best, part) => (best === null || part.end - part.start <= best.end - best.start ? part : best),
      null,
    )
    if (inner === null) return null
    const quote = quotes[inner.index]
    if (quote === undefined) return null
    return {
      index: inner.index,
      speaker: quote.speaker,
      source: quote.source,
      rule: quote.speaker === null ? 'quote-without-speaker' : 'innermost-quote',
    }
  }
}
