import * as fc from 'fast-check'
import type { AuditEntry } from '../audit-entry.ts'
import type { Citation } from '../citation.ts'
import type { Judgement } from '../judgement.ts'
import type { Quote } from '../quote.ts'
import type { By, ReviewDecision } from '../review-decision.ts'
import type { SourceRevision } from '../revision.ts'
import type { Source } from '../source.ts'
import type { Speaker } from '../speaker.ts'
import { method, occurrence } from './arbitrary-occurrence.ts'
import { statistic } from './arbitrary-statistic.ts'
import {
  anchorsIn,
  article,
  id,
  interval,
  isoTime,
  language,
  maybe,
  sha256,
  slug,
  spansIn,
  text,
  url,
  when,
  words,
} from './arbitrary-value.ts'
import { rank, reviewStatus, versioned } from './arbitrary-versioned.ts'

const party = fc.record({ name: words, speakerId: maybe(id('spk')) })
const by: fc.Arbitrary<By> = fc.oneof(
  fc.record({ kind: fc.constant('system' as const), id: fc.constant(null), name: words }),
  fc.record({ kind: fc.constant('user' as const), id: maybe(id('usr')), name: words }),
  fc.record({ kind: fc.constant('token' as const), id: maybe(id('tok')), name: words }),
)

const source: fc.Arbitrary<Source> = fc
  .record({
    id: id('src'),
    key: words.map((rest) => `path:${rest}`),
    kind: fc.constantFrom('article', 'report', 'other'),
    cslType: maybe(words),
    title: words,
    subtitle: maybe(text),
    authors: fc.array(party, { maxLength: 2 }),
    publisher: maybe(party),
    url: maybe(url),
    canonicalUrl: maybe(url),
    publishedAt: maybe(when),
    eventDate: maybe(when),
    language: maybe(language),
    license: maybe(text),
    rights: maybe(text),
    identifiers: fc.array(fc.record({ scheme: fc.constantFrom('doi', 'other'), value: words }), {
      maxLength: 2,
    }),
  })
  .chain((fields) => versioned.map((times) => ({ ...fields, ...times })))

const revision: fc.Arbitrary<SourceRevision> = article.chain((captured) =>
  fc
    .record({
      id: id('rev'),
      sourceId: id('src'),
      capturedAt: isoTime,
      method: fc.constantFrom('fetch', 'upload', 'paste', 'archive', 'feed'),
      requestedUrl: maybe(url),
      finalUrl: maybe(url),
      archivedUrl: maybe(url),
      httpStatus: maybe(fc.integer({ min: 100, max: 599 })),
      contentType: maybe(words),
      bytesSha256: sha256,
      textSha256: sha256,
      text: fc.constant(captured),
      loader: fc.record({ name: words, version: words }),
      fingerprint: sha256,
      regions: spansIn(captured, 0, 2).map((spans) =>
        spans.map((span) => ({ ...span, kind: 'note' as const })),
      ),
      length: fc.constant(captured.length),
      change: fc.constantFrom('first', 'edited', 'gone'),
      notice: maybe(text),
      createdAt: isoTime,
    })
    .chain((fields) =>
      fc.oneof(
        fc.constant({ ...fields, ordinal: 1, previousId: null }),
        fc.record({ ordinal: fc.integer({ min: 2, max: 9 }), previousId: id('rev') }).map((place) => ({
          ...fields,
          ...place,
        })),
      ),
    ),
)

const citation: fc.Arbitrary<Citation> = article
  .chain((of) =>
    fc.record({
      id: id('cit'),
      sourceId: maybe(id('src')),
      revisionId: maybe(id('rev')),
      citingRevisionId: id('rev'),
      anchor: anchorsIn(of, 1, 1).map(([anchor]) => anchor ?? null),
      text: words,
      issuerId: maybe(id('spk')),
      locator: maybe(fc.record({ kind: fc.constantFrom('page', 'table'), value: words })),
      accessedAt: maybe(isoTime),
      note: maybe(text),
      foundBy: method,
    }),
  )
  .chain((fields) => versioned.map((times) => ({ ...fields, ...times })))

