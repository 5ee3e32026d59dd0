import { z } from 'zod'
import { AuditEntry } from './audit-entry.ts'
import { Batch } from './batch.ts'
import { type Migration, migrations as allMigrations } from './migrations.ts'
import { records, SCHEMA_VERSION } from './records.ts'

/** Semantic version without extras. */
export const SchemaVersion = z
  .string()
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/)
  .describe('Semantic version of the schema: a new nullable field or enum value is minor, all else major')
  .meta({ id: 'SchemaVersion' })
export type SchemaVersion = z.infer<typeof SchemaVersion>

/** A record on its way from one program to another. Other keys may stand beside these and are passed over. */
export const Envelope = z
  .looseObject({
    schemaVersion: SchemaVersion,
    kind: z.string().min(1).describe('What the data is'),
    data: z.unknown().describe('The record'),
  })
  .describe('A record with its kind and the version of its shape')
  .meta({ id: 'Envelope' })
export type Envelope = z.infer<typeof Envelope>

const content = <K extends string, S extends z.ZodType>(kind: K, data: S) =>
  z.strictObject({ kind: z.literal(kind), data })

const Content = z.discriminatedUnion('kind', [
  content('source', records.source),
  content('revision', records.revision),
  content('citation', records.citation),
  content('speaker', records.speaker),
  content('occurrence', records.occurrence),
  content('quote', records.quote),
  content('statistic', records.statistic),
  content('decision', records.decision),
  content('judgement', records.judgement),
  content('auditEntry', AuditEntry),
  content('batch', Batch),
])

/** What an envelope may hold. */
export type Content = z.infer<typeof Content>

export type Reading =
  | ({ state: 'read' } & Content)
  /** Of a newer minor version and not to be understood here: to be kept as it came. */
  | { state: 'kept'; envelope: Envelope }
  | { state: 'refused'; code: 'notAnEnvelope' | 'newerMajor' | 'invalid'; message: string }

/**
 * Reads an envelope. An older major version is migrated, a newer one refused; a newer minor one is read where this
 * version understands it whole, else kept unread. Never throws.
 */
export function readEnvelope(
  value: unknown,
  { current, migrations }: { current: string; migrations: readonly Migration[] } = {
    current: SCHEMA_VERSION,
    migrations: allMigrations,
  },
): Reading {
  const parsed = Envelope.safeParse(value)
  if (!parsed.success) {
    return { state: 'refused', code: 'notAnEnvelope', message: z.prettifyError(parsed.error) }
  }
  const envelope = parsed.data
  const [major, minor] = partsOf(envelope.schemaVersion)
  const [ownMajor, ownMinor] = partsOf(current)
  if (major > ownMajor) {
    const message = `this is version ${envelope.schemaVersion}, and ${current} is known here: update`
    return { state: 'refused', code: 'newerMajor', message }
  }
  const result = Content.safeParse(migrate(envelope, major, ownMajor, migrations))
  if (result.success) return { state: 'read', ...result.data }
  if (major === ownMajor && minor > ownMinor) return { state: 'kept', envelope }
  return { state: 'refused', code: 'invalid', message: z.prettifyError(result.error) }
}

/** A record in an envelope of the present version. */
export function envelopeFor(record: Content): { schemaVersion: string } & Content {
  return { schemaVersion: SCHEMA_VERSION, ...record }
}

function migrate(
  { kind, data }: Envelope,
  major: number,
  ownMajor: number,
  migrations: readonly Migration[],
): { kind: string; data: unknown } {
  return migrations
    .filter(({ from }) => from >= major && from < ownMajor)
    .toSorted((a, b) => a.from - b.from)
    .reduce((record, step) => step.up(record), { kind, data })
}

function partsOf(version: string): [number, number] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return [major, minor]
}
