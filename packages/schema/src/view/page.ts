import { z } from 'zod'
import { Words } from '../text.ts'

export const PageInput = z
  .strictObject({
    limit: z.int().min(1).max(100).describe('Rows wanted'),
    cursor: z.string().max(200).nullable().describe('Where to go on: `next` of the page before'),
  })
  .describe('Which page')
  .meta({ id: 'PageInput' })
export type PageInput = z.infer<typeof PageInput>

export const Total = z
  .strictObject({
    count: z.int().min(0).describe('How many there are'),
    exact: z.boolean().describe('false: at least so many'),
  })
  .describe('How many rows there are')
  .meta({ id: 'Total' })
export type Total = z.infer<typeof Total>

/** A page of rows by keyset: rows that arrive meanwhile neither shift nor repeat it. */
export type Page<T> = { items: readonly T[]; next: string | null }
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({
    items: z.array(item).readonly().describe('Rows'),
    next: Words.nullable().describe('Cursor of the next page'),
  })
}
