import type {
  Affiliation,
  Alias,
  Anchor,
  AuditEntry,
  AuditEntryId,
  By,
  Cause,
  Citation,
  CitationId,
  DecisionId,
  ExternalId,
  IsoTime,
  Judgement,
  JudgementId,
  Kind,
  Language,
  Method,
  Occurrence,
  OccurrenceId,
  Quote,
  QuoteId,
  Rank,
  Region,
  ReviewDecision,
  ReviewStatus,
  RevisionId,
  Slug,
  Source,
  SourceId,
  SourceKey,
  SourceRevision,
  Speaker,
  SpeakerId,
  Statistic,
  StatisticId,
  When,
} from '@onrecord/schema'
import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

// One table a record. Text ids are keys; JSON only for values that have no id of their own. Private to this package.

const versionColumns = () => ({
  version: integer('version').notNull(),
  createdAt: text('created_at').$type<IsoTime>().notNull(),
  updatedAt: text('updated_at').$type<IsoTime>().notNull(),
})

export const source = sqliteTable('source', {
  id: text('id').$type<SourceId>().primaryKey(),
  key: text('key').$type<SourceKey>().notNull().unique(),
  kind: text('kind').$type<Source['kind']>().notNull(),
  cslType: text('csl_type'),
  title: text('title').notNull(),
  subtitle: text('subtitle'),
  authors: text('authors', { mode: 'json' }).$type<Source['authors']>().notNull(),
  publisher: text('publisher', { mode: 'json' }).$type<Source['publisher']>(),
  url: text('url'),
  canonicalUrl: text('canonical_url'),
  publishedAt: text('published_at').$type<When>(),
  eventDate: text('event_date').$type<When>(),
  language: text('language').$type<Language>(),
  license: text('license'),
  rights: text('rights'),
  identifiers: text('identifiers', { mode: 'json' }).$type<Source['identifiers']>().notNull(),
  ...versionColumns(),
})

export const revision = sqliteTable(
  'revision',
  {
    id: text('id').$type<RevisionId>().primaryKey(),
    sourceId: text('source_id')
      .$type<SourceId>()
      .notNull()
      .references(() => source.id),
    ordinal: integer('ordinal').notNull(),
    previousId: text('previous_id')
      .$type<RevisionId>()
      .references((): AnySQLiteColumn => revision.id),
    capturedAt: text('captured_at').$type<IsoTime>().notNull(),
    method: text('method').$type<SourceRevision['method']>().notNull(),
    requestedUrl: text('requested_url'),
    finalUrl: text('final_url'),
    archivedUrl: text('archived_url'),
    httpStatus: integer('http_status'),
    contentType: text('content_type'),
    bytesSha256: text('bytes_sha256').notNull(),
    textSha256: text('text_sha256').notNull(),
    text: text('text').notNull(),
    length: integer('length').notNull(),
    loader: text('loader', { mode: 'json' }).$type<SourceRevision['loader']>().notNull(),
    fingerprint: text('fingerprint').notNull(),
    regions: text('regions', { mode: 'json' }).$type<Region[]>().notNull(),
    change: text('change').$type<SourceRevision['change']>().notNull(),
    notice: text('notice'),
    createdAt: text('created_at').$type<IsoTime>().notNull(),
  },
  (table) => [
    uniqueIndex('revision_ordinal').on(table.sourceId, table.ordinal),
    index('revision_previous').on(table.previousId),
    index('revision_fingerprint').on(table.fingerprint),
  ],
)

export const citation = sqliteTable(
  'citation',
  {
    id: text('id').$type<CitationId>().primaryKey(),
    sourceId: text('source_id').$type<SourceId>(),
    revisionId: text('revision_id').$type<RevisionId>(),
    citingRevisionId: text('citing_revision_id')
      .$type<RevisionId>()
      .references(() => revision.id),
    anchor: text('anchor', { mode: 'json' }).$type<Anchor>(),
    place: integer('place').notNull(),
    text: text('text').notNull(),
    issuerId: text('issuer_id')
      .$type<SpeakerId>()
      .references(() => speaker.id),
    locator: text('locator', { mode: 'json' }).$type<Citation['locator']>(),
    accessedAt: text('accessed_at').$type<IsoTime>(),
    note: text('note'),
    foundBy: text('found_by', { mode: 'json' }).$type<Method>().notNull(),
    ...versionColumns(),
  },
  (table) => [
    index('citation_citing').on(table.citingRevisionId, table.place),
    index('citation_issuer').on(table.issuerId),
  ],
)

