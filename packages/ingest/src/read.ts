import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { DomainError } from '@onrecord/core'
import type { Fetch } from './fetch.ts'
import { looksLikeJsonLines } from './document.ts'
import type { Fetched } from './document.ts'
import { endingOf, fileProblem } from './target.ts'
import type { Target } from './target.ts'
import { LINES_PER_PIECE_BYTES } from './tuning.ts'

type Named = Pick<Fetched, 'name' | 'id' | 'path' | 'ending' | 'method'>

/**
 * The bytes of a target: one `Fetched`, or several pieces of whole lines for JSON Lines, so that a file of any
 * length fits in memory. Throws `tooLarge` over `maxBytes` (of a document, or of one line), `notFound`, `forbidden`,
 * `unavailable`.
 */
export async function* read(
  target: Target,
  { fetch, maxBytes, signal }: { fetch: Fetch; maxBytes: number; signal?: AbortSignal | undefined },
): AsyncGenerator<Fetched, void> {
  switch (target.kind) {
    case 'file':
      yield* readFile(target, maxBytes)
      return
    case 'url':
      yield await fetch(target.url, { maxBytes, signal })
      return
    case 'stream':
      yield* readStream(
        target.stream,
        { name: target.name, id: 'stdin', path: null, ending: null, method: 'upload' },
        maxBytes,
      )
      return
    case 'text': {
      const bytes = new TextEncoder().encode(target.text)
      if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes)
      yield whole({ name: target.name, id: target.name, path: null, ending: null, method: 'paste' }, bytes)
      return
    }
    case 'unreadable':
      throw new DomainError(target.code, target.message)
    default:
      target satisfies never
  }
}

async function* readFile(
  target: { name: string; file: string; path: string },
  maxBytes: number,
): AsyncGenerator<Fetched, void> {
  const ending = endingOf(target.file)
  const id = basename(target.file, extname(target.file))
  try {
    const found = await stat(target.file)
    const isLines = ending === 'jsonl' || ending === 'ndjson'
    // Known before a byte is read; a device or pipe has no size and is cut off while reading.
    if (!isLines && found.size > maxBytes) throw tooLarge(found.size, maxBytes)
    yield* readStream(
      createReadStream(target.file),
      { name: target.name, id, path: target.path, ending, method: 'upload' },
      maxBytes,
    )
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError(...fileProblem(error), {}, error)
  }
}

async function* readStream(
  stream: AsyncIterable<unknown>,
  named: Named,
  maxBytes: number,
): AsyncGenerator<Fetched, void> {
  let isLines = named.ending === 'jsonl' || named.ending === 'ndjson'
  let isFirst = true
  let held: Uint8Array[] = []
  let heldBytes = 0
  let firstLine = 1
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) continue
    if (isFirst && named.ending === null) isLines = looksLikeJsonLines(bytes)
    isFirst = false
    held.push(bytes)
    heldBytes += bytes.length
    if (isLines && heldBytes >= LINES_PER_PIECE_BYTES) {
      const all = Buffer.concat(held)
      const end = all.lastIndexOf(10) + 1
      if (end > 0) {
        const piece = all.subarray(0, end)
        yield { ...whole(named, piece), ending: 'jsonl', firstLine }
        firstLine += countLines(piece)
        held = [all.subarray(end)]
        heldBytes = all.length - end
      }
    }
    if (heldBytes > maxBytes) throw tooLarge(heldBytes, maxBytes, isLines ? firstLine : null)
  }
  const rest = Buffer.concat(held)
  if (rest.length > 0 || firstLine === 1)
    yield { ...whole(named, rest), ending: isLines ? 'jsonl' : named.ending, firstLine }
}

function whole(named: Named, bytes: Uint8Array): Fetched {
  return {
    ...named,
    bytes,
    contentType: null,
    requestedUrl: null,
    finalUrl: null,
    httpStatus: null,
    firstLine: 1,
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** The error for more bytes than the limit, with both figures. */
export function tooLarge(bytes: number, maxBytes: number, line: number | null = null): DomainError {
  const where = line === null ? 'It' : `Line ${line}`
  return new DomainError(
    'tooLarge',
    `${where} has ${bytes} bytes or more; the limit is ${maxBytes}. Split it, or raise the limit.`,
    { bytes, maxBytes },
  )
}
