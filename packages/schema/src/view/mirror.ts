import { z } from 'zod'
import { envelopeOf } from './envelope.ts'
import { QuoteView } from './quote-view.ts'
import { StatisticPage } from './request.ts'
import { SearchPage } from './search.ts'
import { SourceView } from './source-view.ts'
import { SpeakerView } from './speaker-view.ts'
import { StatisticView } from './statistic-view.ts'

const speakerWithQuotes = z.strictObject({
  speaker: SpeakerView,
  quotes: SearchPage.describe('A page of the speaker’s quotes'),
})

/** What stands at the public pages' addresses with `.json` added, by the `kind` of the envelope. */
export const mirrors = {
  search: envelopeOf('search', SearchPage),
  speaker: envelopeOf('speaker', speakerWithQuotes),
  quote: envelopeOf('quote', QuoteView),
  source: envelopeOf('source', SourceView),
  statistics: envelopeOf('statistics', StatisticPage),
  statistic: envelopeOf('statistic', StatisticView),
}
