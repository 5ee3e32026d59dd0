import { DomainError, type DumpLine } from '@onrecord/core'
import { IsoTime, kinds, readEnvelope } from '@onrecord/schema'
import { z } from 'zod'

/** What is left of an erased record: the store's own, so no noun of the schema. */
const Tombstone = z.strictObject({
  schemaVersion: z.string(),
  kind: z.literal('tombstone'),
  data: z.strictObject({ id: z.string().min(1), kind: z.enum(kinds), reason: z.string(), at: IsoTime }),
})
const isTombstone = z.looseObject({ kind: z.literal('tombstone') })

/** Reads one line of an export. Throws `invalid` with its number and what is wrong, also for a newer schema. */
export function parseDumpLine(text: string, number: number): DumpLine {
  const refuse = (why: string, cause?: unknown): DomainError =>
    new DomainError('invalid', `Line ${number} ${why}`, { number }, cause)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refuse('is no JSON. Give a file that `onrecord export` wrote, whole.', error)
  }
  if (isTombstone.safeParse(value).success) {
    const parsed = Tombstone.safeParse(value)
    if (parsed.success) return { kind: 'tombstone', data: parsed.data.data }
    throw refuse(`does not fit the schema: ${z.prettifyError(parsed.error)}`)
  }
  const reading = readEnvelope(value)
  switch (reading.state) {
    case 'read':
      if (reading.kind === 'batch') throw refuse('is a batch, no record. Send it to a server instead.')
      return reading
    case 'kept':
      throw refuse(
        `has schema ${reading.envelope.schemaVersion}, newer than this Onrecord knows. Update Onrecord.`,
      )
    case 'refused':
      if (reading.code === 'newerMajor') throw refuse(`cannot be read: ${reading.message}. Update Onrecord.`)
      throw refuse(`does not fit the schema: ${reading.message}`)
    default:
      return reading satisfies never
  }
}
