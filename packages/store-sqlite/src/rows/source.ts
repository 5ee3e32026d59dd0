import type { Citation, Source, SourceRevision } from '@onrecord/schema'
import type { citation, revision, source } from '../tables.ts'

/** Sorts behind every place in a text. */
export const NO_PLACE = Number.MAX_SAFE_INTEGER

type SourceRow = typeof source.$inferSelect

export const sourceToRow = (record: Source): SourceRow => ({
  id: record.id,
  key: record.key,
  kind: record.kind,
  cslType: record.cslType,
  title: record.title,
  subtitle: record.subtitle,
  authors: record.authors,
  publisher: record.publisher,
  url: record.url,
  canonicalUrl: record.canonicalUrl,
  publishedAt: record.publishedAt,
  eventDate: record.eventDate,
  language: record.language,
  license: record.license,
  rights: record.rights,
  identifiers: record.identifiers,
  version: record.version,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
})

export const sourceFromRow = (row: SourceRow): Source => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  cslType: row.cslType,
  title: row.title,
  subtitle: row.subtitle,
  authors: row.authors,
  publisher: row.publisher,
  url: row.url,
  canonicalUrl: row.canonicalUrl,
  publishedAt: row.publishedAt,
  eventDate: row.eventDate,
  language: row.language,
  license: row.license,
  rights: row.rights,
  identifiers: row.identifiers,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})

type SourceRevisionRow = typeof revision.$inferSelect

export const revisionToRow = (record: SourceRevision): SourceRevisionRow => ({
  id: record.id,
  sourceId: record.sourceId,
  ordinal: record.ordinal,
  previousId: record.previousId,
  capturedAt: record.capturedAt,
  method: record.method,
  requestedUrl: record.requestedUrl,
  finalUrl: record.finalUrl,
  archivedUrl: record.archivedUrl,
  httpStatus: record.httpStatus,
  contentType: record.contentType,
  bytesSha256: record.bytesSha256,
  textSha256: record.textSha256,
  text: record.text,
  loader: record.loader,
  fingerprint: record.fingerprint,
  regions: record.regions,
  length: record.length,
  change: record.change,
  notice: record.notice,
  createdAt: record.createdAt,
})

export const revisionFromRow = (row: SourceRevisionRow): SourceRevision => ({
  id: row.id,
  sourceId: row.sourceId,
  ordinal: row.ordinal,
  previousId: row.previousId,
  capturedAt: row.capturedAt,
  method: row.method,
  requestedUrl: row.requestedUrl,
  finalUrl: row.finalUrl,
  archivedUrl: row.archivedUrl,
  httpStatus: row.httpStatus,
  contentType: row.contentType,
  bytesSha256: row.bytesSha256,
  textSha256: row.textSha256,
  text: row.text,
  loader: row.loader,
  fingerprint: row.fingerprint,
  regions: row.regions,
  length: row.length,
  change: row.change,
  notice: row.notice,
  createdAt: row.createdAt,
})

type CitationRow = typeof citation.$inferSelect

export const citationToRow = (record: Citation): CitationRow => ({
  id: record.id,
  sourceId: record.sourceId,
  revisionId: record.revisionId,
  citingRevisionId: record.citingRevisionId,
  anchor: record.anchor,
  text: record.text,
  issuerId: record.issuerId,
  locator: record.locator,
  accessedAt: record.accessedAt,
  note: record.note,
  foundBy: record.foundBy,
  version: record.version,
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  place: record.anchor?.start ?? NO_PLACE,
})

export const citationFromRow = (row: CitationRow): Citation => ({
  id: row.id,
  sourceId: row.sourceId,
  revisionId: row.revisionId,
  citingRevisionId: row.citingRevisionId,
  anchor: row.anchor,
  text: row.text,
  issuerId: row.issuerId,
  locator: row.locator,
  accessedAt: row.accessedAt,
  note: row.note,
  foundBy: row.foundBy,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
})
