import { z } from 'zod'
import { Anchor, inOrder, liesIn, overlaps } from './anchor.ts'
import { OccurrenceId, RevisionId, SourceId } from './id.ts'
import { Method } from './method.ts'
import { Score, Words } from './text.ts'
import { IsoTime } from './time.ts'

export const QuotationKind = z
  .enum(['direct', 'mixed', 'indirect', 'term'])
  .describe(
    'direct: wholly in quotation marks; mixed: partly; indirect: reported, no marks; term: words in scare quotes',
  )
export type QuotationKind = z.infer<typeof QuotationKind>

export const Stance = z
  .enum(['neutral', 'assertive', 'tentative', 'denying', 'questioning'])
  .describe('How the cue puts it')
export type Stance = z.infer<typeof Stance>
export const Reports = z
  .enum(['speech', 'attitude', 'act'])
  .describe('Whether the cue reports speech, an attitude or an act')
export type Reports = z.infer<typeof Reports>
export const MentionKind = z
  .enum(['name', 'pronoun', 'nominal', 'implicit'])
  .describe('How the text names the speaker here')
export type MentionKind = z.infer<typeof MentionKind>

/** Why this speaker: shared by candidates (spans) and occurrences (anchors). */
export const attributionFields = {
  basis: z
    .enum(['explicit', 'inherited', 'floating', 'turn', 'none'])
    .describe('What the attribution rests on'),
  rule: Words.describe('Name of the deciding rule'),
  score: Score,
  via: z.enum(['spokesperson', 'lawyer']).nullable().describe('Through whom'),
  addressee: Words.nullable().describe('Who was told'),
}

export const cueFields = {
  lemma: Words.nullable().describe('Base form of the cue verb'),
  stance: Stance.nullable(),
  reports: Reports,
  negated: z.boolean().describe('Whether the cue is negated: did not say'),
}

export const Occurrence = z
  .strictObject({
    id: OccurrenceId,
    revisionId: RevisionId,
    parts: z.array(Anchor).min(1).describe('The content in order; a quote cut by its cue has two parts'),
    kind: QuotationKind.nullable().describe('Kind of quotation; null for a statistic'),
    verbatim: z.array(Anchor).describe('What stands between quotation marks'),
    cue: z
      .strictObject({ anchor: Anchor, ...cueFields })
      .nullable()
      .describe('The words that attribute: said, according to'),
    mention: z
      .strictObject({
        anchor: Anchor.nullable().describe('Where; null for an implicit one'),
        kind: MentionKind,
        text: Words.nullable().describe('The mention as written'),
      })
      .nullable()
      .describe('How the speaker is named here'),
    nested: OccurrenceId.nullable().describe('The quote this one is told inside'),
    cites: z
      .strictObject({
        sourceId: SourceId.nullable().describe('The document, where it is in the database'),
        anchor: Anchor.nullable().describe('Where it is named'),
        text: Words.describe('As named: the white paper'),
      })
      .nullable()
      .describe('The document these words are taken from'),
    continues: OccurrenceId.nullable().describe('The quote the same speaker goes on from without a new cue'),
    attribution: z
      .strictObject({ ...attributionFields, evidence: z.array(Anchor).describe('Spans that support it') })
      .nullable()
      .describe('Why this speaker; null for a statistic'),
    foundBy: Method,
    createdAt: IsoTime.describe('When the record was made'),
  })
  .refine(({ parts }) => inOrder(parts), { error: 'parts must be in order and apart' })
  .refine(({ parts, verbatim }) => inOrder(verbatim) && verbatim.every((span) => liesIn(span, parts)), {
    error: 'each verbatim span must lie in a part, in order',
  })
  .refine(
    ({ kind, parts, verbatim }) => kind !== 'direct' || parts.every((part) => covered(part, verbatim)),
    { error: 'in a direct quote verbatim covers every part' },
  )
  .refine(
    ({ kind, parts, verbatim }) =>
      kind !== 'mixed' || (verbatim.length > 0 && !parts.every((part) => covered(part, verbatim))),
    { error: 'a mixed quote is verbatim in some of its parts and not in all' },
  )
  .refine(({ kind, verbatim }) => (kind !== 'indirect' && kind !== null) || verbatim.length === 0, {
    error: 'an indirect quote and a statistic have nothing verbatim',
  })
  .refine(
    ({ cue, mention, verbatim }) =>
      ![cue?.anchor, mention?.anchor].some(
        (anchor) => anchor && verbatim.some((span) => overlaps(anchor, span)),
      ),
    { error: 'cue and mention must not overlap verbatim words' },
  )
  .refine(({ mention }) => mention === null || (mention.kind === 'implicit') === (mention.anchor === null), {
    error: 'an implicit mention has no anchor, any other has one',
  })
  .describe('One appearance of a quote or statistic in one revision; immutable once a record points at it')
  .meta({ id: 'Occurrence' })
export type Occurrence = z.infer<typeof Occurrence>

function covered(
  part: { start: number; end: number },
  spans: readonly { start: number; end: number }[],
): boolean {
  return spans.some(({ start, end }) => start <= part.start && part.end <= end)
}
