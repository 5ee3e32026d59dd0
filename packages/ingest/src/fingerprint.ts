import { createHash } from 'node:crypto'
import { fingerprintText, HttpUrl } from '@onrecord/schema'
import type { Extractor, SourceKey } from '@onrecord/schema'

/** SHA-256 of bytes, or of a text in UTF-8: 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Digest of the text in NFC with white space runs as one space, trimmed: equal means "nothing new". */
export function fingerprintOf(text: string): string {
  return sha256(fingerprintText(text))
}

const KEY_LENGTH = 4096

/**
 * What says "the same source, captured again": the canonical address, else the address it was read from, else the
 * id of a line, else the path as `keyPathOf` gives it, else (pasted text, standard input) the fingerprint.
 * A key that would be over 4096 characters is digested.
 */
export function sourceKeyOf(
  document: { canonicalUrl: string | null; url: string | null; id: string | null },
  { path, fingerprint }: { path: string | null; fingerprint: string },
): SourceKey {
  const url = document.canonicalUrl ?? document.url
  if (url !== null) return bounded('url', sameAddress(url))
  if (document.id !== null) return bounded('id', document.id)
  if (path !== null) return bounded('path', path)
  return `text:${fingerprint}`
}

/** Idempotency key of a batch: the same text of the same source read by the same extractor gives the same key. */
export function batchKeyOf(sourceKey: SourceKey, fingerprint: string, extractor: Extractor): string {
  return sha256([sourceKey, fingerprint, extractor.name, extractor.version].join('\n'))
}

/** The address if it is http(s) and well formed, else null. Relative ones are resolved against `base`. */
export function httpUrl(value: string | null | undefined, base?: string | null): string | null {
  if (value === null || value === undefined || value.trim() === '') return null
  const url = URL.parse(value.trim(), base ?? undefined)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return HttpUrl.safeParse(url.href).success ? url.href : null
}

function sameAddress(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  // A fragment is a place in the page, never another page.
  parsed.hash = ''
  return parsed.href
}

function bounded(kind: 'url' | 'id' | 'path', value: string): SourceKey {
  const key = `${kind}:${value}`
  return key.length <= KEY_LENGTH ? key : `${kind}:sha256-${sha256(value)}`
}
