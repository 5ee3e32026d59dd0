import { z } from 'zod'
import { Anchor } from './anchor.ts'
import { CitationId, RevisionId, SourceId, SpeakerId } from './id.ts'
import { inTimeOrder, Method, timeOrder, versioned } from './method.ts'
import { Text, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const Citation = z
  .strictObject({
    id: CitationId,
    sourceId: SourceId.nullable().describe(
      'The source cited; null where the text names one that is not in the database',
    ),
    revisionId: RevisionId.nullable().describe('The revision cited'),
    citingRevisionId: RevisionId.nullable().describe('The revision in which the citation stands'),
    anchor: Anchor.nullable().describe('Where it stands there'),
    text: Words.describe('What the cited source is called there'),
    issuerId: SpeakerId.nullable().describe('Who issued the cited source, as the text says'),
    locator: z
      .strictObject({
        kind: z
          .enum(['page', 'paragraph', 'section', 'line', 'timestamp', 'table'])
          .describe('What the value counts'),
        value: Words.describe('The place'),
      })
      .nullable()
      .describe('Place inside the cited source'),
    accessedAt: IsoTime.nullable().describe('When it was read'),
    note: Text.nullable().describe('Remark'),
    foundBy: Method,
    ...versioned,
  })
  .refine(inTimeOrder, timeOrder)
  .refine(({ anchor, citingRevisionId }) => anchor === null || citingRevisionId !== null, {
    error: 'an anchor needs its revision',
  })
  .describe('One source cited: by a reader, or in the text of another source')
  .meta({ id: 'Citation' })
export type Citation = z.infer<typeof Citation>
