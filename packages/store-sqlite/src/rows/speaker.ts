import type { AuditEntry, Judgement, OccurrenceId, ReviewDecision, Speaker } from '@onrecord/schema'
import type { auditEntry, decision, judgement, speaker } from '../tables.ts'

type SpeakerRow = typeof speaker.$inferSelect

export const speakerToRow = (record: Speaker): SpeakerRow => ({
  id: record.id,
  kind: record.kind,
  name: record.name,
  slug: record.slug,
  aliases: record.aliases,
  affiliations: record.affiliations,
  externalIds: record.externalIds,
  description: record.description,
  version: record.version,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
})

export const speakerFromRow = (row: SpeakerRow): Speaker => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  slug: row.slug,
  aliases: row.aliases,
  affiliations: row.affiliations,
  externalIds: row.externalIds,
  description: row.description,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

type JudgementRow = typeof judgement.$inferSelect

export const judgementToRow = (record: Judgement): JudgementRow => ({
  id: record.id,
  left: record.left,
  right: record.right,
  answer: record.answer,
  kept: record.kept,
  reason: record.reason,
  by: record.by,
  at: record.at,
  version: record.version,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
})

export const judgementFromRow = (row: JudgementRow, evidence: OccurrenceId[]): Judgement => ({
  id: row.id,
  left: row.left,
  right: row.right,
  answer: row.answer,
  kept: row.kept,
  reason: row.reason,
  evidence,
  by: row.by,
  at: row.at,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

type ReviewDecisionRow = typeof decision.$inferSelect

export const decisionToRow = (record: ReviewDecision): ReviewDecisionRow => ({
  id: record.id,
  target: record.target,
  targetVersion: record.targetVersion,
  verdict: record.verdict,
  reason: record.reason,
  note: record.note,
  by: record.by,
  at: record.at,
})

export const decisionFromRow = (row: ReviewDecisionRow): ReviewDecision => ({
  id: row.id,
  target: row.target,
  targetVersion: row.targetVersion,
  verdict: row.verdict,
  reason: row.reason,
  note: row.note,
  by: row.by,
  at: row.at,
})

type AuditEntryRow = typeof auditEntry.$inferSelect

export const auditEntryToRow = (record: AuditEntry): AuditEntryRow => ({
  id: record.id,
  seq: record.seq,
  commit: record.commit,
  kind: record.kind,
  target: record.target,
  from: record.from,
  to: record.to,
  patch: record.patch,
  cause: record.cause,
  reason: record.reason,
  decisionId: record.decisionId,
  by: record.by,
  at: record.at,
})

export const auditEntryFromRow = (row: AuditEntryRow): AuditEntry => ({
  id: row.id,
  seq: row.seq,
  commit: row.commit,
  kind: row.kind,
  target: row.target,
  from: row.from,
  to: row.to,
  patch: row.patch,
  cause: row.cause,
  reason: row.reason,
  decisionId: row.decisionId,
  by: row.by,
  at: row.at,
})
