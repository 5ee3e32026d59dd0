import { z } from 'zod'
import { DecisionId } from './id.ts'
import { Words } from './text.ts'

export const ExternalIdScheme = z
  .enum([
    'wikidata',
    'viaf',
    'isni',
    'orcid',
    'ror',
    'lei',
    'gnd',
    'lcnaf',
    'wikipedia',
    'parliament',
    'other',
  ])
  .describe('Which register')
export type ExternalIdScheme = z.infer<typeof ExternalIdScheme>

export const ExternalId = z
  .strictObject({
    scheme: ExternalIdScheme,
    value: Words.describe('Identifier there, without address: Q42, 0000-0002-1825-0097'),
    match: z.enum(['exact', 'close', 'rejected']).describe('How sure the match is'),
    decidedBy: DecisionId.nullable().describe('The decision behind an exact match'),
  })
  .refine(({ scheme, value }) => fits[scheme](value), {
    error: 'the value must be written as its register writes it, its check digits right',
  })
  .describe('Identifier of the same speaker in another register')
  .meta({ id: 'ExternalId' })
export type ExternalId = z.infer<typeof ExternalId>

const anything = (): boolean => true

const fits: Record<ExternalIdScheme, (value: string) => boolean> = {
  wikidata: (value) => /^Q[1-9]\d*$/.test(value),
  viaf: (value) => /^[1-9]\d*$/.test(value),
  isni: (value) => /^\d{15}[\dX]$/.test(value) && hasIsniCheckDigit(value),
  orcid: (value) => /^(\d{4}-){3}\d{3}[\dX]$/.test(value) && hasIsniCheckDigit(value.replaceAll('-', '')),
  ror: (value) => /^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(value),
  lei: (value) => /^[0-9A-Z]{18}\d{2}$/.test(value) && hasLeiCheckDigits(value),
  gnd: (value) => /^[\dX-]+$/.test(value),
  lcnaf: (value) => /^n[a-z]{0,2}\d{8,10}$/.test(value),
  wikipedia: anything,
  parliament: anything,
  other: anything,
}

/** ISO 7064 MOD 11-2 over sixteen characters, as ISNI and ORCID have it. */
function hasIsniCheckDigit(value: string): boolean {
  let total = 0
  for (const digit of value.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11
  const check = (12 - total) % 11
  return value.at(-1) === (check === 10 ? 'X' : String(check))
}

/** ISO 7064 MOD 97-10 over twenty characters, letters counted from A = 10. */
function hasLeiCheckDigits(value: string): boolean {
  let rest = 0
  for (const character of value) rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97
  return rest === 1
}
