import { z } from 'zod'
import { ExternalId } from '../external-id.ts'
import { SpeakerId } from '../id.ts'
import { Affiliation, Alias, SpeakerKind } from '../speaker.ts'
import { Slug, Text, Words } from '../text.ts'
import { When } from '../time.ts'

export const SpeakerCard = z
  .strictObject({
    id: SpeakerId,
    name: Words.describe('Shown name'),
    slug: Slug,
    kind: SpeakerKind,
    role: Words.nullable().describe('Latest role or affiliation, as one line'),
    quotes: z.int().min(0).describe('Quotes shown to readers, terms left out'),
  })
  .describe('A speaker in a list')
  .meta({ id: 'SpeakerCard' })
export type SpeakerCard = z.infer<typeof SpeakerCard>

export const SpeakerView = z
  .strictObject({
    id: SpeakerId,
    name: Words.describe('Shown name'),
    slug: Slug,
    kind: SpeakerKind,
    description: Text.nullable().describe('What tells namesakes apart'),
    aliases: z.array(Alias).describe('Other names, of all records judged the same'),
    affiliations: z.array(Affiliation).describe('Roles and organisations'),
    externalIds: z.array(ExternalId).describe('Identifiers elsewhere'),
    records: z
      .array(
        z.strictObject({
          id: SpeakerId,
          name: Words.describe('Name of that record'),
          slug: Slug,
          reason: Text.nullable().describe('Why it was judged the same'),
          by: Words.nullable().describe('Who judged it so'),
        }),
      )
      .describe('The records judged to be this speaker, this one first'),
    quotes: z.int().min(0).describe('Quotes, terms left out'),
    verified: z.int().min(0).describe('Of these, verified'),
    statistics: z.int().min(0).describe('Statistics asserted'),
    sources: z.int().min(0).describe('Sources the quotes stand in'),
    first: When.nullable().describe('Earliest date said or published'),
    latest: When.nullable().describe('Latest date said or published'),
    months: z
      .array(
        z.strictObject({
          month: z
            .string()
            .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
            .describe('Year and month'),
          quotes: z.int().min(1).describe('Quotes said or published in it'),
        }),
      )
      .describe('Quotes a month, in order, months without any left out'),
  })
  .describe('A speaker whole')
  .meta({ id: 'SpeakerView' })
export type SpeakerView = z.infer<typeof SpeakerView>
