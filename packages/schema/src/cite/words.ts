import type { ReviewStatus } from '../quote.ts'
import type { OccurrenceView, QuoteView } from '../view/quote-view.ts'

/** Where a citation leads: absolute addresses of the quote's page and of the captured version, if there is one. */
export type Place = { permalink: string; captured: string | null }

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Year, month and day (UTC) of a partial date or instant, as far as it is known. */
export function dateParts(when: string): number[] {
  return when.slice(0, 10).split('-').map(Number)
}

/** A date for people: 2026, March 2026 or 12 March 2026. */
export function dateInWords(when: string): string {
  const [year, month, day] = dateParts(when)
  const words = [day, month === undefined ? undefined : monthNames[month - 1], year]
  return words.filter((word) => word !== undefined).join(' ')
}

/** An instant for people: 12 March 2026, 09:14 UTC. */
export function instantInWords(instant: string): string {
  return `${dateInWords(instant)}, ${instant.slice(11, 16)} UTC`
}

/** What a citation says of a quote that is not verified; null where it is. */
export const statusWords = {
  unchecked: 'Not yet checked',
  verified: null,
  disputed: 'Disputed',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} satisfies Record<ReviewStatus, string | null>

/** Who said it, with those through whom it came: "Tomas Brekke, through a spokesperson, as told by Ana Vidal Roche". */
export function speakerInWords({ speaker, occurrences, within }: QuoteView): string {
  const via = occurrences[0]?.attribution?.via
  return [
    speaker?.name ?? 'Speaker not established',
    via ? `through a ${via}` : null,
    within && within.speaker?.id !== speaker?.id
      ? `as told by ${within.speaker?.name ?? 'a speaker not established'}`
      : null,
  ]
    .filter((words) => words !== null)
    .join(', ')
}

/**
 * The words with quotation marks around what the source has between them, and nowhere else: an indirect
 * quote gets none. Falls back to the plain text where the parts are not those of the text.
 */
export function markedWords({ kind, text, occurrences }: QuoteView): string {
  switch (kind) {
    case 'direct':
    case 'term':
      return `“${text}”`
    case 'indirect':
      return text
    case 'mixed':
      return occurrences[0] ? markedParts(occurrences[0]) : text
    default:
      return kind satisfies never
  }
}

/** The mark that closes each mark that opens. */
const closing: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“', '‘': '’', '「': '」' }

// A part may hold the source's own marks, or only one of a pair, where it begins or ends with the words: those
// that are there are kept, those that are not are put.
function markedParts({ parts, verbatim }: OccurrenceView): string {
  return parts
    .map(({ start, end, exact }) => {
      let from = start
      let words = ''
      for (const span of verbatim) {
        if (span.start < from || span.end > end) continue
        const before = exact.slice(from - start, span.start - start)
        const close = closing[before.slice(-1)]
        const after = exact.charAt(span.end - start)
        const isClosed = close === undefined ? Object.values(closing).includes(after) : after === close
        words += `${before}${close ? '' : '“'}${span.exact}${isClosed ? '' : (close ?? '”')}`
        from = span.end
      }
      return words + exact.slice(from - start)
    })
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

/** How the words are to be read, where quotation marks alone would mislead. */
export function readingWords({ kind, denied }: QuoteView): string[] {
  const words = {
    direct: null,
    mixed: 'partly quoted',
    indirect: 'reported, not verbatim',
    term: 'term in quotation marks',
  } satisfies Record<QuoteView['kind'], string | null>
  return [denied ? 'denied by the speaker' : null, words[kind]].filter((word) => word !== null)
}

/** Sentences joined; a full stop is added where none stands. */
export function sentences(parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => (/[.!?…]["”’»)\]]*$/.test(part ?? '') ? part : `${part}.`))
    .join(' ')
}
