import { z } from 'zod'
import { inOrder, liesIn, overlaps, Span } from './anchor.ts'
import { attributionFields, cueFields, MentionKind, QuotationKind } from './occurrence.ts'
import { Region } from './revision.ts'
import { AliasKind, SpeakerKind } from './speaker.ts'
import {
  figureErrors,
  figureFields,
  figureIsWhole,
  Grain,
  PlaceScheme,
  rankIsPossible,
  shareIsPossible,
  StatType,
} from './figure.ts'
import { Links, periodError, periodIsInOrder, placeError } from './statistic.ts'
import { Figure, Language, Score, Words } from './text.ts'
import { PartialDate, When } from './time.ts'

const index = z.int().min(0)
const found = { text: Words.describe('As written'), span: Span.nullable().describe('Where it stands') }

export const SpeakerMention = z
  .strictObject({
    kind: SpeakerKind,
    name: Words.describe('Fullest name the text gives, titles and roles taken off'),
    aliases: z
      .array(z.strictObject({ text: Words.describe('Other form in the text'), kind: AliasKind }))
      .describe('Other names in the text'),
    affiliations: z
      .array(
        z.strictObject({
          organization: Words.nullable().describe('Organisation as written'),
          role: Words.nullable().describe('Role or title as written'),
          span: Span.describe('Where it is said'),
        }),
      )
      .describe('Roles and organisations the text gives'),
    mentions: z.array(Span).describe('Where the speaker is named, in order'),
  })
  .describe('A speaker as one text knows them')
  .meta({ id: 'SpeakerMention' })
export type SpeakerMention = z.infer<typeof SpeakerMention>

export const SourceMention = z
  .strictObject({
    name: Words.describe('What the text calls it: white paper'),
    issuer: index.nullable().describe('Index into speakers of the one who issued it'),
    mentions: z.array(Span).min(1).describe('Where it is named'),
  })
  .describe('A document the text takes something from')
  .meta({ id: 'SourceMention' })
export type SourceMention = z.infer<typeof SourceMention>

export const QuoteCandidate = z
  .strictObject({
    kind: QuotationKind,
    parts: z.array(Span).min(1).describe('The content, outer marks left out, in order'),
    verbatim: z.array(Span).describe('What stands between quotation marks'),
    cue: z
      .strictObject({ span: Span, ...cueFields })
      .nullable()
      .describe('The words that attribute'),
    mention: z
      .strictObject({ span: Span.nullable().describe('Where'), kind: MentionKind })
      .nullable()
      .describe('How the speaker is named here'),
    speaker: index.nullable().describe('Index into speakers; null: not known'),
    source: index.nullable().describe('Index into sources: the document it is taken from'),
    nestedIn: index.nullable().describe('Index into quotes of the one it is told inside'),
    continues: index.nullable().describe('Index into quotes of the one it goes on from'),
    attribution: z
      .strictObject({
        ...attributionFields,
        evidence: z.array(Span).describe('Spans that support it'),
      })
      .describe('Why this speaker'),
  })
  .refine(({ parts }) => inOrder(parts), { error: 'parts must be in order and apart' })
  .refine(({ parts, verbatim }) => inOrder(verbatim) && verbatim.every((span) => liesIn(span, parts)), {
    error: 'each verbatim span must lie in a part',
  })
  .refine(({ kind, verbatim, parts }) => kind !== 'direct' || parts.every((part) => liesIn(part, verbatim)), {
    error: 'in a direct quote verbatim covers every part',
  })
  .refine(
    ({ kind, verbatim, parts }) =>
      kind !== 'mixed' || (verbatim.length > 0 && !parts.every((part) => liesIn(part, verbatim))),
    { error: 'a mixed quote is verbatim in part' },
  )
  .refine(({ kind, verbatim }) => kind !== 'indirect' || verbatim.length === 0, {
    error: 'an indirect quote has nothing verbatim',
  })
  .refine(
    ({ cue, mention, verbatim }) =>
      ![cue?.span, mention?.span].some((span) => span && verbatim.some((words) => overlaps(span, words))),
    { error: 'cue and mention must not overlap verbatim words' },
  )
  .refine(({ mention }) => mention === null || (mention.kind === 'implicit') === (mention.span === null), {
    error: 'an implicit mention has no span, any other has one',
  })
  .describe('A quote as the extractor proposes it')
  .meta({ id: 'QuoteCandidate' })
export type QuoteCandidate = z.infer<typeof QuoteCandidate>