const speaker: fc.Arbitrary<Speaker> = fc
  .record({
    id: id('spk'),
    kind: fc.constantFrom('person', 'organization', 'government', 'group'),
    name: words,
    slug,
    aliases: maybe(fc.tuple(words, interval, maybe(language))).map((alias) =>
      alias === null
        ? []
        : [
            {
              text: alias[0],
              kind: 'short' as const,
              language: alias[2],
              ...alias[1],
              rank: 'normal' as const,
            },
          ],
    ),
    affiliations: fc.array(
      fc.tuple(words, interval, rank).map(([role, dates, ranked]) => ({
        organizationId: null,
        organization: null,
        role,
        ...dates,
        rank: ranked,
        citationId: null,
      })),
      { maxLength: 2 },
    ),
    externalIds: fc.array(
      fc.constant({ scheme: 'wikidata' as const, value: 'Q42', match: 'close' as const, decidedBy: null }),
      { maxLength: 1 },
    ),
    description: maybe(text),
  })
  .chain((fields) => versioned.map((times) => ({ ...fields, ...times })))

const quote: fc.Arbitrary<Quote> = fc
  .record({
    id: id('quo'),
    speakerId: maybe(id('spk')),
    text: words,
    language,
    occurrenceIds: fc.uniqueArray(id('occ'), { minLength: 1, maxLength: 3 }),
    role: maybe(fc.record({ title: maybe(words), organizationId: maybe(id('spk')) })),
    saidAt: maybe(when),
    saidIn: maybe(text),
    translationOf: maybe(id('quo')),
    status: reviewStatus,
    rank,
  })
  .chain((fields) => versioned.map((times) => ({ ...fields, ...times })))

const decision: fc.Arbitrary<ReviewDecision> = fc.record({
  id: id('dec'),
  target: fc.oneof(id('quo'), id('sta'), id('spk'), id('src')),
  targetVersion: fc.integer({ min: 1, max: 99 }),
  verdict: fc.constantFrom('accept', 'edit', 'reject', 'dispute', 'withdraw', 'defer'),
  reason: maybe(fc.constantFrom('misattributed', 'wrongSpan', 'other')),
  note: maybe(text),
  by,
  at: isoTime,
})

const judgement: fc.Arbitrary<Judgement> = fc
  .uniqueArray(id('spk'), { minLength: 2, maxLength: 2 })
  .map((pair) => pair.toSorted())
  .chain(([left = 'spk_', right = 'spk_']) =>
    fc.record({
      id: id('jdg'),
      left: fc.constant(left),
      right: fc.constant(right),
      answer: fc.constant('same' as const),
      kept: fc.constantFrom(left, right),
      reason: maybe(text),
      evidence: fc.array(id('occ'), { maxLength: 2 }),
      by,
      at: isoTime,
    }),
  )
  .chain((fields) => versioned.map((times) => ({ ...fields, ...times })))

const json = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), words, fc.array(words, { maxLength: 2 }))
const auditEntry: fc.Arbitrary<AuditEntry> = fc
  .record({
    id: id('aud'),
    seq: fc.integer({ min: 1 }),
    commit: fc.integer({ min: 1 }),
    kind: words,
    target: words,
    from: fc.integer({ min: 0, max: 99 }),
    patch: fc.array(
      fc.record({
        op: fc.constantFrom('add' as const, 'remove' as const, 'replace' as const),
        path: text,
        old: json,
        value: json,
      }),
      { maxLength: 2 },
    ),
    cause: fc.constantFrom('decision' as const, 'batch' as const, 'erase' as const),
    reason: maybe(text),
    decisionId: maybe(id('dec')),
    by,
    at: isoTime,
  })
  .map((fields) => ({ ...fields, to: fields.from + 1 }))

/** A valid record of each stored noun. */
export const arbitraries = {
  source,
  revision,
  citation,
  speaker,
  occurrence,
  quote,
  statistic,
  decision,
  judgement,
  auditEntry,
}
