import { SCHEMA_VERSION, splitsPair } from '@onrecord/schema'
import type { Anchor, Batch, Extraction, Span } from '@onrecord/schema'
import type { Limits } from './deps.ts'
import { DomainError } from './error.ts'
import type { Digest } from './new-id.ts'
import { LIMITS } from './tuning.ts'

/**
 * Whether a batch fits itself: version, size, digests, key, every span and index. It was parsed at the edge; this
 * asks what a schema cannot. Throws `tooLarge` or `invalid`, naming the first fault.
 */
export function checkBatch(batch: Batch, digest: Digest, limits: Limits = LIMITS): void {
  const { text } = batch.revision
  checkSize(batch, limits)
  refuse(
    majorOf(batch.schemaVersion) !== majorOf(SCHEMA_VERSION),
    `it speaks schema ${batch.schemaVersion}, this server ${SCHEMA_VERSION}; update the older of the two`,
  )
  refuse(digest(text) !== batch.revision.textSha256, 'textSha256 is not the digest of its text')
  refuse(
    fingerprintOf(text, digest) !== batch.revision.fingerprint,
    'the fingerprint is not that of its text',
  )
  refuse(keyOf(batch, digest) !== batch.key, 'the key is not that of its source, text and extractor')
  for (const { end } of batch.revision.regions) refuse(end > text.length, 'a region ends behind the text')
  checkExtraction(batch.extraction, text)
  for (const { id, parts } of batch.carried)
    for (const part of parts) refuse(!slices(text, part), `${id} is carried to words that do not stand there`)
}

/** Digest of the text in NFC with white space runs as one space, trimmed: equal means nothing new. */
export function fingerprintOf(text: string, digest: Digest): string {
  return digest(text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
}

export function keyOf(
  {
    sourceKey,
    revision,
    extractor,
  }: Pick<Batch, 'sourceKey' | 'extractor'> & { revision: Pick<Batch['revision'], 'fingerprint'> },
  digest: Digest,
): string {
  return digest([sourceKey, revision.fingerprint, extractor.name, extractor.version].join('\n'))
}

function checkSize({ revision, extraction, carried }: Batch, limits: Limits): void {
  const bytes = new TextEncoder().encode(revision.text).length
  const { quotes, statistics, speakers, sources } = extraction
  const candidates = quotes.length + statistics.length + speakers.length + sources.length + carried.length
  if (bytes > limits.batchBytes)
    throw new DomainError(
      'tooLarge',
      `The text has ${bytes} bytes; this server takes ${limits.batchBytes}. Split the source or leave it out.`,
      { bytes, batchBytes: limits.batchBytes },
    )
  if (candidates > limits.candidates)
    throw new DomainError(
      'tooLarge',
      `${candidates} things were found in the text; this server takes ${limits.candidates}. Split the source or leave it out.`,
      { candidates, most: limits.candidates },
    )
}

function checkExtraction({ quotes, statistics, speakers, sources }: Extraction, text: string): void {
  const check = (what: string, spans: readonly (Span | null | undefined)[]) => {
    for (const span of spans)
      refuse(
        span != null && !fits(text, span),
        `${what} stands at ${span?.start}–${span?.end}, which is no stretch of the text`,
      )
  }
  const index = (what: string, at: number | null, list: readonly unknown[]) =>
    refuse(at !== null && at >= list.length, `${what} points at number ${at} of ${list.length}`)
  for (const [n, { parts, verbatim, cue, mention, attribution, ...quote }] of quotes.entries()) {
    check(`quote ${n}`, [...parts, ...verbatim, cue?.span, mention?.span, ...attribution.evidence])
    index(`the speaker of quote ${n}`, quote.speaker, speakers)
    index(`the source of quote ${n}`, quote.source, sources)
    index(`the quote around quote ${n}`, quote.nestedIn, quotes)
    index(`the quote before quote ${n}`, quote.continues, quotes)
    refuse(quote.nestedIn === n || quote.continues === n, `quote ${n} points at itself`)
  }
  for (const [
    n,
    { span, number, surface, measure, denominator, population, place, period, ...statistic },
  ] of statistics.entries()) {
    check(`statistic ${n}`, [
      span,
      number,
      measure?.span,
      denominator?.span,
      population?.span,
      place?.span,
      period?.span,
    ])
    refuse(
      text.slice(span.start, span.end) !== surface,
      `statistic ${n} is said to read “${surface}”, which is not what stands there`,
    )
    index(`the asserter of statistic ${n}`, statistic.assertedBy, speakers)
    index(`the quote of statistic ${n}`, statistic.quote, quotes)
    index(`the source of statistic ${n}`, statistic.source, sources)
  }
  for (const [n, { mentions, affiliations }] of speakers.entries())
    check(`speaker ${n}`, [...mentions, ...affiliations.map(({ span }) => span)])
  for (const [n, { mentions, issuer }] of sources.entries()) {
    check(`cited source ${n}`, mentions)
    index(`the issuer of cited source ${n}`, issuer, speakers)
  }
}

function fits(text: string, { start, end }: Span): boolean {
  return start < end && end <= text.length && !splitsPair(text, start) && !splitsPair(text, end)
}

function slices(text: string, { start, end, exact, prefix, suffix }: Anchor): boolean {
  return (
    text.slice(start, end) === exact &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix &&
    text.slice(end, end + suffix.length) === suffix
  )
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? version
}

function refuse(isWrong: boolean, fault: string): void {
  if (isWrong) throw new DomainError('invalid', `Nothing of this batch was stored: ${fault}.`, { fault })
}
