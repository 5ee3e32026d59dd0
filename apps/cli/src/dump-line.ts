import { DomainError, type DumpLine } from '@onrecord/core'
import { AuditEntry, IsoTime, kinds, records, SCHEMA_VERSION } from '@onrecord/schema'
import { z } from 'zod'

const Tombstone = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(kinds),
  reason: z.string(),
  at: IsoTime,
})

const line = <K extends string, S extends z.ZodType>(kind: K, data: S) =>
  z.strictObject({ schemaVersion: z.string(), kind: z.literal(kind), data })

/** A line of an export: every kind of record, audit entries and tombstones. */
const Line = z.discriminatedUnion('kind', [
  line('source', records.source),
  line('revision', records.revision),
  line('citation', records.citation),
  line('speaker', records.speaker),
  line('occurrence', records.occurrence),
  line('quote', records.quote),
  line('statistic', records.statistic),
  line('decision', records.decision),
  line('judgement', records.judgement),
  line('auditEntry', AuditEntry),
  line('tombstone', Tombstone),
])

/** Reads one line of an export. Throws `invalid` with its number and what is wrong, also for a newer schema. */
export function parseDumpLine(text: string, number: number): DumpLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DomainError(
      'invalid',
      `Line ${number} is no JSON. Give a file that \`onrecord export\` wrote, whole.`,
      { number },
      error,
    )
  }
  const version = z.looseObject({ schemaVersion: z.string() }).safeParse(value)
  if (version.success && majorOf(version.data.schemaVersion) > majorOf(SCHEMA_VERSION)) {
    throw new DomainError(
      'invalid',
      `Line ${number} has schema ${version.data.schemaVersion}; this Onrecord reads ${SCHEMA_VERSION}. Update Onrecord.`,
      { number },
    )
  }
  const parsed = Line.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DomainError(
      'invalid',
      `Line ${number} does not fit the schema: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Give a file that \`onrecord export\` wrote.`,
      { number },
    )
  }
  const { schemaVersion: _, ...rest } = parsed.data
  return rest
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10)
}
