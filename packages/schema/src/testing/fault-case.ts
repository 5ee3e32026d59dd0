import type { FaultCode, Kept } from '../check/fault.ts'
import { ids } from '../examples/article.ts'
import { examples } from '../examples.ts'
import type { Records } from '../records.ts'
import { first } from './first.ts'

const source = first(examples.source)
const revision = first(examples.revision)
const [direct, mixed, indirect, cited, asked] = examples.occurrence
const quote = first(examples.quote)
const citedQuote = first(examples.quote.slice(3))
const passengers = first(examples.statistic.slice(1))
const decision = first(examples.decision)
if (!direct || !mixed || !indirect || !cited || !asked) throw new RangeError('five occurrences are needed')
const anchor = first(direct.parts)
const again: Records['revision'] = {
  ...revision,
  id: ids.revision(2),
  ordinal: 2,
  previousId: revision.id,
  change: 'same',
}

/** What stands beside the examples, in place of those of the same id, and another audit. */
export type Among = { others?: readonly Kept[]; audit?: typeof examples.auditEntry }

/** The fault, what is wrong, where it shows, the faulty record, and what stands beside it. */
export type FaultCase = { code: FaultCode; what: string; path: string; record: Kept; among: Among }

function faulty(code: FaultCode, what: string, path: string, record: Kept, among: Among = {}): FaultCase {
  return { code, what, path, record, among }
}

