import { z } from 'zod'
import { SourceId, SpeakerId } from './id.ts'
import { inTimeOrder, timeOrder, versioned } from './method.ts'
import { HttpUrl, Language, Text, Words } from './text.ts'
import { When } from './time.ts'

export const SourceKind = z
  .enum([
    'article',
    'pressRelease',
    'transcript',
    'speech',
    'interview',
    'report',
    'dataset',
    'post',
    'broadcast',
    'legislation',
    'courtRecord',
    'book',
    'other',
  ])
  .describe('What kind of published thing it is')
export type SourceKind = z.infer<typeof SourceKind>

const party = z.strictObject({
  name: Words.describe('Name as printed'),
  speakerId: SpeakerId.nullable().describe('The speaker record of the same person or body'),
})

/** What a document says of itself; shared by the stored record and the batch that brings it. */
export const sourceFields = {
  kind: SourceKind,
  cslType: Words.nullable().describe('CSL type; null: derived from kind'),
  title: Words.describe('Headline or title'),
  subtitle: Text.nullable().describe('Subtitle or alternative headline'),
  authors: z.array(party).describe('Authors in order'),
  publisher: party.nullable().describe('Who published it'),
  url: HttpUrl.nullable().describe('Address it was read from'),
  canonicalUrl: HttpUrl.nullable().describe('Address the publisher calls canonical'),
  publishedAt: When.nullable().describe('When it was published'),
  eventDate: When.nullable().describe('When the event it records took place'),
  language: Language.nullable().describe('Language of the text'),
  license: Text.nullable().describe('Licence of the text'),
  rights: Text.nullable().describe('Copyright notice'),
  identifiers: z
    .array(
      z.strictObject({
        scheme: z.enum(['doi', 'isbn', 'issn', 'urn', 'other']).describe('Which register'),
        value: Words.describe('The identifier'),
      }),
    )
    .describe('Other identifiers'),
}

/**
 * What says "the same source, captured again": the canonical address, else the id of a line, else the path
 * relative to the current folder. Prefixed `url:`, `id:` or `path:`.
 */
export const SourceKey = z
  .string()
  .regex(/^(url|id|path|text):[\s\S]+$/)
  .max(4096)
  .describe(
    'Identity of a source across captures: url:…, id:…, path:… or, for pasted text and stdin, text:<fingerprint>',
  )
  .meta({ id: 'SourceKey' })
export type SourceKey = z.infer<typeof SourceKey>

/** Keys that start so belong to the sample, which can be taken away again. */
export const SAMPLE_KEY_PREFIX = 'id:sample/'

export const Source = z
  .strictObject({ id: SourceId, key: SourceKey, ...sourceFields, ...versioned })
  .refine(inTimeOrder, timeOrder)
  .describe('A published thing, whatever its text is today')
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>
