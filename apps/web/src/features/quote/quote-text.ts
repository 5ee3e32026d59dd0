import type { OccurrenceView, QuotationKind } from '@onrecord/schema'

const wrapped = { direct: true, mixed: false, indirect: false, term: true } as const satisfies Record<
  QuotationKind,
  boolean
>

/** Whether our own quotation marks stand around the words: only where all of them are verbatim. */
export function isWrapped(kind: QuotationKind): boolean {
  return wrapped[kind]
}

/** Whether the words open a quotation that ends behind them: the article’s closing mark stands outside a part. */
export function lacksClosingMark(text: string): boolean {
  return text.lastIndexOf('“') > text.lastIndexOf('”')
}

const MARK = /["“”„«»‹›‘'「『>]/u

/** Whether words stand in the article's quotation marks, or behind a mark of citing (`>`): a transcript gives a speaker's turn without any. */
export function standsInMarks(text: string, { start }: { start: number }): boolean {
  return MARK.test(text.charAt(start)) || MARK.test(text.slice(Math.max(0, start - 2), start).trim())
}

/** The words of a quote with quotation marks around what the article has between its own, part by part. */
export function markedParts({ parts, verbatim }: Pick<OccurrenceView, 'parts' | 'verbatim'>): string {
  return parts
    .map(({ start, end, exact }) => {
      const inside = verbatim.filter((span) => span.start >= start && span.end <= end)
      const between = (from: number, to: number) => exact.slice(from - start, to - start)
      const pieces = inside.map((span, index) => {
        const before = between(inside[index - 1]?.end ?? start, span.start)
        return `${withoutMarks(before)}“${span.exact}”`
      })
      return pieces.join('') + withoutMarks(between(inside.at(-1)?.end ?? start, end))
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

/** What stands between two quoted stretches, less the article’s own marks at its ends: ours stand there. */
function withoutMarks(text: string): string {
  return text.replace(/^[”"»“„]/u, '').replace(/[“"«„‘”]$/u, '')
}
