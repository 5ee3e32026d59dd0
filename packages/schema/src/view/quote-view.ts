import { z } from 'zod'
import { Anchor } from '../anchor.ts'
import { OccurrenceId, QuoteId, RevisionId, SourceId, SpeakerId, StatisticId } from '../id.ts'
import { attributionFields, cueFields, MentionKind, QuotationKind } from '../occurrence.ts'
import { ReviewStatus } from '../quote.ts'
import { SourceKind } from '../source.ts'
import { SpeakerKind } from '../speaker.ts'
import { HttpUrl, Language, Score, Slug, Text, Words } from '../text.ts'
import { IsoTime, When } from '../time.ts'

export const SpeakerLink = z
  .strictObject({ id: SpeakerId, name: Words.describe('Shown name'), slug: Slug, kind: SpeakerKind })
  .describe('A speaker, to link to; the canonical one where several records are judged the same')
  .meta({ id: 'SpeakerLink' })
export type SpeakerLink = z.infer<typeof SpeakerLink>

export const SourceLink = z
  .strictObject({
    id: SourceId,
    title: Words.describe('Title'),
    kind: SourceKind,
    publisher: Words.nullable().describe('Publisher'),
    publishedAt: When.nullable().describe('When it was published'),
    url: HttpUrl.nullable().describe('Its address: canonical, else as read'),
  })
  .describe('A source, to link to')
  .meta({ id: 'SourceLink' })
export type SourceLink = z.infer<typeof SourceLink>

/** What a list shows of a quote. */
export const quoteCardFields = {
  id: QuoteId,
  text: Words.describe('The words'),
  kind: QuotationKind,
  status: ReviewStatus,
  language: Language,
  speaker: SpeakerLink.nullable().describe('Who said it; null: not established'),
  role: Words.nullable().describe('The role the source gives, or one the speaker held'),
  saidAt: When.nullable().describe('When it was said; null: the published date stands in'),
  denied: z
    .boolean()
    .describe('Whether the cue denies the words: shown as such, or they would say the opposite'),
  source: SourceLink.describe('Where the words are taken from'),
}
export const QuoteCard = z
  .strictObject(quoteCardFields)
  .describe('A quote in a list')
  .meta({ id: 'QuoteCard' })
export type QuoteCard = z.infer<typeof QuoteCard>

export const OccurrenceView = z
  .strictObject({
    id: OccurrenceId,
    source: SourceLink,
    revisionId: RevisionId,
    revision: z.int().min(1).describe('Ordinal of the revision it stands in'),
    capturedAt: IsoTime.describe('When that revision was captured'),
    latest: z.boolean().describe('Whether that revision is the source’s latest'),
    kind: QuotationKind.nullable().describe('Kind of quotation; null for a statistic'),
    parts: z.array(Anchor).describe('Where the words stand'),
    verbatim: z.array(Anchor).describe('What stands between quotation marks'),
    context: z
      .strictObject({
        start: z.int().min(0).describe('Offset of the passage in the revision'),
        text: Text.describe('The words around: whole paragraphs, or sentences where paragraphs are long'),
        cutBefore: z.boolean().describe('Whether text before was left out'),
        cutAfter: z.boolean().describe('Whether text after was left out'),
      })
      .describe('The passage it stands in'),
    cue: z
      .strictObject({ anchor: Anchor, ...cueFields })
      .nullable()
      .describe('The words that attribute'),
    mention: z
      .strictObject({
        anchor: Anchor.nullable().describe('Where; null for an implicit one'),
        kind: MentionKind,
        text: Words.nullable().describe('The mention as written'),
      })
      .nullable()
      .describe('How the speaker is named here'),
    cites: Words.nullable().describe('The document the words are taken from, as named'),
    citesAnchor: Anchor.nullable().describe('Where that document is named'),
    attribution: z
      .strictObject({ ...attributionFields, evidence: z.array(Anchor).describe('Spans that support it') })
      .nullable()
      .describe('Why this speaker; null for a statistic'),
    foundBy: z
      .strictObject({
        kind: z.enum(['human', 'rule', 'model', 'import']).describe('Who or what found it'),
        name: Words.describe('Name of the person, rule, model or file'),
        version: Words.nullable().describe('Version of the rule or model'),
        score: Score.nullable().describe('Its confidence, 0 to 1'),
      })
      .describe('What found it'),
  })
  .describe('One appearance with the words around it')
  .meta({ id: 'OccurrenceView' })
export type OccurrenceView = z.infer<typeof OccurrenceView>

export const QuoteView = z
  .strictObject({
    ...quoteCardFields,
    occurrences: z
      .array(OccurrenceView)
      .min(1)
      .describe('Where it stands; first the one the text is taken from'),
    within: z
      .strictObject({
        id: QuoteId,
        speaker: SpeakerLink.nullable().describe('Who said that one; null: not established'),
      })
      .nullable()
      .describe('The quote it is told inside'),
    continues: QuoteId.nullable().describe('The quote the same speaker goes on from'),
    statistics: z.array(StatisticId).describe('Ids of statistics that stand in it'),
    version: z.int().min(1).describe('Edit count'),
    createdAt: IsoTime.describe('When it was recorded'),
    updatedAt: IsoTime.describe('When it last changed'),
  })
  .describe('A quote whole')
  .meta({ id: 'QuoteView' })
export type QuoteView = z.infer<typeof QuoteView>
