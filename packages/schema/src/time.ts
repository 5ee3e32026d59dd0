import { z } from 'zod'

export const IsoTime = z.iso
  .datetime({ precision: 3 })
  .describe('Instant: ISO 8601, UTC, milliseconds, Z; sorts as text')
  .meta({ id: 'IsoTime' })
export type IsoTime = z.infer<typeof IsoTime>

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the precision is the length. The day must exist in its month. */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine(isRealDay, { error: 'the day must exist in its month' })
  .describe('Date of known precision: YYYY, YYYY-MM or YYYY-MM-DD')
  .meta({ id: 'PartialDate' })
export type PartialDate = z.infer<typeof PartialDate>

export const When = z.union([PartialDate, IsoTime]).describe('A partial date or an instant')
export type When = z.infer<typeof When>

function isRealDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return true
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return day <= last.getUTCDate()
}
