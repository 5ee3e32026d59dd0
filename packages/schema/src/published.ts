import { AuditEntry } from './audit-entry.ts'
import { Batch } from './batch.ts'
import { Extraction } from './extraction.ts'
import { records } from './records.ts'
import { QuoteView } from './view/quote-view.ts'
import { SearchPage } from './view/search.ts'
import { SourceView } from './view/source-view.ts'
import { SpeakerView } from './view/speaker-view.ts'
import { StatisticView } from './view/statistic-view.ts'

/** What has a JSON Schema of its own: every stored record, what comes in, and what the mirrors answer. */
export const published = {
  ...records,
  auditEntry: AuditEntry,
  batch: Batch,
  extraction: Extraction,
  searchPage: SearchPage,
  quoteView: QuoteView,
  speakerView: SpeakerView,
  sourceView: SourceView,
  statisticView: StatisticView,
} as const
