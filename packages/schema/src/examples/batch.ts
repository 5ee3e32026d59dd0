import type { Batch } from '../batch.ts'
import { SCHEMA_VERSION } from '../records.ts'
import { capturedAt } from './article.ts'
import { extraction } from './extraction.ts'
import { revision } from './revision.ts'
import { source } from './source.ts'

export const batchKey = '884d1d881e0cf5987b73a045888622a3c0c2a4ae18410b931e725fcf9f0b691d'

/** The article as a machine sends it in. */
export const batch: Batch = {
  schemaVersion: SCHEMA_VERSION,
  key: batchKey,
  sourceKey: source.key,
  extractor: { name: 'example', version: '1' },
  source: {
    kind: source.kind,
    cslType: source.cslType,
    title: source.title,
    subtitle: source.subtitle,
    authors: source.authors,
    publisher: source.publisher,
    url: source.url,
    canonicalUrl: source.canonicalUrl,
    publishedAt: source.publishedAt,
    eventDate: source.eventDate,
    language: source.language,
    license: source.license,
    rights: source.rights,
    identifiers: source.identifiers,
  },
  revision: {
    capturedAt: revision.capturedAt,
    method: revision.method,
    requestedUrl: revision.requestedUrl,
    finalUrl: revision.finalUrl,
    archivedUrl: revision.archivedUrl,
    httpStatus: revision.httpStatus,
    contentType: revision.contentType,
    bytesSha256: revision.bytesSha256,
    textSha256: revision.textSha256,
    text: revision.text,
    loader: revision.loader,
    fingerprint: revision.fingerprint,
    regions: revision.regions,
  },
  extraction,
  carried: [],
  at: capturedAt,
}
