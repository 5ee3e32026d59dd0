import { SCHEMA_VERSION } from '@onrecord/schema'
import type { Batch, Carried, Extraction, Extractor, IsoTime, SourceKey } from '@onrecord/schema'
import { batchKeyOf, fingerprintOf, sha256, sourceKeyOf } from './fingerprint.ts'
import type { DocumentText, Fetched } from './document.ts'
import { printedDay } from './printed-day.ts'

/** A document with what identifies it. */
export type Identified = { document: DocumentText; fetched: Fetched; key: SourceKey; fingerprint: string }

/** Names a document: its fingerprint, and the key given by hand or made by the rules of `sourceKeyOf`. */
export function identify(document: DocumentText, fetched: Fetched, given: SourceKey | undefined): Identified {
  const fingerprint = fingerprintOf(document.text)
  const address = { ...document, url: document.url ?? fetched.finalUrl }
  const path = fetched.path === null || document.loader.name !== 'jsonl' ? fetched.path : null
  return { document, fetched, fingerprint, key: given ?? sourceKeyOf(address, { path, fingerprint }) }
}

/** The document with the day its own head prints as that of its publication, where nothing else says it. */
export function dated(identified: Identified, extraction: Extraction, at: IsoTime): Identified {
  const { document } = identified
  if (document.publishedAt !== null) return identified
  return { ...identified, document: { ...document, publishedAt: printedDay(document.text, extraction, at) } }
}

/** One source, one revision, all that was found, one idempotency key. */
export function batchOf(
  { document, fetched, key, fingerprint }: Identified,
  {
    extraction,
    extractor,
    carried,
    at,
  }: { extraction: Extraction; extractor: Extractor; carried: Carried[]; at: IsoTime },
): Batch {
  return {
    schemaVersion: SCHEMA_VERSION,
    key: batchKeyOf(key, fingerprint, extractor),
    sourceKey: key,
    extractor,
    source: {
      kind: document.kind,
      cslType: null,
      title: document.title,
      subtitle: null,
      authors: document.authors.map(party),
      publisher: document.publisher === null ? null : party(document.publisher),
      url: document.url ?? fetched.finalUrl,
      canonicalUrl: document.canonicalUrl,
      publishedAt: document.publishedAt,
      eventDate: null,
      language: document.language ?? extraction.language,
      license: null,
      rights: document.rights,
      identifiers: [],
    },
    revision: {
      capturedAt: at,
      method: fetched.method,
      requestedUrl: fetched.requestedUrl,
      finalUrl: fetched.finalUrl,
      archivedUrl: null,
      httpStatus: fetched.httpStatus,
      contentType: fetched.contentType,
      bytesSha256: sha256(fetched.bytes),
      textSha256: sha256(document.text),
      text: document.text,
      loader: document.loader,
      fingerprint,
      regions: [...document.regions],
    },
    extraction,
    carried,
    at,
  }
}

function party(name: string): { name: string; speakerId: null } {
  return { name, speakerId: null }
}
