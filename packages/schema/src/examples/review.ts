import type { AuditEntry } from '../audit-entry.ts'
import type { Judgement } from '../judgement.ts'
import type { By, ReviewDecision } from '../review-decision.ts'
import { capturedAt, checkedAt, ids } from './article.ts'

const editor: By = { kind: 'user', id: ids.user(1), name: 'Ines' }
const system: By = { kind: 'system', id: null, name: 'batch' }

/** A person found the first quote right. */
export const decision: ReviewDecision = {
  id: ids.decision(1),
  target: ids.quote(1),
  targetVersion: 1,
  verdict: 'accept',
  reason: null,
  note: null,
  by: editor,
  at: checkedAt,
}

/** The minister of both sources is one person. */
export const judgement: Judgement = {
  id: ids.judgement(1),
  left: ids.speaker(1),
  right: ids.speaker(3),
  answer: 'same',
  kept: ids.speaker(1),
  reason: 'identical name',
  evidence: [ids.occurrence(1)],
  by: system,
  at: capturedAt,
  version: 1,
  createdAt: capturedAt,
  updatedAt: capturedAt,
}

/** The first quote was made by a batch, then verified by a decision. */
export const auditEntries: readonly AuditEntry[] = [
  {
    id: ids.auditEntry(1),
    seq: 1,
    commit: 1,
    kind: 'quote',
    target: ids.quote(1),
    from: 0,
    to: 1,
    patch: [],
    cause: 'batch',
    reason: null,
    decisionId: null,
    by: system,
    at: capturedAt,
  },
  {
    id: ids.auditEntry(2),
    seq: 2,
    commit: 2,
    kind: 'quote',
    target: ids.quote(1),
    from: 1,
    to: 2,
    patch: [
      { op: 'replace', path: '/status', old: 'unchecked', value: 'verified' },
      { op: 'replace', path: '/updatedAt', old: capturedAt, value: checkedAt },
      { op: 'replace', path: '/version', old: 1, value: 2 },
    ],
    cause: 'decision',
    reason: null,
    decisionId: ids.decision(1),
    by: editor,
    at: checkedAt,
  },
]
