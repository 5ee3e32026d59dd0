import type { Language, Region, When } from '@onrecord/schema'
import { detectLanguage } from './reading/language.ts'
import { readParagraphs } from './reading/paragraph.ts'
import type { Paragraph } from './reading/paragraph.ts'
import { pairQuotations } from './reading/quotation.ts'
import type { Quotation } from './reading/quotation.ts'
import { readRegions } from './reading/region.ts'
import { readSentences } from './reading/sentence.ts'
import type { Sentence } from './reading/sentence.ts'
import { readTokens } from './reading/token.ts'
import type { Token, TokenKind } from './reading/token.ts'

export type { Paragraph, Quotation, Sentence, Token, TokenKind }

/**
 * One text, read once, for whoever looks for quotes, speakers or figures in it. Plain data. Offsets are
 * UTF-16 code units into `text`; `first`/`endToken` are half-open ranges of indices into `tokens`.
 */
export type Document = {
  text: string
  tokens: readonly Token[]
  /** Sentences round quotations: a full stop inside marks does not end one. */
  sentences: readonly Sentence[]
  /** Sentences that end at every full stop, inside marks too. */
  innerSentences: readonly Sentence[]
  paragraphs: readonly Paragraph[]
  /** What stands inside quotation marks, in order of the opening marks. */
  quotations: readonly Quotation[]
  /** What is no article text, in order and apart. */
  regions: readonly Region[]
  language: Language
  /** The date relative dates count from; null: not known. */
  publishedAt: When | null
}

export type DocumentOptions = { language?: Language | undefined; publishedAt?: When | null | undefined }

/** Reads a text of any kind: never throws, linear in its length. */
export function readDocument(text: string, options: DocumentOptions = {}): Document {
  const tokens = readTokens(text)
  const paragraphs = readParagraphs(text, tokens)
  const quotations = pairQuotations(
    text,
    tokens,
    paragraphs.map(({ first, endToken }) => ({ first, end: endToken })),
  )
  const { sentences, innerSentences } = readSentences(text, tokens, paragraphs)
  const regions = readRegions({ text, tokens, paragraphs })
  const language = options.language ?? detectLanguage(tokens)
  const publishedAt = options.publishedAt ?? null
  return { text, tokens, sentences, innerSentences, paragraphs, quotations, regions, language, publishedAt }
}
