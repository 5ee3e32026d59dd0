import { z } from 'zod'
import { Words } from '../text.ts'

/** What a mirror prints: the data, what it is, and the version of its shape. */
export function envelopeOf<K extends string, S extends z.ZodType>(kind: K, data: S) {
  return z.strictObject({
    schemaVersion: Words.describe('Version of the schema'),
    kind: z.literal(kind).describe('What the data is'),
    data,
    next: Words.nullable().describe('Address of the next page'),
  })
}
