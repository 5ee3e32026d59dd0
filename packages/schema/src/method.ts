import { z } from 'zod'
import { Score, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const Method = z
  .strictObject({
    kind: z.enum(['human', 'rule', 'model', 'import']).describe('Who or what found it'),
    name: Words.describe('Name of the person, rule, model or file'),
    version: Words.nullable().describe('Version of the rule or model'),
    score: Score.nullable().describe('Its confidence, 0 to 1'),
    at: IsoTime.describe('When'),
  })
  .describe('How a thing was found')
  .meta({ id: 'Method' })
export type Method = z.infer<typeof Method>

/** Fields of every stored record that can change. */
export const versioned = {
  version: z.int().min(1).describe('Edit count, from 1'),
  createdAt: IsoTime.describe('When the record was made'),
  updatedAt: IsoTime.describe('When it last changed'),
}

export function inTimeOrder({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }): boolean {
  return createdAt <= updatedAt
}
export const timeOrder = { error: 'updatedAt must not lie before createdAt' }
