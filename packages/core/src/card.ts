import type {
  Affiliation,
  Occurrence,
  Quote,
  QuoteCard,
  Source,
  SourceCard,
  SourceLink,
  Speaker,
  SpeakerCard,
  SpeakerLink,
  Statistic,
  StatisticCard,
  When,
} from '@onrecord/schema'
import { seriesOf } from './comparable.ts'
import { sentenceAround } from './passage.ts'

export function speakerLink({ id, name, slug, kind }: Speaker): SpeakerLink {
  return { id, name, slug, kind }
}

export function sourceLink({
  id,
  title,
  kind,
  publisher,
  publishedAt,
  canonicalUrl,
  url,
}: Source): SourceLink {
  return { id, title, kind, publisher: publisher?.name ?? null, publishedAt, url: canonicalUrl ?? url }
}

export function sourceCard(source: Source, counts: { quotes: number; statistics: number }): SourceCard {
  const { id, title, kind, publisher, publishedAt } = source
  return { id, title, kind, publisher: publisher?.name ?? null, publishedAt, ...counts }
}

/** `quotes`: public ones, terms left out, of all records judged the same. */
export function speakerCard(speaker: Speaker, quotes: number): SpeakerCard {
  return { ...speakerLink(speaker), role: latestRole(speaker.affiliations), quotes }
}

/** Role and organisation as one line: "harbour minister, Port Authority". */
export function affiliationLine({
  role,
  organization,
}: Pick<Affiliation, 'role' | 'organization'>): string | null {
  if (role === null || organization === null) return role ?? organization
  return role.includes(organization) ? role : `${role}, ${organization}`
}

/** The role a list shows of a speaker: no deprecated one, preferred before normal, then the latest, then the first told. */
export function latestRole(affiliations: readonly Affiliation[]): string | null {
  const [best] = affiliations
    .filter(({ rank }) => rank !== 'deprecated')
    .toSorted(
      (a, b) =>
        Number(b.rank === 'preferred') - Number(a.rank === 'preferred') ||
        (b.from ?? '').localeCompare(a.from ?? ''),
    )
  return best === undefined ? null : affiliationLine(best)
}

/** The role the source gives with a quote, with the organisation of that role where the speaker's record has it; else one the speaker held. */
export function roleOf(quote: Quote, speaker: Speaker | null): string | null {
  if (speaker === null) return quote.role?.title ?? null
  if (quote.role === null) return latestRole(speaker.affiliations)
  const { title, organizationId } = quote.role
  const told = speaker.affiliations.find(
    (known) => known.role === title && (organizationId === null || known.organizationId === organizationId),
  )
  return told === undefined ? title : affiliationLine(told)
}

/** Date by which a quote is listed: when it was said, else when its source was published. */
export function dateOf(quote: Pick<Quote, 'saidAt'>, source: Pick<Source, 'publishedAt'>): When | null {
  return quote.saidAt ?? source.publishedAt
}

export function denies(cue: Occurrence['cue']): boolean {
  return cue !== null && (cue.stance === 'denying' || cue.negated)
}

/** `first`: the quote's first occurrence; `speaker`: the record it is attributed to; `canonical`: the one shown for it. */
export function quoteCard({
  quote,
  first,
  speaker,
  canonical,
  source,
}: {
  quote: Quote
  first: Occurrence
  speaker: Speaker | null
  canonical: Speaker | null
  source: Source
}): QuoteCard {
  const shown = canonical ?? speaker
  return {
    id: quote.id,
    text: quote.text,
    kind: first.kind ?? 'indirect',
    status: quote.status,
    language: quote.language,
    speaker: shown === null ? null : speakerLink(shown),
    role: roleOf(quote, speaker),
    saidAt: quote.saidAt,
    denied: denies(first.cue),
    source: sourceLink(source),
  }
}

/** `first`: the statistic's first occurrence; `text`: of the revision it stands in; `canonical`: the asserter shown. */
export function statisticCard({
  statistic,
  first,
  text,
  canonical,
  source,
}: {
  statistic: Statistic
  first: Occurrence
  text: string
  canonical: Speaker | null
  source: Source
}): StatisticCard {
  const start = first.parts[0]?.start ?? 0
  const { value, low, high, approximator, surface, digits, unit, kind, direction, status, unread } = statistic
  const card = {
    id: statistic.id,
    value,
    low,
    high,
    approximator,
    surface,
    digits,
    unit,
    kind,
    direction,
    status,
    unread,
    measure: statistic.measure?.text ?? null,
    statType: statistic.measure?.statType ?? null,
    population: statistic.population?.text ?? null,
    denominator: statistic.denominator?.text ?? null,
    place: statistic.place?.text ?? null,
    placeCode: statistic.place?.scheme?.startsWith('iso3166') === true ? statistic.place.code : null,
    period: statistic.period,
    baseValue: statistic.base?.value ?? null,
    speaker: canonical === null ? null : speakerLink(canonical),
    cites: first.cites?.text ?? null,
    quoteId: statistic.quoteId,
    review: statistic.review,
    source: sourceLink(source),
    ...sentenceAround(text, { start, end: first.parts.at(-1)?.end ?? start }),
  }
  return { ...card, series: seriesOf(card) }
}
