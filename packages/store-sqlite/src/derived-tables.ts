import type {
  OccurrenceId,
  QuotationKind,
  QuoteId,
  ReviewStatus,
  SourceId,
  SpeakerId,
  StatisticId,
} from '@onrecord/schema'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

// What can be computed anew from the records at any time (rebuild.ts): places in the order of search, clusters, counts.
// The word indexes beside them (quote_words, statistic_words, speaker_words) are FTS5 tables, made in the migrations.

/** Version of the derivation the tables were filled by; another one in the code makes `openStore` fill them anew. */
export const derivation = sqliteTable('derivation', {
  name: text('name').primaryKey(),
  version: integer('version').notNull(),
})

export const publisherEntry = sqliteTable('publisher_entry', {
  num: integer('num').primaryKey(),
  slug: text('slug').notNull().unique(),
  label: text('label').notNull(),
  quotes: integer('quotes').notNull(),
})

export const sourceEntry = sqliteTable(
  'source_entry',
  {
    num: integer('num').primaryKey(),
    sourceId: text('source_id').$type<SourceId>().notNull().unique(),
    /** Number of its publisher, or null. */
    publisher: integer('publisher'),
    /** Day published as in `ord`; 0: undated. */
    day: integer('day').notNull(),
  },
  (table) => [
    index('source_entry_day').on(table.day, table.sourceId),
    index('source_entry_publisher').on(table.publisher),
  ],
)

export const speakerEntry = sqliteTable(
  'speaker_entry',
  {
    num: integer('num').primaryKey(),
    speakerId: text('speaker_id').$type<SpeakerId>().notNull().unique(),
    canonicalId: text('canonical_id').$type<SpeakerId>().notNull(),
    /** Quotes shown to readers, terms left out, that are attributed to this very record. */
    quotes: integer('quotes').notNull(),
    /** The same for the whole cluster; on the canonical record only, elsewhere -1. */
    total: integer('total').notNull(),
    /** Indexed names of the whole cluster; on the canonical record only. */
    names: text('names').notNull(),
  },
  (table) => [
    index('speaker_entry_canonical').on(table.canonicalId),
    index('speaker_entry_total').on(table.total),
  ],
)

export const quoteEntry = sqliteTable(
  'quote_entry',
  {
    /** Place in the order of search and row of `quote_words`: day and place within the day (order.ts). */
    ord: integer('ord').primaryKey(),
    quoteId: text('quote_id').$type<QuoteId>().notNull().unique(),
    occurrenceId: text('occurrence_id').$type<OccurrenceId>().notNull(),
    sourceId: text('source_id').$type<SourceId>().notNull(),
    speakerId: text('speaker_id').$type<SpeakerId>(),
    kind: text('kind').$type<QuotationKind>().notNull(),
    status: text('status').$type<ReviewStatus>().notNull(),
  },
  (table) => [
    index('quote_entry_source').on(table.sourceId, table.ord),
    index('quote_entry_speaker').on(table.speakerId, table.ord),
    index('quote_entry_status').on(table.status, table.kind),
  ],
)

export const statisticEntry = sqliteTable(
  'statistic_entry',
  {
    ord: integer('ord').primaryKey(),
    statisticId: text('statistic_id').$type<StatisticId>().notNull().unique(),
    occurrenceId: text('occurrence_id').$type<OccurrenceId>().notNull(),
    sourceId: text('source_id').$type<SourceId>().notNull(),
    speakerId: text('speaker_id').$type<SpeakerId>(),
    review: text('review').$type<ReviewStatus>().notNull(),
  },
  (table) => [
    index('statistic_entry_source').on(table.sourceId, table.ord),
    index('statistic_entry_speaker').on(table.speakerId),
    index('statistic_entry_review').on(table.review),
  ],
)