export const StatisticCandidate = z
  .strictObject({
    span: Span.describe('The figure with approximator and unit'),
    number: Span.describe('The bare figure'),
    ...figureFields,
    measure: z
      .strictObject({ ...found, statType: StatType })
      .nullable()
      .describe('The thing measured'),
    denominator: z.strictObject(found).nullable().describe('The whole of a share'),
    population: z.strictObject(found).nullable().describe('Who or what is counted'),
    place: z
      .strictObject({
        ...found,
        scheme: PlaceScheme.nullable(),
        code: Words.nullable().describe('Code of the place'),
      })
      .refine(({ scheme, code }) => (scheme === null) === (code === null), placeError)
      .nullable()
      .describe('Where'),
    period: z
      .strictObject({
        text: Words.nullable().describe('The words it was read from'),
        span: Span.nullable().describe('Where they stand'),
        from: PartialDate.nullable().describe('First day, month or year'),
        to: PartialDate.nullable().describe('End, exclusive; null: open'),
        grain: Grain,
        asOf: z.boolean().describe('Whether it holds at a point rather than over the period'),
        relativeTo: When.nullable().describe('The date a relative phrase counts from'),
      })
      .refine(periodIsInOrder, periodError)
      .nullable()
      .describe('When'),
    base: z
      .strictObject({
        value: Figure.nullable().describe('Value changed from'),
        period: Words.nullable().describe('When that held'),
        text: Words.describe('As written'),
      })
      .nullable()
      .describe('What a change counts from'),
    assertedBy: index.nullable().describe('Index into speakers; null: the text’s own voice'),
    quote: index.nullable().describe('Index into quotes of the innermost one it stands in'),
    source: index.nullable().describe('Index into sources: the document it is taken from'),
    links: Links,
    rule: Words.describe('Name of the rule that read the figure'),
    score: Score,
  })
  .refine(figureIsWhole, figureErrors.whole)
  .refine(shareIsPossible, figureErrors.share)
  .refine(rankIsPossible, figureErrors.rank)
  .refine(({ kind, direction }) => kind !== 'change' || direction !== null, figureErrors.direction)
  .describe('A statistic as the extractor proposes it')
  .meta({ id: 'StatisticCandidate' })
export type StatisticCandidate = z.infer<typeof StatisticCandidate>

export const DateMention = z
  .strictObject({
    span: Span.describe('The words'),
    from: PartialDate.nullable().describe('First day, month or year'),
    to: PartialDate.nullable().describe('End, exclusive; null: open'),
    grain: Grain,
  })
  .describe('A date or period named in the text')
  .meta({ id: 'DateMention' })
export type DateMention = z.infer<typeof DateMention>

export const Extraction = z
  .strictObject({
    language: Language.describe('Language the text was taken to be in'),
    regions: z.array(Region).describe('What is no article text'),
    quotes: z.array(QuoteCandidate).describe('Quotes in order of their first part'),
    statistics: z.array(StatisticCandidate).describe('Statistics in order'),
    speakers: z
      .array(SpeakerMention)
      .describe('Those who speak or assert, and the organisations they belong to'),
    sources: z.array(SourceMention).describe('Documents cited'),
    dates: z.array(DateMention).describe('Dates and periods named'),
  })
  .refine(indexesExist, { error: 'an index must be that of an entry in its list' })
  .refine(({ quotes }) => quotes.every((_, place) => !nestsInItself(quotes, place)), {
    error: 'no quote is nested in itself or goes on from itself',
  })
  .describe('Everything the extractor found in one text')
  .meta({ id: 'Extraction' })
export type Extraction = z.infer<typeof Extraction>

function indexesExist({
  quotes,
  statistics,
  speakers,
  sources,
}: {
  quotes: readonly QuoteCandidate[]
  statistics: readonly StatisticCandidate[]
  speakers: readonly SpeakerMention[]
  sources: readonly SourceMention[]
}): boolean {
  const within = (index: number | null, list: readonly unknown[]): boolean =>
    index === null || index < list.length
  return (
    quotes.every(
      ({ speaker, source, nestedIn, continues }) =>
        within(speaker, speakers) &&
        within(source, sources) &&
        within(nestedIn, quotes) &&
        within(continues, quotes),
    ) &&
    statistics.every(
      ({ assertedBy, source, quote }) =>
        within(assertedBy, speakers) && within(source, sources) && within(quote, quotes),
    ) &&
    sources.every(({ issuer }) => within(issuer, speakers))
  )
}

function nestsInItself(quotes: readonly QuoteCandidate[], place: number): boolean {
  return (['nestedIn', 'continues'] as const).some((link) => {
    let at = quotes[place]?.[link] ?? null
    for (let steps = 0; at !== null && steps <= quotes.length; steps += 1) {
      if (at === place) return true
      at = quotes[at]?.[link] ?? null
    }
    return false
  })
}
