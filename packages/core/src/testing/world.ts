import { anchorAt } from '@onrecord/schema'
import type {
  Judgement,
  Occurrence,
  Quote,
  QuoteId,
  ReviewDecision,
  Source,
  SourceRevision,
  Speaker,
  SpeakerId,
  Statistic,
  When,
} from '@onrecord/schema'
import { permit } from '../access.ts'
import type { Author, Put } from '../change.ts'
import { ulidOf } from '../new-id.ts'
import type { IdPrefix, NewId } from '../new-id.ts'
import { slugOf } from '../slug.ts'
import type { StoreQuery } from '../store.ts'

export const AT = '2031-03-01T09:00:00.000Z'
const SHA = 'a'.repeat(64)
const times = { createdAt: AT, updatedAt: AT }

export type QuoteSketch = {
  text: string
  speaker?: Speaker | null
  kind?: NonNullable<Occurrence['kind']>
  status?: Quote['status']
  saidAt?: When | null
}
export type StatisticSketch = {
  surface: string
  sentence: string
  value?: number
  speaker?: Speaker | null
  measure?: string
  review?: Statistic['review']
  /** Any other field of the record, as it is stored. */
  said?: Partial<Statistic>
}
export type ArticleSketch = {
  title?: string
  key?: Source['key']
  publisher?: string | null
  publishedAt?: When | null
  quotes?: readonly QuoteSketch[]
  statistics?: readonly StatisticSketch[]
}
export type Article = {
  source: Source
  revision: SourceRevision
  occurrences: Occurrence[]
  quotes: Quote[]
  statistics: Statistic[]
  changes: Put[]
}

/** Ids that count up, so that what is made later sorts later. */
export function countedIds(): NewId {
  let made = 0n
  return <P extends IdPrefix>(prefix: P): `${P}_${string}` => `${prefix}_${ulidOf(++made)}`
}

/** Who writes in tests of a store. */
export function author(key: string | null = null, cause: Author['cause'] = 'batch'): Author {
  return { permit: permit({ kind: 'system', task: 'test' }, 'batch:put'), key, cause }
}

export const put = <K extends Put['kind']>(kind: K, next: Put<K>['next'], reason: string | null = null) => ({
  op: 'put' as const,
  kind,
  next,
  reason,
})

/** A query that filters nothing, with what is said of it. */
export function query(said: Partial<StoreQuery> = {}): StoreQuery {
  return {
    terms: [],
    speakers: [],
    sources: [],
    kind: [],
    status: [],
    from: null,
    to: null,
    sort: 'new',
    ...said,
  }
}

