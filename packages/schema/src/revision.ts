import { z } from 'zod'
import { inOrder } from './anchor.ts'
import { RevisionId, SourceId } from './id.ts'
import { HttpUrl, Sha256, Text, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const Region = z
  .strictObject({
    start: z.int().min(0).describe('First UTF-16 code unit'),
    end: z.int().min(0).describe('The code unit after the last one'),
    kind: z
      .enum(['boilerplate', 'byline', 'dateline', 'caption', 'correction', 'note'])
      .describe('What it is instead of article text'),
  })
  .refine(({ start, end }) => start < end, { error: 'start must lie before end' })
  .describe('A stretch of the text that is no article text; nothing is found there')
  .meta({ id: 'Region' })
export type Region = z.infer<typeof Region>

/** What the capture says; shared by the stored record and the batch that brings it. */
export const revisionFields = {
  capturedAt: IsoTime.describe('When the bytes were read'),
  method: z.enum(['fetch', 'upload', 'paste', 'archive', 'feed']).describe('How they were read'),
  requestedUrl: HttpUrl.nullable().describe('Address asked for'),
  finalUrl: HttpUrl.nullable().describe('Address that answered, after redirects'),
  archivedUrl: HttpUrl.nullable().describe('Address of an archived copy'),
  httpStatus: z.int().min(100).max(599).nullable().describe('HTTP status of the answer'),
  contentType: Words.nullable().describe('Media type of the bytes'),
  bytesSha256: Sha256.describe('Digest of the bytes as read'),
  textSha256: Sha256.describe('Digest of the text in UTF-8'),
  text: Text.describe('The text as captured, never altered'),
  loader: z
    .strictObject({
      name: Words.describe('Loader that turned bytes into text'),
      version: Words.describe('Its version'),
    })
    .describe('What turned bytes into text'),
  fingerprint: Sha256.describe(
    'Digest of the text with NFC and white space runs as one space: equal means nothing new',
  ),
  regions: z.array(Region).describe('What is no article text'),
}

export const SourceRevision = z
  .strictObject({
    id: RevisionId,
    sourceId: SourceId,
    ordinal: z.int().min(1).describe('1, 2, 3 … within the source'),
    previousId: RevisionId.nullable().describe('The revision before it'),
    ...revisionFields,
    length: z.int().min(0).describe('Length of the text in UTF-16 code units'),
    change: z
      .enum(['first', 'same', 'edited', 'corrected', 'retracted', 'gone'])
      .describe('What changed since the one before'),
    notice: Text.nullable().describe('The publisher’s own words on the change'),
    createdAt: IsoTime.describe('When the record was made'),
  })
  .refine(({ text, length }) => text.length === length, { error: 'length must be that of the text' })
  .refine(({ ordinal, previousId }) => (ordinal === 1) === (previousId === null), {
    error: 'only the first revision has none before it',
  })
  .refine(({ regions, length }) => inOrder(regions) && regions.every(({ end }) => end <= length), {
    error: 'regions must be in order, apart and inside the text',
  })
  .describe('The text of a source as captured once')
  .meta({ id: 'SourceRevision' })
export type SourceRevision = z.infer<typeof SourceRevision>
