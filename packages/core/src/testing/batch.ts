import { SCHEMA_VERSION } from '@onrecord/schema'
import type {
  Batch,
  Carried,
  Extraction,
  QuoteCandidate,
  SourceKey,
  Span,
  SpeakerMention,
  StatisticCandidate,
  When,
} from '@onrecord/schema'
import { fingerprintOf, keyOf } from '../batch-check.ts'
import { sha256 } from './digest.ts'

/** A quote to find: its words (several parts for one cut by its cue), who says them, and what it is told in. */
export type QuoteFound = {
  words: string | readonly string[]
  speaker?: string | null
  kind?: QuoteCandidate['kind']
  /** Words of the cue as they stand in the text, after or before the quote. */
  cue?: string
  stance?: NonNullable<QuoteCandidate['cue']>['stance']
  cites?: string
  /** Index of the quote around it, and of the one before it. */
  within?: number
  continues?: number
}
export type StatisticFound = {
  surface: string
  value?: number
  measure?: string
  speaker?: string | null
  quote?: number
  cites?: string
}
export type SpeakerFound = {
  name: string
  kind?: SpeakerMention['kind']
  aliases?: readonly string[]
  role?: string
  organization?: string
}
export type BatchSketch = {
  key: SourceKey
  text: string
  title?: string
  publisher?: string | null
  publishedAt?: When | null
  quotes?: readonly QuoteFound[]
  statistics?: readonly StatisticFound[]
  /** Speakers not described here are persons of the name the quotes give. */
  speakers?: readonly SpeakerFound[]
  /** Documents cited, with the name of the speaker who issued them. */
  sources?: readonly { name: string; issuer?: string }[]
  extractor?: Batch['extractor']
  carried?: readonly Carried[]
  capturedAt?: string
}

/**
 * A whole, valid batch as ingestion makes it, from an invented article and what is to be found in it: words are
 * sought in the text in order, each from where the one before it ended. Throws where they do not stand there.
 */
export function batchOf(sketch: BatchSketch): Batch {
  const { key: sourceKey, text, title = 'An invented article', publisher = null, publishedAt = null } = sketch
  const extractor = sketch.extractor ?? { name: 'onrecord', version: '1' }
  const at = sketch.capturedAt ?? '2031-03-12T09:14:00.000Z'
  const fingerprint = fingerprintOf(text, sha256)
  return {
    schemaVersion: SCHEMA_VERSION,
    key: keyOf({ sourceKey, revision: { fingerprint }, extractor }, sha256),
    sourceKey,
    extractor,
    source: {
      kind: 'article',
      cslType: null,
      title,
      subtitle: null,
      authors: [],
      publisher: publisher === null ? null : { name: publisher, speakerId: null },
      url: null,
      canonicalUrl: null,
      publishedAt,
      eventDate: null,
      language: 'en',
      license: null,
      rights: null,
      identifiers: [],
    },
    revision: {
      capturedAt: at,
      method: 'upload',
      requestedUrl: null,
      finalUrl: null,
      archivedUrl: null,
      httpStatus: null,
      contentType: 'text/plain',
      bytesSha256: sha256(text),
      textSha256: sha256(text),
      text,
      loader: { name: 'text', version: '1' },
      fingerprint,
      regions: [],
    },
    extraction: extractionOf(sketch),
    carried: [...(sketch.carried ?? [])],
    at,
  }
}

function extractionOf({
  text,
  quotes = [],
  statistics = [],
  speakers = [],
  sources = [],
}: BatchSketch): Extraction {
  const told = [...quotes, ...statistics].flatMap(({ speaker }) => speaker ?? [])
  const issuers = sources.flatMap(({ issuer }) => issuer ?? [])
  const described = new Map<string, SpeakerFound>([...told, ...issuers].map((name) => [name, { name }]))
  for (const speaker of speakers) described.set(speaker.name, speaker)
  const names = [...described.keys()]
  const indexOf = (list: readonly string[], name: string | null | undefined) =>
    name == null ? null : list.indexOf(name)
  const documents = sources.map(({ name }) => name)
  let from = 0
  const seek = (words: string): Span => {
    const start = text.indexOf(words, from)
    if (start === -1) throw new RangeError(`“${words}” does not stand in the text after ${from}`)
    from = start + words.length
    return { start, end: from }
  }
  const anywhere = (words: string): Span => {
    from = 0
    return seek(words)
  }
  let before = 0
  return {
    language: 'en',
    regions: [],
    quotes: quotes.map(
      ({ words, speaker, kind = 'direct', cue, stance = 'neutral', cites, within, continues }) => {
        from = within === undefined ? before : 0
        const parts = [words].flat().map(seek)
        before = Math.max(before, from)
        return {
          kind,
          parts,
          verbatim: verbatimOf(kind, parts),
          cue:
            cue === undefined
              ? null
              : { span: anywhere(cue), lemma: cue, stance, reports: 'speech' as const, negated: false },
          mention:
            speaker == null || !text.includes(speaker)
              ? null
              : { span: anywhere(speaker), kind: 'name' as const },
          speaker: indexOf(names, speaker),
          source: indexOf(documents, cites),
          nestedIn: within ?? null,
          continues: continues ?? null,
          attribution: {
            basis: speaker == null ? ('none' as const) : ('explicit' as const),
            rule: 'test',
            score: 0.9,
            via: null,
            addressee: null,
            evidence: [],
          },
        }
      },
    ),
    statistics: statistics.map(
      ({
        surface,
        value = Number.parseFloat(surface.replaceAll(/[^\d.]/g, '')),
        measure,
        speaker,
        quote,
        cites,
      }): StatisticCandidate => {
        const span = anywhere(surface)
        return {
          span,
          number: span,
          value,
          low: null,
          high: null,
          approximator: 'exact',
          surface,
          digits: 1,
          unit: { kind: 'count', code: null, text: measure ?? 'things', per: null },
          kind: 'level',
          direction: null,
          status: 'observed',
          unread: null,
          measure:
            measure === undefined
              ? null
              : { text: measure, span: text.includes(measure) ? anywhere(measure) : null, statType: 'count' },
          denominator: null,
          population: null,
          place: null,
          period: null,
          base: null,
          assertedBy: indexOf(names, speaker),
          quote: quote ?? null,
          source: indexOf(documents, cites),
          links: { measure: null, population: null, place: null, period: null, asserter: null },
          rule: 'test',
          score: 0.8,
        }
      },
    ),
    speakers: [...described.values()].map(({ name, kind = 'person', aliases = [], role, organization }) => ({
      kind,
      name,
      aliases: aliases.map((alias) => ({ text: alias, kind: 'short' as const })),
      affiliations:
        role === undefined && organization === undefined
          ? []
          : [
              {
                organization: organization ?? null,
                role: role ?? null,
                span: anywhere(role ?? organization ?? name),
              },
            ],
      mentions: text.includes(name) ? [anywhere(name)] : [],
    })),
    sources: sources.map(({ name, issuer }) => ({
      name,
      issuer: indexOf(names, issuer),
      mentions: [anywhere(name)],
    })),
    dates: [],
  }
}

function verbatimOf(kind: QuoteCandidate['kind'], parts: readonly Span[]): Span[] {
  if (kind === 'indirect') return []
  const [first] = parts
  if (kind === 'mixed' && first !== undefined)
    return [{ start: first.start, end: Math.max(first.start + 1, first.end - 1) }]
  return [...parts]
}
