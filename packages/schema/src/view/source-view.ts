import { z } from 'zod'
import { CitationId, RevisionId, SourceId } from '../id.ts'
import { Anchor } from '../anchor.ts'
import { QuotationKind } from '../occurrence.ts'
import { Region } from '../revision.ts'
import { SourceKind } from '../source.ts'
import { HttpUrl, Language, Text, Words } from '../text.ts'
import { IsoTime, When } from '../time.ts'
import { QuoteCard, SpeakerLink } from './quote-view.ts'
import { StatisticCard } from './statistic-view.ts'

export const SourceCard = z
  .strictObject({
    id: SourceId,
    title: Words.describe('Title'),
    kind: SourceKind,
    publisher: Words.nullable().describe('Publisher'),
    publishedAt: When.nullable().describe('When it was published'),
    quotes: z.int().min(0).describe('Quotes found, terms left out'),
    statistics: z.int().min(0).describe('Statistics found'),
  })
  .describe('A source in a list')
  .meta({ id: 'SourceCard' })
export type SourceCard = z.infer<typeof SourceCard>

export const RevisionLink = z
  .strictObject({
    id: RevisionId,
    ordinal: z.int().min(1).describe('1, 2, 3 … within the source'),
    capturedAt: IsoTime.describe('When it was captured'),
  })
  .describe('A revision, to link to')
  .meta({ id: 'RevisionLink' })
export type RevisionLink = z.infer<typeof RevisionLink>

export const SourceView = z
  .strictObject({
    id: SourceId,
    title: Words.describe('Title'),
    subtitle: Text.nullable().describe('Subtitle'),
    kind: SourceKind,
    authors: z.array(Words).describe('Authors in order'),
    publisher: Words.nullable().describe('Publisher'),
    url: HttpUrl.nullable().describe('Its address'),
    publishedAt: When.nullable().describe('When it was published'),
    language: Language.nullable(),
    rights: Text.nullable().describe('Copyright notice'),
    license: Text.nullable().describe('Licence of the text'),
    revision: RevisionLink.describe('The revision shown'),
    revisions: z.array(RevisionLink).min(1).describe('All of them, latest first'),
    text: Text.describe('Text of the revision shown'),
    regions: z.array(Region).describe('What is no article text'),
    quotes: z
      .array(
        z.strictObject({
          quote: QuoteCard,
          kind: QuotationKind,
          label: z
            .string()
            .regex(/^q\d+$/)
            .describe('q1, q2 … in order of the text'),
          parts: z.array(Anchor).describe('Where it stands in the text shown'),
          verbatim: z.array(Anchor).describe('What stands between quotation marks'),
        }),
      )
      .describe('Quotes in order of the text; terms too'),
    statistics: z
      .array(
        z.strictObject({
          statistic: StatisticCard,
          label: z
            .string()
            .regex(/^s\d+$/)
            .describe('s1, s2 … in order of the text'),
          parts: z.array(Anchor).describe('Where it stands in the text shown'),
        }),
      )
      .describe('Statistics in order of the text'),
    citations: z
      .array(
        z.strictObject({
          id: CitationId,
          text: Words.describe('As named'),
          anchor: Anchor.nullable().describe('Where it is named'),
          issuer: SpeakerLink.nullable().describe('Who issued it, where the text says so'),
        }),
      )
      .describe('Documents it cites'),
    version: z.int().min(1).describe('Edit count'),
  })
  .describe('A source whole, with everything found in it')
  .meta({ id: 'SourceView' })
export type SourceView = z.infer<typeof SourceView>
