import type { Extraction, Language, When } from '@onrecord/schema'
import { findQuotes } from './compose.ts'
import { readDocument } from './document.ts'
import type { Model } from './model/weights.ts'
import { findStatistics } from './statistic/index.ts'

export { readDocument } from './document.ts'
export type { Document, Paragraph, Quotation, Sentence, Token, TokenKind } from './document.ts'
export { toPrediction } from './prediction.ts'
export type { Prediction } from './prediction.ts'
export { readModel } from './model/weights.ts'
export type { Model } from './model/weights.ts'
export { extractor, extractorWith } from './version.ts'
export * from './anchor/reanchor.ts'
export * from './anchor/carry.ts'

export type ExtractOptions = {
  language?: Language | undefined
  publishedAt?: When | null | undefined
  /** Trained weights (`readModel`); without them the rules run alone. */
  model?: Model | null | undefined
  /**
   * Leaves out what only the weights find in a reporter's own words, where they are not sure or it is an act
   * (`defended the plan`): for a database, where a wrong quote costs more than a missing one.
   */
  careful?: boolean | undefined
}

/**
 * Everything said, and every figure, in one text. All spans are UTF-16 code units of `text`. Pure: the same
 * text and options give the same answer. Never throws, whatever the text; linear in its length.
 */
export function extract(text: string, options: ExtractOptions = {}): Extraction {
  const document = readDocument(text, options)
  const { quotes, speakers, sources } = findQuotes(document, options.model ?? null, options.careful ?? false)
  const { statistics, dates } = findStatistics(document, quotes, speakers, sources)
  return {
    language: document.language,
    regions: [...document.regions],
    quotes,
    statistics,
    speakers,
    sources,
    dates,
  }
}
