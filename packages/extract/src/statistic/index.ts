import type {
  DateMention,
  QuoteCandidate,
  SourceMention,
  SpeakerMention,
  StatisticCandidate,
} from '@onrecord/schema'
import type { Document } from '../document.ts'
import { linkFigures } from './link.ts'
import { isoEnds } from './period.ts'
import { spot } from './spot.ts'

/** What was found in the text before its figures were linked to it; the answer points into these lists. */
export type Found = {
  quotes: readonly QuoteCandidate[]
  speakers: readonly SpeakerMention[]
  sources: readonly SourceMention[]
}

/**
 * The figures and dates of a document, in order, none in its regions. Spans are UTF-16 code units of the
 * text. A figure that cannot be read has `unread` and no value. Never throws; linear in the text.
 */
export function findStatistics(
  document: Document,
  quotes: readonly QuoteCandidate[],
  speakers: readonly SpeakerMention[],
  sources: readonly SourceMention[],
): { statistics: StatisticCandidate[]; dates: DateMention[] } {
  const spotted = spot(document.text, document.regions, document.publishedAt)
  const dates = spotted.phrases.map(({ start, end, interval }) => ({
    span: { start, end },
    ...isoEnds(interval),
    grain: interval.grain,
  }))
  const statistics = linkFigures(document, spotted, { quotes, speakers, sources })
  return { statistics: statistics.map((statistic) => withoutHalves(statistic)), dates }
}

/** A text with half a surrogate pair in it may be read, but words that hold one cannot be stored: they are left out. */
function withoutHalves(statistic: StatisticCandidate): StatisticCandidate {
  const whole = <T extends { text: string | null }>(found: T | null): T | null =>
    found?.text?.isWellFormed() === false ? null : found
  return {
    ...statistic,
    measure: whole(statistic.measure),
    denominator: whole(statistic.denominator),
    population: whole(statistic.population),
    place: whole(statistic.place),
    period: whole(statistic.period),
    base: whole(statistic.base),
  }
}
