import { z } from 'zod'
import { Anchor, anchorFaults } from './anchor.ts'
import { Extraction } from './extraction.ts'
import { QuoteId, RevisionId, SourceId, StatisticId } from './id.ts'
import { revisionFields } from './revision.ts'
import { sourceFields, SourceKey } from './source.ts'
import { Sha256, Text, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const Extractor = z
  .strictObject({ name: Words.describe('Name of the extractor'), version: Words.describe('Its version') })
  .describe('What found the candidates')
  .meta({ id: 'Extractor' })
export type Extractor = z.infer<typeof Extractor>

const marked = z.union([QuoteId, StatisticId])

export const KnownSource = z
  .strictObject({
    sourceId: SourceId,
    revisionId: RevisionId.describe('Its latest revision'),
    fingerprint: Sha256.describe('Fingerprint of that revision'),
    extractor: Extractor.nullable().describe('What last read that revision'),
    text: Text.describe('Text of that revision'),
    marks: z
      .array(
        z.strictObject({
          id: marked.describe('Quote or statistic'),
          parts: z.array(Anchor).min(1).describe('Where it stands in that revision'),
        }),
      )
      .describe('What stands in that revision, rejected ones too'),
  })
  .describe('What the database knows of a source before a batch')
  .meta({ id: 'KnownSource' })
export type KnownSource = z.infer<typeof KnownSource>

export const Carried = z
  .strictObject({
    id: marked.describe('Quote or statistic of the previous revision'),
    state: z
      .enum(['attached', 'moved', 'changed', 'gone'])
      .describe('What became of it; a machine stores attached and moved, a person decides on changed'),
    parts: z
      .array(Anchor)
      .describe('Where it stands now (attached, moved) or the nearest words (changed); empty if gone'),
  })
  .refine(({ state, parts }) => (state === 'gone') === (parts.length === 0), {
    error: 'only what is gone has no parts',
  })
  .describe('What became of one quote or statistic in a new revision')
  .meta({ id: 'Carried' })
export type Carried = z.infer<typeof Carried>

/** One source, one revision, everything found in it, one idempotency key. */
export const Batch = z
  .strictObject({
    schemaVersion: Words.describe('Version of this schema'),
    key: Sha256.describe(
      'Idempotency key: SHA-256 of source key, fingerprint, extractor name and version, joined by line feeds',
    ),
    sourceKey: SourceKey,
    extractor: Extractor,
    source: z.strictObject(sourceFields).describe('What the document says of itself'),
    revision: z.strictObject(revisionFields).describe('The text as captured'),
    extraction: Extraction,
    carried: z.array(Carried).describe('What became of the previous revision’s quotes and statistics'),
    at: IsoTime.describe('When the batch was made'),
  })
  .refine(({ revision, extraction }) => lastEnd(extraction) <= revision.text.length, {
    error: 'every span must lie in the text',
  })
  .refine(
    ({ revision, carried }) =>
      carried.every(({ parts }) => parts.every((part) => anchorFaults(revision.text, part).length === 0)),
    { error: 'every carried part must stand in the text as it says' },
  )
  .describe('One source, one revision, everything found in it')
  .meta({ id: 'Batch' })
export type Batch = z.infer<typeof Batch>

export const Receipt = z
  .strictObject({
    outcome: z.enum(['stored', 'duplicate']).describe('Whether anything new was stored'),
    sourceId: SourceId,
    revisionId: RevisionId,
    revision: z.int().min(1).describe('Ordinal of the revision'),
    quotes: z.int().min(0).describe('Quotes stored, terms left out, as pages count them'),
    statistics: z.int().min(0).describe('Statistics stored'),
    speakers: z.int().min(0).describe('Speakers stored'),
  })
  .describe('What became of a batch')
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>

/** End of the last span of an extraction, in code units of the text. */
function lastEnd({ regions, quotes, statistics, speakers, sources, dates }: Extraction): number {
  const ends = [
    ...regions,
    ...quotes.flatMap(({ parts, verbatim, cue, mention, attribution }) => [
      ...parts,
      ...verbatim,
      cue?.span,
      mention?.span,
      ...attribution.evidence,
    ]),
    ...statistics.flatMap(({ span, number, measure, denominator, population, place, period }) => [
      span,
      number,
      measure?.span,
      denominator?.span,
      population?.span,
      place?.span,
      period?.span,
    ]),
    ...speakers.flatMap(({ mentions, affiliations }) => [
      ...mentions,
      ...affiliations.map(({ span }) => span),
    ]),
    ...sources.flatMap(({ mentions }) => mentions),
    ...dates.map(({ span }) => span),
  ].map((span) => span?.end ?? 0)
  return ends.reduce((last, end) => Math.max(last, end), 0)
}