export const speaker = sqliteTable(
  'speaker',
  {
    id: text('id').$type<SpeakerId>().primaryKey(),
    kind: text('kind').$type<Speaker['kind']>().notNull(),
    name: text('name').notNull(),
    slug: text('slug').$type<Slug>().notNull().unique(),
    aliases: text('aliases', { mode: 'json' }).$type<Alias[]>().notNull(),
    affiliations: text('affiliations', { mode: 'json' }).$type<Affiliation[]>().notNull(),
    externalIds: text('external_ids', { mode: 'json' }).$type<ExternalId[]>().notNull(),
    description: text('description'),
    ...versionColumns(),
  },
  (table) => [index('speaker_name').on(table.name, table.kind)],
)

/** Every slug a speaker ever had: an earlier one still finds its speaker, and none is given twice. */
export const speakerSlug = sqliteTable(
  'speaker_slug',
  {
    slug: text('slug').$type<Slug>().primaryKey(),
    speakerId: text('speaker_id').$type<SpeakerId>().notNull(),
  },
  (table) => [index('speaker_slug_speaker').on(table.speakerId)],
)

export const occurrence = sqliteTable(
  'occurrence',
  {
    id: text('id').$type<OccurrenceId>().primaryKey(),
    revisionId: text('revision_id')
      .$type<RevisionId>()
      .notNull()
      .references(() => revision.id),
    place: integer('place').notNull(),
    parts: text('parts', { mode: 'json' }).$type<Anchor[]>().notNull(),
    kind: text('kind').$type<NonNullable<Occurrence['kind']>>(),
    verbatim: text('verbatim', { mode: 'json' }).$type<Anchor[]>().notNull(),
    cue: text('cue', { mode: 'json' }).$type<Occurrence['cue']>(),
    mention: text('mention', { mode: 'json' }).$type<Occurrence['mention']>(),
    nested: text('nested')
      .$type<OccurrenceId>()
      .references((): AnySQLiteColumn => occurrence.id),
    cites: text('cites', { mode: 'json' }).$type<Occurrence['cites']>(),
    continues: text('continues')
      .$type<OccurrenceId>()
      .references((): AnySQLiteColumn => occurrence.id),
    attribution: text('attribution', { mode: 'json' }).$type<Occurrence['attribution']>(),
    foundBy: text('found_by', { mode: 'json' }).$type<Method>().notNull(),
    createdAt: text('created_at').$type<IsoTime>().notNull(),
  },
  (table) => [
    index('occurrence_place').on(table.revisionId, table.place, table.id),
    // Most stand in nothing and go on from nothing: a partial index keeps erasing quick and costs next to nothing.
    index('occurrence_nested')
      .on(table.nested)
      .where(sql`${table.nested} IS NOT NULL`),
    index('occurrence_continues')
      .on(table.continues)
      .where(sql`${table.continues} IS NOT NULL`),
  ],
)

export const quote = sqliteTable(
  'quote',
  {
    id: text('id').$type<QuoteId>().primaryKey(),
    speakerId: text('speaker_id')
      .$type<SpeakerId>()
      .references(() => speaker.id),
    text: text('text').notNull(),
    language: text('language').$type<Language>().notNull(),
    role: text('role', { mode: 'json' }).$type<Quote['role']>(),
    saidAt: text('said_at').$type<When>(),
    saidIn: text('said_in'),
    translationOf: text('translation_of').$type<QuoteId>(),
    status: text('status').$type<ReviewStatus>().notNull(),
    rank: text('rank').$type<Rank>().notNull(),
    ...versionColumns(),
  },
  (table) => [index('quote_speaker').on(table.speakerId, table.id)],
)

export const quoteOccurrence = sqliteTable(
  'quote_occurrence',
  {
    quoteId: text('quote_id')
      .$type<QuoteId>()
      .notNull()
      .references(() => quote.id),
    position: integer('position').notNull(),
    occurrenceId: text('occurrence_id')
      .$type<OccurrenceId>()
      .notNull()
      .references(() => occurrence.id),
  },
  (table) => [
    primaryKey({ columns: [table.quoteId, table.position] }),
    index('quote_occurrence_occurrence').on(table.occurrenceId),
  ],
)