/** Makes whole, valid records of invented people; nothing is stored. */
export function world(newId: NewId = countedIds()) {
  function speaker(name: string, said: Partial<Speaker> = {}): Speaker {
    return {
      id: newId('spk'),
      kind: 'person',
      name,
      slug: slugOf(name),
      aliases: [],
      affiliations: [],
      externalIds: [],
      description: null,
      version: 1,
      ...times,
      ...said,
    }
  }

  function judgement(
    one: SpeakerId | QuoteId,
    other: SpeakerId | QuoteId,
    answer: Judgement['answer'] = 'same',
    said: Partial<Judgement> = {},
  ): Judgement {
    const [left, right] = one < other ? [one, other] : [other, one]
    return {
      id: newId('jdg'),
      left,
      right,
      answer,
      kept: answer === 'same' ? one : null,
      reason: null,
      evidence: [],
      by: { kind: 'system', id: null, name: 'test' },
      at: AT,
      version: 1,
      ...times,
      ...said,
    }
  }

  function decision(target: ReviewDecision['target'], said: Partial<ReviewDecision> = {}): ReviewDecision {
    return {
      id: newId('dec'),
      target,
      targetVersion: 1,
      verdict: 'accept',
      reason: null,
      note: null,
      by: { kind: 'system', id: null, name: 'test' },
      at: AT,
      ...said,
    }
  }

  /** An article whose text is one line a quote, then one a statistic. */
  function article({
    title = 'Harbour news',
    key,
    publisher = null,
    publishedAt = null,
    quotes = [],
    statistics = [],
  }: ArticleSketch): Article {
    const text = [
      ...quotes.map((quote) => lineOf(quote)),
      ...statistics.map(({ sentence }) => sentence),
    ].join('\n')
    const source: Source = {
      id: newId('src'),
      key: key ?? `id:${newId('src')}`,
      kind: 'article',
      cslType: null,
      title,
      subtitle: null,
      authors: [],
      publisher: publisher === null ? null : { name: publisher, speakerId: null },
      url: null,
      canonicalUrl: null,
      publishedAt,
      eventDate: null,
      language: 'en',
      license: null,
      rights: null,
      identifiers: [],
      version: 1,
      ...times,
    }
    const revision: SourceRevision = {
      id: newId('rev'),
      sourceId: source.id,
      ordinal: 1,
      previousId: null,
      capturedAt: AT,
      method: 'paste',
      requestedUrl: null,
      finalUrl: null,
      archivedUrl: null,
      httpStatus: null,
      contentType: null,
      bytesSha256: SHA,
      textSha256: SHA,
      text,
      loader: { name: 'text', version: '1' },
      fingerprint: SHA,
      regions: [],
      length: text.length,
      change: 'first',
      notice: null,
      createdAt: AT,
    }
    const occurrence = (start: number, length: number, kind: Occurrence['kind']): Occurrence => {
      const anchor = anchorAt(text, { start, end: start + length })
      const verbatim =
        kind === null || kind === 'indirect'
          ? []
          : [kind === 'mixed' ? anchorAt(text, { start, end: start + 1 }) : anchor]
      return {
        id: newId('occ'),
        revisionId: revision.id,
        parts: [anchor],
        kind,
        verbatim,
        cue: null,
        mention: null,
        nested: null,
        cites: null,
        continues: null,
        attribution: null,
        foundBy: { kind: 'rule', name: 'onrecord', version: '1', score: 0.5, at: AT },
        createdAt: AT,
      }
    }
    let from = 0
    const found = quotes.map((sketch) => {
      const start = text.indexOf(sketch.text, from)
      from = start + sketch.text.length
      const at = occurrence(start, sketch.text.length, sketch.kind ?? 'direct')
      const quote: Quote = {
        id: newId('quo'),
        speakerId: sketch.speaker?.id ?? null,
        text: sketch.text,
        language: 'en',
        occurrenceIds: [at.id],
        role: null,
        saidAt: sketch.saidAt ?? null,
        saidIn: null,
        translationOf: null,
        status: sketch.status ?? 'unchecked',
        rank: 'normal',
        version: 1,
        ...times,
      }
      return { at, quote }
    })
    const figures = statistics.map((sketch) => {
      const start = text.indexOf(sketch.sentence, from) + sketch.sentence.indexOf(sketch.surface)
      const at = occurrence(start, sketch.surface.length, null)
      return { at, statistic: statisticOf(sketch, at) }
    })
    const occurrences = [...found, ...figures].map(({ at }) => at)
    const made = {
      source,
      revision,
      occurrences,
      quotes: found.map(({ quote }) => quote),
      statistics: figures.map(({ statistic }) => statistic),
    }
    return {
      ...made,
      changes: [
        put('source', source),
        put('revision', revision),
        ...occurrences.map((next) => put('occurrence', next)),
        ...made.quotes.map((next) => put('quote', next)),
        ...made.statistics.map((next) => put('statistic', next)),
      ],
    }
  }

  function statisticOf(
    {
      surface,
      value = 1,
      speaker = null,
      measure = 'boats',
      review = 'unchecked',
      said = {},
    }: StatisticSketch,
    at: Occurrence,
  ): Statistic {
    return {
      id: newId('sta'),
      value,
      low: null,
      high: null,
      approximator: 'exact',
      surface,
      digits: 1,
      unit: { kind: 'count', code: null, text: measure, per: null },
      kind: 'level',
      direction: null,
      status: 'observed',
      unread: null,
      measure: { text: measure, statType: 'count', property: null, anchor: null },
      denominator: null,
      population: null,
      place: null,
      period: null,
      base: null,
      assertedBy: speaker?.id ?? null,
      measuredBy: null,
      marginOfError: null,
      method: null,
      quoteId: null,
      links: { measure: null, population: null, place: null, period: null, asserter: null },
      occurrenceIds: [at.id],
      review,
      rank: 'normal',
      version: 1,
      ...times,
      ...said,
    }
  }

  return { newId, speaker, judgement, decision, article }
}

function lineOf({ text, speaker, kind }: QuoteSketch): string {
  const name = speaker?.name ?? 'Somebody'
  return kind === 'indirect' ? `${name} said that ${text}.` : `“${text},” ${name} said.`
}