const elsewhere = ids.occurrence(99)
/** One record or more for each fault there is. */
export const faultCases: readonly FaultCase[] = [
  faulty('missing', 'a source that is not there', '/sourceId', {
    kind: 'revision',
    data: { ...revision, sourceId: ids.source(9) },
  }),
  faulty('missing', 'an author that is not there', '/authors/0/speakerId', {
    kind: 'source',
    data: { ...source, authors: [{ name: 'x', speakerId: ids.speaker(9) }] },
  }),
  faulty('missing', 'an occurrence that is not there', '/occurrenceIds/0', {
    kind: 'quote',
    data: { ...quote, occurrenceIds: [elsewhere] },
  }),
  faulty('missing', 'a speaker that is not there', '/speakerId', {
    kind: 'quote',
    data: { ...quote, speakerId: ids.speaker(9) },
  }),
  faulty('missing', 'a target that is not there', '/target', {
    kind: 'decision',
    data: { ...decision, target: ids.quote(9) },
  }),
  faulty('missing', 'a pair that is not there', '/right', {
    kind: 'judgement',
    data: { ...first(examples.judgement), right: ids.speaker(9) },
  }),
  faulty('missing', 'an issuer that is not there', '/issuerId', {
    kind: 'citation',
    data: { ...first(examples.citation), issuerId: ids.speaker(9) },
  }),
  faulty('missing', 'an organisation that is not there', '/affiliations/0/organizationId', {
    kind: 'speaker',
    data: {
      ...first(examples.speaker),
      affiliations: first(examples.speaker).affiliations.map((one) => ({
        ...one,
        organizationId: ids.speaker(9),
      })),
    },
  }),
  faulty('anchorWords', 'other words', '/verbatim/0', {
    kind: 'occurrence',
    data: {
      ...direct,
      verbatim: [{ ...anchor, exact: anchor.exact.toUpperCase() }, ...direct.verbatim.slice(1)],
    },
  }),
  faulty('anchorBounds', 'a place past the end', '/cue/anchor', {
    kind: 'occurrence',
    data: {
      ...direct,
      cue: direct.cue && { ...direct.cue, anchor: { ...anchor, start: 10_000, end: 10_001 } },
    },
  }),
  faulty('anchorContext', 'less context than there is', '/attribution/evidence/0', {
    kind: 'occurrence',
    data: {
      ...direct,
      attribution: direct.attribution && {
        ...direct.attribution,
        evidence: [{ ...anchor, prefix: anchor.prefix.slice(1) }],
      },
    },
  }),
  faulty('anchorContext', 'a citation out of context', '/anchor', {
    kind: 'citation',
    data: { ...first(examples.citation), anchor: { ...anchor, suffix: '' } },
  }),
  faulty('anchorWords', 'a measure that is not there', '/measure/anchor', {
    kind: 'statistic',
    data: {
      ...passengers,
      measure: passengers.measure && {
        ...passengers.measure,
        anchor: { ...anchor, exact: 'The ferry fares.' },
      },
    },
  }),
  faulty('revisionOrder', 'a gap', '/ordinal', { kind: 'revision', data: { ...again, ordinal: 3 } }),
  faulty(
    'revisionOrder',
    'the revision of another source',
    '/previousId',
    { kind: 'revision', data: { ...again, sourceId: ids.source(2) } },
    { others: [{ kind: 'source', data: { ...source, id: ids.source(2) } }] },
  ),
  faulty('changeSame', 'the same text called edited', '/change', {
    kind: 'revision',
    data: { ...again, change: 'edited' },
  }),
  faulty('changeSame', 'another text called the same', '/change', {
    kind: 'revision',
    data: { ...again, textSha256: '0'.repeat(64) },
  }),
  faulty('changeSame', 'a first one called the same', '/change', {
    kind: 'revision',
    data: { ...revision, change: 'same' },
  }),
  faulty(
    'changedForever',
    'a revision that was changed',
    '',
    { kind: 'revision', data: revision },
    { audit: examples.auditEntry.map((entry) => ({ ...entry, target: revision.id })) },
  ),
  faulty(
    'nesting',
    'a circle',
    '/nested',
    { kind: 'occurrence', data: { ...direct, nested: mixed.id } },
    { others: [{ kind: 'occurrence', data: { ...mixed, nested: direct.id } }] },
  ),
  faulty(
    'nesting',
    'another revision',
    '/nested',
    { kind: 'occurrence', data: { ...direct, nested: mixed.id } },
    {
      others: [
        { kind: 'occurrence', data: { ...mixed, revisionId: ids.revision(2) } },
        { kind: 'revision', data: again },
      ],
    },
  ),
  faulty('quoteText', 'other words than its parts', '/text', {
    kind: 'quote',
    data: { ...quote, text: 'The fares will rise.' },
  }),
  faulty('occurrenceKind', 'a quote of a figure', '/occurrenceIds/1', {
    kind: 'quote',
    data: { ...quote, occurrenceIds: [...quote.occurrenceIds, asked.id] },
  }),
  faulty('occurrenceKind', 'a figure of a quote', '/occurrenceIds/1', {
    kind: 'statistic',
    data: { ...passengers, occurrenceIds: [...passengers.occurrenceIds, cited.id] },
  }),
  faulty('statisticOutsideQuote', 'a figure of another quote', '/quoteId', {
    kind: 'statistic',
    data: { ...passengers, quoteId: quote.id, assertedBy: quote.speakerId },
  }),
  faulty('statisticAsserter', 'another asserter', '/assertedBy', {
    kind: 'statistic',
    data: { ...passengers, assertedBy: ids.speaker(1) },
  }),
  faulty('decisionVersion', 'a version that never was', '/targetVersion', {
    kind: 'decision',
    data: { ...decision, targetVersion: 7 },
  }),
  faulty('verifiedWithoutDecision', 'verified by nobody', '/status', {
    kind: 'quote',
    data: { ...citedQuote, status: 'verified' },
  }),
  faulty(
    'verifiedWithoutDecision',
    'verified by a machine',
    '/status',
    { kind: 'quote', data: quote },
    { others: [{ kind: 'decision', data: { ...decision, by: { kind: 'system', id: null, name: 'x' } } }] },
  ),
  faulty(
    'verifiedWithoutDecision',
    'verified on an earlier version',
    '/status',
    { kind: 'quote', data: { ...quote, version: 6 } },
    { audit: examples.auditEntry.map((entry) => ({ ...entry, from: entry.from + 4, to: entry.to + 4 })) },
  ),
  faulty('deprecatedWithoutReason', 'deprecated for no reason', '/rank', {
    kind: 'quote',
    data: { ...quote, rank: 'deprecated' },
  }),
]