export const statistic = sqliteTable(
  'statistic',
  {
    id: text('id').$type<StatisticId>().primaryKey(),
    value: real('value'),
    low: real('low'),
    high: real('high'),
    approximator: text('approximator').$type<Statistic['approximator']>().notNull(),
    surface: text('surface').notNull(),
    digits: integer('digits'),
    unit: text('unit', { mode: 'json' }).$type<Statistic['unit']>().notNull(),
    kind: text('kind').$type<Statistic['kind']>().notNull(),
    direction: text('direction').$type<NonNullable<Statistic['direction']>>(),
    status: text('status').$type<Statistic['status']>().notNull(),
    unread: text('unread'),
    measure: text('measure', { mode: 'json' }).$type<Statistic['measure']>(),
    denominator: text('denominator', { mode: 'json' }).$type<Statistic['denominator']>(),
    population: text('population', { mode: 'json' }).$type<Statistic['population']>(),
    place: text('place', { mode: 'json' }).$type<Statistic['place']>(),
    period: text('period', { mode: 'json' }).$type<Statistic['period']>(),
    base: text('base', { mode: 'json' }).$type<Statistic['base']>(),
    assertedBy: text('asserted_by')
      .$type<SpeakerId>()
      .references(() => speaker.id),
    measuredBy: text('measured_by', { mode: 'json' }).$type<Statistic['measuredBy']>(),
    marginOfError: real('margin_of_error'),
    method: text('method'),
    quoteId: text('quote_id')
      .$type<QuoteId>()
      .references(() => quote.id),
    links: text('links', { mode: 'json' }).$type<Statistic['links']>().notNull(),
    review: text('review').$type<ReviewStatus>().notNull(),
    rank: text('rank').$type<Rank>().notNull(),
    ...versionColumns(),
  },
  (table) => [index('statistic_quote').on(table.quoteId), index('statistic_speaker').on(table.assertedBy)],
)

export const statisticOccurrence = sqliteTable(
  'statistic_occurrence',
  {
    statisticId: text('statistic_id')
      .$type<StatisticId>()
      .notNull()
      .references(() => statistic.id),
    position: integer('position').notNull(),
    occurrenceId: text('occurrence_id')
      .$type<OccurrenceId>()
      .notNull()
      .references(() => occurrence.id),
  },
  (table) => [
    primaryKey({ columns: [table.statisticId, table.position] }),
    index('statistic_occurrence_occurrence').on(table.occurrenceId),
  ],
)

export const decision = sqliteTable(
  'decision',
  {
    id: text('id').$type<DecisionId>().primaryKey(),
    target: text('target').$type<ReviewDecision['target']>().notNull(),
    targetVersion: integer('target_version').notNull(),
    verdict: text('verdict').$type<ReviewDecision['verdict']>().notNull(),
    reason: text('reason').$type<NonNullable<ReviewDecision['reason']>>(),
    note: text('note'),
    by: text('by', { mode: 'json' }).$type<By>().notNull(),
    at: text('at').$type<IsoTime>().notNull(),
  },
  (table) => [index('decision_target').on(table.target, table.at)],
)

export const judgement = sqliteTable(
  'judgement',
  {
    id: text('id').$type<JudgementId>().primaryKey(),
    left: text('left').$type<Judgement['left']>().notNull(),
    right: text('right').$type<Judgement['right']>().notNull(),
    answer: text('answer').$type<Judgement['answer']>().notNull(),
    kept: text('kept').$type<NonNullable<Judgement['kept']>>(),
    reason: text('reason'),
    by: text('by', { mode: 'json' }).$type<By>().notNull(),
    at: text('at').$type<IsoTime>().notNull(),
    ...versionColumns(),
  },
  (table) => [index('judgement_left').on(table.left), index('judgement_right').on(table.right)],
)

export const judgementEvidence = sqliteTable(
  'judgement_evidence',
  {
    judgementId: text('judgement_id')
      .$type<JudgementId>()
      .notNull()
      .references(() => judgement.id),
    position: integer('position').notNull(),
    occurrenceId: text('occurrence_id').$type<OccurrenceId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.judgementId, table.position] })],
)

/** What happened together; `key` makes a repeated commit harmless. */
export const commitRecord = sqliteTable('commit_record', {
  seq: integer('seq').primaryKey(),
  at: text('at').$type<IsoTime>().notNull(),
  key: text('key').unique(),
})

export const auditEntry = sqliteTable(
  'audit_entry',
  {
    seq: integer('seq').primaryKey(),
    id: text('id').$type<AuditEntryId>().notNull().unique(),
    commit: integer('commit_seq').notNull(),
    kind: text('kind').notNull(),
    target: text('target').notNull(),
    from: integer('version_from').notNull(),
    to: integer('version_to').notNull(),
    patch: text('patch', { mode: 'json' }).$type<AuditEntry['patch']>().notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    reason: text('reason'),
    decisionId: text('decision_id').$type<DecisionId>(),
    by: text('by', { mode: 'json' }).$type<By>().notNull(),
    at: text('at').$type<IsoTime>().notNull(),
  },
  (table) => [index('audit_target').on(table.target, table.seq), index('audit_commit').on(table.commit)],
)

export const tombstone = sqliteTable('tombstone', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<Kind>().notNull(),
  reason: text('reason').notNull(),
  at: text('at').$type<IsoTime>().notNull(),
})
