import { z } from 'zod'

/** The rule of every text. */
export const wellFormed = { error: 'text must not hold half a surrogate pair' }

/** Text as captured: well-formed UTF-16, not normalised, may be empty. */
export const Text = z
  .string()
  .refine((text) => text.isWellFormed(), wellFormed)
  .describe('Text as captured: well-formed UTF-16, not normalised')
/** As `Text`, at least one character. */
export const Words = Text.min(1).describe('Text of at least one character')

export const Language = z
  .string()
  .regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/)
  .describe('BCP 47 language tag')
  .meta({ id: 'Language' })
export type Language = z.infer<typeof Language>

export const HttpUrl = z
  .url({ protocol: /^https?$/ })
  .regex(/^[hH][tT][tT][pP][sS]?:\/\/\S+$/, { error: 'an address must start with http:// or https://' })
  .describe('http or https address')
  .meta({ id: 'HttpUrl' })
export type HttpUrl = z.infer<typeof HttpUrl>

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 digest, 64 lower-case hexadecimal digits')
  .meta({ id: 'Sha256' })
export type Sha256 = z.infer<typeof Sha256>

export const Slug = z
  .string()
  .max(120)
  .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u)
  .describe('Lower-case words joined by hyphens, as they stand in an address')
  .meta({ id: 'Slug' })
export type Slug = z.infer<typeof Slug>

/** Numbers as stored: finite, never -0, at most 15 significant digits (so that JSON readers of any language agree). */
export const Figure = z
  .number()
  .refine((value) => !Object.is(value, -0), { error: '-0 must be written 0' })
  .refine((value) => Number(value.toPrecision(15)) === value, {
    error: 'a figure has at most 15 significant digits',
  })
  .describe('Finite number of at most 15 significant digits, never -0')
  .meta({ id: 'Figure' })
export type Figure = z.infer<typeof Figure>

export const Score = z.number().min(0).max(1).describe('Confidence from 0 to 1')
export const Rank = z
  .enum(['preferred', 'normal', 'deprecated'])
  .describe('Preferred and deprecated values, as Wikibase ranks them')
  .meta({ id: 'Rank' })
export type Rank = z.infer<typeof Rank>
