import { envelopeFor } from '../src/envelope.ts'
import { examples } from '../src/examples.ts'

/** The examples as lines of envelopes: what a file of this version looks like. */
export function sample(): string {
  const envelopes = [
    ...examples.source.map((data) => envelopeFor({ kind: 'source', data })),
    ...examples.revision.map((data) => envelopeFor({ kind: 'revision', data })),
    ...examples.speaker.map((data) => envelopeFor({ kind: 'speaker', data })),
    ...examples.citation.map((data) => envelopeFor({ kind: 'citation', data })),
    ...examples.occurrence.map((data) => envelopeFor({ kind: 'occurrence', data })),
    ...examples.quote.map((data) => envelopeFor({ kind: 'quote', data })),
    ...examples.statistic.map((data) => envelopeFor({ kind: 'statistic', data })),
    ...examples.decision.map((data) => envelopeFor({ kind: 'decision', data })),
    ...examples.judgement.map((data) => envelopeFor({ kind: 'judgement', data })),
    ...examples.auditEntry.map((data) => envelopeFor({ kind: 'auditEntry', data })),
    ...examples.batch.map((data) => envelopeFor({ kind: 'batch', data })),
  ]
  return envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('')
}
