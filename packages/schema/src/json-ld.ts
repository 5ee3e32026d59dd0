import type { SourceKind } from './source.ts'
import type { SpeakerKind } from './speaker.ts'
import type { QuoteView, SourceLink, SpeakerLink } from './view/quote-view.ts'
import type { StatisticCard, StatisticView } from './view/statistic-view.ts'

/** A node of JSON-LD with schema.org's terms; what is not known is left out. */
export type JsonLd = { [key: string]: string | number | JsonLd | JsonLd[] }

/**
 * A quote as a schema.org Quotation. Null unless it is verified or disputed, and null for a denied one: a
 * machine that reads `text` and `creator` would take the speaker to say what the speaker denies. To put it into
 * a page, write `<` as `\u003c`.
 */
export function quotationOf(
  quote: QuoteView,
  permalink: string,
  captured: string | null = null,
): JsonLd | null {
  if (!mayBeRead(quote.status) || quote.denied) return null
  const speaker = quote.speaker && agentOf(quote.speaker)
  return {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    '@id': permalink,
    url: permalink,
    text: quote.text,
    inLanguage: quote.language,
    ...(speaker ? { creator: speaker, spokenByCharacter: speaker } : {}),
    ...(quote.saidAt === null ? {} : { dateCreated: quote.saidAt }),
    ...(quote.kind === 'direct' ? {} : { disambiguatingDescription: readings[quote.kind] }),
    ...(quote.status === 'disputed' ? { creativeWorkStatus: 'Disputed' } : {}),
    isPartOf: workOf(quote.source, captured),
  }
}

/** A statistic as a schema.org Observation. Null unless it is verified or disputed, and null for one that could not be read. */
export function observationOf(statistic: StatisticCard, permalink: string): JsonLd | null {
  if (!mayBeRead(statistic.review) || statistic.unread !== null) return null
  const { period, place, placeCode, value, low, high, unit } = statistic
  return {
    '@context': 'https://schema.org',
    '@type': 'Observation',
    '@id': permalink,
    url: permalink,
    name: statistic.surface,
    ...(statistic.measure === null ? {} : { variableMeasured: statistic.measure }),
    ...(place === null
      ? {}
      : {
          observationAbout: {
            '@type': 'Place',
            name: place,
            ...(placeCode === null ? {} : { identifier: placeCode }),
          },
        }),
    ...(period === null || period.from === null ? {} : { observationDate: period.from }),
    ...(period === null || period.asOf || durations[period.grain] === null
      ? {}
      : { observationPeriod: durations[period.grain] ?? '' }),
    ...(value === null ? {} : { value }),
    ...(low === null ? {} : { minValue: low }),
    ...(high === null ? {} : { maxValue: high }),
    ...unitOf(unit),
    ...(statistic.denominator === null ? {} : { measurementDenominator: statistic.denominator }),
    ...(statistic.approximator === 'exact' ? {} : { measurementQualifier: statistic.approximator }),
    ...(statistic.review === 'disputed' ? { disambiguatingDescription: 'Disputed' } : {}),
    subjectOf: workOf(statistic.source, null),
  }
}

const mayBeRead = (status: QuoteView['status']): boolean => status === 'verified' || status === 'disputed'

const readings = {
  direct: '',
  mixed: 'Partly quoted',
  indirect: 'Reported, not verbatim',
  term: 'Term in quotation marks',
} satisfies Record<QuoteView['kind'], string>

const agentTypes = {
  person: 'Person',
  organization: 'Organization',
  government: 'GovernmentOrganization',
  group: 'Organization',
  unnamed: null,
} satisfies Record<SpeakerKind, string | null>

function agentOf({ kind, name }: SpeakerLink): JsonLd | null {
  const type = agentTypes[kind]
  return type === null ? null : { '@type': type, name }
}

const workTypes = {
  article: 'NewsArticle',
  pressRelease: 'Article',
  transcript: 'CreativeWork',
  speech: 'CreativeWork',
  interview: 'CreativeWork',
  report: 'Report',
  dataset: 'Dataset',
  post: 'SocialMediaPosting',
  broadcast: 'CreativeWork',
  legislation: 'Legislation',
  courtRecord: 'CreativeWork',
  book: 'Book',
  other: 'CreativeWork',
} satisfies Record<SourceKind, string>

function workOf({ kind, title, url, publisher, publishedAt }: SourceLink, captured: string | null): JsonLd {
  return {
    '@type': workTypes[kind],
    name: title,
    ...(url === null ? {} : { url }),
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    ...(publisher === null ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
    ...(captured === null ? {} : { archivedAt: captured }),
  }
}

/** ISO 8601 duration of each grain, as `observationPeriod` wants it; an instant has none. */
const durations = {
  day: 'P1D',
  week: 'P7D',
  month: 'P1M',
  quarter: 'P3M',
  half: 'P6M',
  year: 'P1Y',
  decade: 'P10Y',
  century: 'P100Y',
  instant: null,
} satisfies Record<NonNullable<StatisticView['period']>['grain'], string | null>

/** UN/CEFACT has P1 for percent; other codes are ISO 4217 or UCUM, which `unitCode` does not take. */
function unitOf({ kind, code, text, per }: StatisticView['unit']): JsonLd {
  const name =
    kind === 'percentagePoint' ? 'percentage points' : kind === 'basisPoint' ? 'basis points' : (code ?? text)
  const unitText = [kind === 'percent' ? 'percent' : name, per && (per.text ?? per.code)]
    .filter((part) => part !== null)
    .join(' per ')
  return {
    ...(kind === 'percent' && per === null ? { unitCode: 'P1' } : {}),
    ...(unitText === '' ? {} : { unitText }),
  }
}
