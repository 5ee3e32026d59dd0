import type { Connection } from './connection.ts'
import { quoteIndex } from './quote-index.ts'
import { sourceIndex } from './source-index.ts'
import { speakerIndex } from './speaker-index.ts'
import { statisticIndex } from './statistic-index.ts'

/** Ids of the records a commit put or erased, as far as anything is derived from them. */
export type Touched = {
  sources: Set<string>
  speakers: Set<string>
  /** Speakers whose name or aliases changed. */
  renamed: Set<string>
  /** Speakers in a pair whose judgement changed, or that was judged otherwise than the same. */
  judged: Set<string>
  /** Pairs of speakers newly judged the same, `kept` the one to show. */
  joined: { kept: string; other: string }[]
  /** Records of any kind that a touched judgement is about. */
  pairs: Set<string>
  quotes: Set<string>
  statistics: Set<string>
}

export function nothingTouched(): Touched {
  return {
    sources: new Set(),
    speakers: new Set(),
    renamed: new Set(),
    judged: new Set(),
    joined: [],
    pairs: new Set(),
    quotes: new Set(),
    statistics: new Set(),
  }
}

/** Keeps everything derived in step with the records; runs inside the transaction that changed them. */
export function derivation(connection: Connection): (touched: Touched) => void {
  const sources = sourceIndex(connection)
  const speakers = speakerIndex(connection)
  const quotes = quoteIndex(connection, sources, speakers)
  const statistics = statisticIndex(connection)
  return (touched) => {
    const quoteIds = new Set(touched.quotes)
    const statisticIds = new Set(touched.statistics)
    for (const id of sources.refresh(touched.sources)) {
      for (const quote of quotes.ofSource(id)) quoteIds.add(quote)
      for (const statistic of statistics.ofSource(id)) statisticIds.add(statistic)
    }
    const changed = speakers.refresh({
      touched: touched.speakers,
      renamed: touched.renamed,
      judged: touched.judged,
      joined: touched.joined,
    })
    for (const id of changed) {
      for (const quote of quotes.ofSpeaker(id)) quoteIds.add(quote)
      for (const statistic of statistics.ofSpeaker(id)) statisticIds.add(statistic)
    }
    quotes.refresh(quoteIds)
    statistics.refresh(statisticIds)
    speakers.drop(touched.speakers)
    sources.drop(touched.sources)
  }
}
