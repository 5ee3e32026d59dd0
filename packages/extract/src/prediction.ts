import type { Extraction } from '@onrecord/schema'
import { datePrediction, statisticPrediction } from './statistic/prediction.ts'
import { extractor } from './version.ts'

/** One line of the form that the scorers of `seeds` and of attribution read. */
export type Prediction = ReturnType<typeof toPrediction>

/** An extraction as a prediction line: names instead of indices, spans as they are. */
export function toPrediction(id: string, extraction: Extraction, text: string) {
  const { quotes, statistics, speakers, sources, dates, regions } = extraction
  const nameOf = (index: number | null): string | null =>
    index === null ? null : (speakers[index]?.name ?? null)
  return {
    id,
    extractor,
    quotes: quotes.map((quote) => {
      const { mention } = quote
      const name =
        nameOf(quote.speaker) ?? (mention?.span ? text.slice(mention.span.start, mention.span.end) : null)
      return {
        content: quote.parts,
        kind: quote.kind,
        speaker: name === null ? null : { name, mention: mention?.span ?? evidenceOf(quote) },
        cue: quote.cue?.span ?? null,
        source: quote.source === null ? null : { name: sources[quote.source]?.name ?? '' },
        polarity: quote.cue?.stance === 'denying' ? 'denied' : 'affirmed',
        confidence: quote.attribution.score,
        rule: quote.attribution.rule,
        nestedIn: quote.nestedIn,
        ...(quote.continues === null ? {} : { continues: quote.continues }),
      }
    }),
    statistics: statistics.map((statistic) => statisticPrediction(statistic, speakers)),
    dates: dates.map(datePrediction),
    speakers: speakers.map(({ name, kind, aliases }) => ({
      name,
      kind,
      aliases: aliases.map((alias) => alias.text),
    })),
    sources: sources.map(({ name, mentions }) => ({ name, mention: mentions[0] })),
    regions,
  }
}

/** Where an implicit mention has its name: the first span that supports it and is no cue. */
function evidenceOf({ attribution, cue }: Extraction['quotes'][number]) {
  return attribution.evidence.find(({ start }) => start !== cue?.span.start)
}
