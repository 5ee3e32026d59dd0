import type { z } from 'zod'
import { batch } from './examples/batch.ts'
import { citation } from './examples/citation.ts'
import { extraction } from './examples/extraction.ts'
import { occurrences } from './examples/occurrence.ts'
import { quoteViews } from './examples/quote-view.ts'
import { quotes } from './examples/quote.ts'
import { auditEntries, decision, judgement } from './examples/review.ts'
import { revision } from './examples/revision.ts'
import { source } from './examples/source.ts'
import { speakers } from './examples/speaker.ts'
import { statistics } from './examples/statistic.ts'
import { searchPage, sourceView, speakerView, statisticViews } from './examples/view.ts'
import type { published } from './published.ts'

export { articleText } from './examples/article.ts'

/**
 * Records of one invented article by invented people, in the order in which each follows what it points at:
 * they parse, and `check` finds no fault in them.
 */
export const examples = {
  source: [source],
  revision: [revision],
  speaker: speakers,
  citation: [citation],
  occurrence: occurrences,
  quote: quotes,
  statistic: statistics,
  decision: [decision],
  judgement: [judgement],
  auditEntry: auditEntries,
  batch: [batch],
  extraction: [extraction],
  searchPage: [searchPage],
  quoteView: quoteViews,
  speakerView: [speakerView],
  sourceView: [sourceView],
  statisticView: statisticViews,
} satisfies { [Name in keyof typeof published]: readonly z.infer<(typeof published)[Name]>[] }
