import type { Region, SourceKind, When } from '@onrecord/schema'
import type { ErrorCode } from '@onrecord/core'

/** Bytes as they were read, and how. */
export type Fetched = {
  /** What people call it: the path or address given. */
  name: string
  /** Its id among what was given: the file's base name without its ending, or the address. */
  id: string
  /** What tells a file from others, as `keyPathOf` makes it; null for what is no file. */
  path: string | null
  /** Lower-case ending of the file's name without the dot; null if there is none. */
  ending: string | null
  bytes: Uint8Array
  contentType: string | null
  method: 'fetch' | 'upload' | 'paste'
  requestedUrl: string | null
  finalUrl: string | null
  httpStatus: number | null
  /** Number of the first line in the whole file; over 1 only for a later piece of a JSON Lines file. */
  firstLine: number
}

/** A text and what it says of itself. Absent is null. */
export type DocumentText = {
  text: string
  title: string
  authors: readonly string[]
  publisher: string | null
  publishedAt: When | null
  language: string | null
  canonicalUrl: string | null
  url: string | null
  kind: SourceKind
  rights: string | null
  loader: { name: string; version: string }
  /** What is no article text, in order and apart; empty where the loader does not know. */
  regions: readonly Region[]
  /** The id the document gives itself (a JSON line's); null: none. */
  id: string | null
}

export type Loaded =
  | { kind: 'document'; document: DocumentText }
  | { kind: 'link'; url: string }
  /** A field that was given and cannot be taken; the document goes on without it. */
  | { kind: 'warned'; name: string; message: string }
  /** One part of a file that could not be read, named `file:line`; the rest goes on. */
  | { kind: 'failed'; name: string; code: ErrorCode; message: string }

/** Turns bytes into documents. `load` throws DomainError `invalid` where nothing can be read. */
export interface Loader {
  readonly name: string
  readonly version: string
  accepts(fetched: Fetched): boolean
  load(fetched: Fetched): Promise<readonly Loaded[]>
}

export type Format = 'text' | 'markdown' | 'html' | 'jsonl'

const endings: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

const mediaTypes: Readonly<Record<string, Format>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/x-jsonlines': 'jsonl',
}

/** The format of some bytes: by media type, else by ending, else by how they begin. */
export function formatOf({
  contentType,
  ending,
  bytes,
}: Pick<Fetched, 'contentType' | 'ending' | 'bytes'>): Format {
  const mediaType = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return mediaTypes[mediaType] ?? endings[ending ?? ''] ?? sniff(bytes)
}

/** Whether some first bytes look like a JSON line. */
export function looksLikeJsonLines(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*\{\s*"/u.test(new TextDecoder().decode(bytes.subarray(0, 256)))
}

function sniff(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '')
  if (
    /^[^<]{0,16}\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title)\b/iu.test(
      head,
    )
  ) {
    return 'html'
  }
  return looksLikeJsonLines(bytes) ? 'jsonl' : 'text'
}
