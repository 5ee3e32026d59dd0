import { z } from 'zod'
import { ExternalId } from './external-id.ts'
import { CitationId, SpeakerId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { Language, Rank, Slug, Text, Words } from './text.ts'
import { PartialDate } from './time.ts'

export const SpeakerKind = z
  .enum(['person', 'organization', 'government', 'group', 'unnamed'])
  .describe('What speaks; a document never does, its issuer does')
export type SpeakerKind = z.infer<typeof SpeakerKind>

export const AliasKind = z
  .enum(['full', 'short', 'acronym', 'former', 'birth', 'pen', 'transliteration', 'misspelling'])
  .describe('What kind of name it is')
export type AliasKind = z.infer<typeof AliasKind>

const interval = {
  from: PartialDate.nullable().describe('Since when'),
  to: PartialDate.nullable().describe('Until when, exclusive'),
}

export const Alias = z
  .strictObject({
    text: Words.describe('The name as written'),
    kind: AliasKind,
    language: Language.nullable().describe('Language of the name'),
    ...interval,
    rank: Rank,
  })
  .refine(datesInOrder, { error: 'from must lie before to' })
  .describe('Another name of a speaker')
  .meta({ id: 'Alias' })
export type Alias = z.infer<typeof Alias>

export const Affiliation = z
  .strictObject({
    organizationId: SpeakerId.nullable().describe('The organisation’s speaker record'),
    organization: Words.nullable().describe('The organisation as written; null where only a role is known'),
    role: Words.nullable().describe('Role or title there'),
    ...interval,
    rank: Rank,
    citationId: CitationId.nullable().describe('Where it is said'),
  })
  .refine(datesInOrder, { error: 'from must lie before to' })
  .refine(({ organization, role }) => organization !== null || role !== null, {
    error: 'an affiliation needs an organisation or a role',
  })
  .describe('What a speaker is or was, where and when')
  .meta({ id: 'Affiliation' })
export type Affiliation = z.infer<typeof Affiliation>

export const Speaker = z
  .strictObject({
    id: SpeakerId,
    kind: SpeakerKind,
    name: Words.describe('Name by which the speaker is shown'),
    slug: Slug,
    aliases: z.array(Alias).describe('Other names'),
    affiliations: z.array(Affiliation).describe('Roles and organisations'),
    externalIds: z.array(ExternalId).describe('Identifiers elsewhere'),
    description: Text.nullable().describe('What tells two namesakes apart'),
    ...versioned,
  })
  .refine(inTimeOrder, timeOrder)
  .refine(
    ({ aliases }) =>
      new Set(aliases.map(({ text, language, kind }) => JSON.stringify([text, language, kind]))).size ===
      aliases.length,
    { error: 'an alias stands once' },
  )
  .refine(({ aliases, name }) => !aliases.some(({ text, kind }) => kind === 'misspelling' && text === name), {
    error: 'the name must not be among the misspellings',
  })
  .refine(
    ({ aliases }) => {
      const preferred = aliases.filter(({ rank }) => rank === 'preferred').map(({ language }) => language)
      return new Set(preferred).size === preferred.length
    },
    { error: 'a language has at most one preferred alias' },
  )
  .refine(
    ({ kind, aliases, externalIds }) =>
      kind !== 'unnamed' || (aliases.length === 0 && externalIds.length === 0),
    { error: 'an unnamed speaker has no aliases and no external ids' },
  )
  .describe('A person or body that speaks')
  .meta({ id: 'Speaker' })
export type Speaker = z.infer<typeof Speaker>

// Compared at the coarser of the two precisions: 2019 to 2019-06 is possible, 2019 to 2019 is not.
function datesInOrder({ from, to }: { from: string | null; to: string | null }): boolean {
  if (from === null || to === null) return true
  const length = Math.min(from.length, to.length)
  return from.length === to.length ? from < to : from.slice(0, length) <= to.slice(0, length)
}
