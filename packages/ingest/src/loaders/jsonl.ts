import { DomainError } from '@onrecord/core'
import { Language, SourceKind } from '@onrecord/schema'
import { toWhen, unreadDate } from '../date.ts'
import { decode } from '../decode.ts'
import { httpUrl } from '../fingerprint.ts'
import { isRecord, words } from '../record.ts'
import { cleanTitle, titleOf } from '../title.ts'
import { formatOf } from '../document.ts'
import type { DocumentText, Fetched, Loaded, Loader } from '../document.ts'
import { assertWords } from './text.ts'

const name = 'jsonl'
const version = '1'

/**
 * JSON Lines: one source a line. `text` is needed; `id`, `title`, `byline` (or `authors`), `publishedAt`, `url`,
 * `canonicalUrl`, `publisher`, `language`, `kind` and `rights` may stand beside it, other fields are passed over.
 * A line that cannot be read is named `file:line`; the rest goes on.
 */
export const jsonlLoader: Loader = {
  name,
  version,
  accepts: (fetched) => formatOf(fetched) === 'jsonl',
  load: async (fetched) => {
    const { text } = decode(fetched.bytes)
    if (fetched.firstLine === 1) assertWords(text)
    return text.split('\n').flatMap((line, index) => loadLine(line, fetched, fetched.firstLine + index))
  },
}

function loadLine(line: string, fetched: Fetched, number: number): Loaded[] {
  if (line.trim() === '') return []
  try {
    const fields = parseLine(line)
    const document = documentOf(fields)
    const warnings = warningsOf(fields).map((message): Loaded => ({
      kind: 'warned',
      name: `${fetched.name}:${number}`,
      message,
    }))
    return [...warnings, { kind: 'document', document }]
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return [{ kind: 'failed', name: `${fetched.name}:${number}`, code: error.code, message: error.message }]
  }
}

function parseLine(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new DomainError(
      'invalid',
      `This line is no JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (!isRecord(value))
    throw new DomainError('invalid', 'This line is no JSON object. Write {"id": …, "text": …}.')
  return value
}

function documentOf(line: Record<string, unknown>): DocumentText {
  const { text } = line
  if (typeof text !== 'string')
    throw new DomainError('invalid', 'This line has no "text". Write {"id": …, "text": …}.')
  assertWords(text)
  const whole = text.toWellFormed()
  const language = Language.safeParse(line['language'])
  const kind = SourceKind.safeParse(line['kind'])
  const id = typeof line['id'] === 'number' ? String(line['id']) : words(line['id'])
  return {
    text: whole,
    title: cleanTitle(words(line['title'])) ?? titleOf(whole),
    authors: authorsOf(line),
    publisher: words(isRecord(line['publisher']) ? line['publisher']['name'] : line['publisher']),
    publishedAt: toWhen(line['publishedAt']),
    language: language.success ? language.data : null,
    canonicalUrl: httpUrl(words(line['canonicalUrl'])),
    url: httpUrl(words(line['url'])),
    kind: kind.success ? kind.data : 'article',
    rights: words(line['rights']),
    loader: { name, version },
    regions: [],
    id,
  }
}

function warningsOf({ id, publishedAt }: Record<string, unknown>): string[] {
  const unread = unreadDate('publishedAt', publishedAt)
  return [...idWarnings(id), ...(unread === null ? [] : [unread])]
}

function idWarnings(id: unknown): string[] {
  if (id === undefined || id === null || typeof id === 'string') return []
  const written = JSON.stringify(id).slice(0, 80)
  return [
    typeof id === 'number'
      ? `"id" is the number ${written} and is read as "${written}". Write it as a string.`
      : `"id" is ${written}, which is no string; the line is read without it. Write {"id": "…", "text": …}.`,
  ]
}

function authorsOf(line: Record<string, unknown>): string[] {
  const { authors, byline } = line
  if (Array.isArray(authors)) {
    return authors.flatMap((author: unknown) => words(isRecord(author) ? author['name'] : author) ?? [])
  }
  const printed = words(byline)
  return printed === null ? [] : authorsFrom(printed)
}

/** The names in a printed byline: «By Ana Vidal and Tomas Brekke in Linden Bay» gives two. */
export function authorsFrom(byline: string): string[] {
  const names = byline
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:written |reported )?by:?\s+/iu, '')
  return names
    .split(/\s*(?:;|\||,|\band\b|&)\s*/u)
    .map((part) => part.replace(/^by\s+/iu, '').trim())
    .filter((part) => part !== '' && part.length <= 100)
}
