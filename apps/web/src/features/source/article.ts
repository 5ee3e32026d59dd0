import type { SourceView } from '@onrecord/schema'
import type { Layer } from '../../lib/segments.ts'
import { noSpeaker, quoteLayers, standsInMarks, statusWords } from '../quote/index.ts'
import type { Label, Role } from '../quote/index.ts'
import { words } from './words.ts'

export type Marks = {
  layers: readonly Layer<Role>[]
  labels: readonly Label[]
  /** Where each record's own address in the page is. */
  anchors: ReadonlyMap<string, number>
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Everything that is marked in an article: underlines, labels after them, and addresses. */
export function marksOf({ quotes, statistics, regions }: SourceView): Marks {
  return {
    layers: [
      ...quotes.flatMap(({ quote, kind, parts, verbatim }) => quoteLayers(quote.id, kind, parts, verbatim)),
      ...statistics.flatMap(({ statistic, parts }) =>
        parts.map(({ start, end }) => ({ id: statistic.id, role: 'statistic' as const, start, end })),
      ),
      ...regions.map(({ start, end }) => ({ id: `region-${start}`, role: 'aside' as const, start, end })),
    ],
    labels: [
      ...quotes.flatMap(({ quote, kind, label, parts }) =>
        parts.map(({ end }, index) => ({
          at: end,
          id: index === 0 ? label : null,
          text: `${partLabel(label, parts.length, index)}${words.suffix[quote.status]}`,
          name: words.quoteName(
            partLabel(label.slice(1), parts.length, index),
            quote.speaker?.name ?? noSpeaker,
            statusWords[quote.status],
          ),
          href: `#list-${label}`,
          of: quote.id,
          term: kind === 'term',
        })),
      ),
      ...statistics.flatMap(({ statistic, label, parts }) =>
        parts.slice(-1).map(({ end }) => ({
          at: end,
          id: label,
          text: `${label}${words.suffix[statistic.review]}`,
          name: words.statisticName(label.slice(1), statistic.surface, statusWords[statistic.review]),
          href: `#list-${label}`,
          of: statistic.id,
          term: false,
        })),
      ),
    ],
    anchors: new Map([
      ...quotes.map(({ quote, parts }) => [quote.id, parts[0]?.start ?? 0] as const),
      ...statistics.map(({ statistic, parts }) => [statistic.id, parts[0]?.start ?? 0] as const),
    ]),
  }
}

/** Which marks an article has, so that its key explains those alone. */
export function keyOf({ text, quotes, statistics }: SourceView) {
  const shown = quotes.filter(({ kind }) => kind !== 'term')
  const spans = shown.flatMap(({ verbatim }) => verbatim)
  const marked = spans.filter((span) => standsInMarks(text, span)).length
  const inTurns = marked === 0 ? 'turns' : 'both'
  return {
    verbatim: spans.length === 0 ? null : marked === spans.length ? ('marks' as const) : inTurns,
    reported: shown.some(({ kind }) => kind === 'mixed' || kind === 'indirect'),
    statistic: statistics.length > 0,
    suffix: [
      ...shown.map(({ quote }) => quote.status),
      ...statistics.map(({ statistic }) => statistic.review),
    ].some((status) => words.suffix[status] !== ''),
  } as const
}

/** Whether the title is only the text's own beginning, cut: a text without a title was named so. */
export function isCutShort({ title, text }: Pick<SourceView, 'title' | 'text'>): boolean {
  const plain = (words: string) => words.replaceAll(/\s+/g, ' ').trim()
  const start = plain(title.replace(/(…|\.\.\.)$/, ''))
  return start !== plain(title) && plain(text.slice(0, 2 * title.length + 200)).startsWith(start)
}

function partLabel(label: string, parts: number, index: number): string {
  return parts === 1 ? label : `${label}${LETTERS[index] ?? `.${index + 1}`}`
}
