import { z } from 'zod'
import { AuditEntryId, DecisionId } from './id.ts'
import { By } from './review-decision.ts'
import { Text, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const Cause = z
  .enum(['decision', 'bulk', 'batch', 'undo', 'import', 'erase'])
  .describe('What made the change happen')
export type Cause = z.infer<typeof Cause>

export const PatchStep = z
  .strictObject({
    op: z.enum(['add', 'remove', 'replace']).describe('RFC 6902 operation'),
    path: z.string().describe('RFC 6901 JSON Pointer'),
    old: z.json().describe('What stood there; null where nothing did'),
    value: z.json().describe('What stands there now; null where nothing does'),
  })
  .describe('One field changed')
  .meta({ id: 'PatchStep' })
export type PatchStep = z.infer<typeof PatchStep>

export const AuditEntry = z
  .strictObject({
    id: AuditEntryId,
    seq: z.int().min(1).describe('Place in the audit, without gaps'),
    commit: z.int().min(1).describe('What happened together has one commit number'),
    kind: Words.describe('Kind of the record'),
    target: Words.describe('Id of the record'),
    from: z.int().min(0).describe('Version before; 0: it did not exist'),
    to: z.int().min(1).describe('Version after'),
    patch: z.array(PatchStep).describe('Fields changed; empty for the entry that makes a record'),
    cause: Cause,
    reason: Text.nullable().describe('Why'),
    decisionId: DecisionId.nullable().describe('The decision behind it'),
    by: By,
    at: IsoTime.describe('When'),
  })
  .refine(({ from, to }) => to === from + 1, { error: 'each entry is one version' })
  .describe('What is kept of a change')
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
