import type {
  DateMention,
  QuoteCandidate,
  SourceMention,
  SpeakerMention,
  StatisticCandidate,
} from '@onrecord/schema'
import type { Document } from '../document.ts'

/** The figures and dates of a document. Indices in the answer point into the lists given. */
export function findStatistics(
  _document: Document,
  _quotes: readonly QuoteCandidate[],
  _speakers: readonly SpeakerMention[],
  _sources: readonly SourceMention[],
): { statistics: StatisticCandidate[]; dates: DateMention[] } {
  return { statistics: [], dates: [] }
}
