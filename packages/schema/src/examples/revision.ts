import type { SourceRevision } from '../revision.ts'
import { articleFingerprint, articleSha256, articleText, capturedAt, ids } from './article.ts'
import { extraction } from './extraction.ts'

export const revision: SourceRevision = {
  id: ids.revision(1),
  sourceId: ids.source(1),
  ordinal: 1,
  previousId: null,
  capturedAt,
  method: 'fetch',
  requestedUrl: 'https://gazette.example/ferry-fares?from=front',
  finalUrl: 'https://gazette.example/ferry-fares',
  archivedUrl: null,
  httpStatus: 200,
  contentType: 'text/plain; charset=utf-8',
  bytesSha256: articleSha256,
  textSha256: articleSha256,
  text: articleText,
  loader: { name: 'text', version: '1' },
  fingerprint: articleFingerprint,
  regions: extraction.regions,
  length: articleText.length,
  change: 'first',
  notice: null,
  createdAt: capturedAt,
}
