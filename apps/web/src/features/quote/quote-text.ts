import type { OccurrenceView, QuotationKind } from '@onrecord/schema'

const wrapped = { direct: true, mixed: false, indirect: false, term: true } as const satisfies Record<
  QuotationKind,
  boolean
>

/** Whether our own quotation marks stand around the words: only where all of them are verbatim. */
export function isWrapped(kind: QuotationKind): boolean {
  return wrapped[kind]
}

/** The words of a quote with our quotation marks around what the article has between its own, part by part. */
export function markedParts({ parts, verbatim }: Pick<OccurrenceView, 'parts' | 'verbatim'>): string {
  return parts
    .map(({ start, end, exact }) => {
      const inside = verbatim.filter((span) => span.start >= start && span.end <= end)
      const pieces = inside.map((span, index) => {
        const before = exact.slice((inside[index - 1]?.end ?? start) - start, span.start - start)
        return `${before}“${span.exact}”`
      })
      return pieces.join('') + exact.slice((inside.at(-1)?.end ?? start) - start)
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
