import { DomainError } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import type { SourceKind, When } from '@onrecord/schema'
import type { Fetch } from './fetch.ts'
import { isAborted, loadWith } from './ingest.ts'
import type { DocumentText, Fetched, Loader } from './document.ts'
import { read } from './read.ts'
import { fileProblem } from './target.ts'
import type { Target } from './target.ts'

/** One line of `onrecord read`; the JSON Lines loader reads it back. */
export type DocumentLine = {
  id: string
  text: string
  title: string
  byline: string | null
  publishedAt: When | null
  url: string | null
  canonicalUrl: string | null
  publisher: string | null
  language: string | null
  kind: SourceKind
  rights: string | null
}

export type ReadEvent =
  | { kind: 'document'; line: DocumentLine }
  | { kind: 'warned'; target: string; message: string }
  | { kind: 'failed'; target: string; code: ErrorCode; message: string }

export type ReadDeps = {
  fetch: Fetch
  loaders: readonly Loader[]
  maxBytes: number
  signal?: AbortSignal | undefined
}

/** What the loaders make of each target, in order. What cannot be read is `failed`, by name; the rest goes on. */
export async function* readDocuments(
  targets: AsyncIterable<Target> | Iterable<Target>,
  deps: ReadDeps,
): AsyncGenerator<ReadEvent, void> {
  for await (const target of targets) {
    if (isAborted(deps)) return
    try {
      for await (const fetched of read(target, deps)) {
        let place = 0
        for (const loaded of await loadWith(deps.loaders, fetched)) {
          if (loaded.kind !== 'warned') place++
          if (loaded.kind === 'document')
            yield { kind: 'document', line: lineOf(loaded.document, fetched, place) }
          else if (loaded.kind === 'warned')
            yield { kind: 'warned', target: loaded.name, message: loaded.message }
          else if (loaded.kind === 'failed')
            yield { kind: 'failed', target: loaded.name, code: loaded.code, message: loaded.message }
          else yield* readDocuments([{ kind: 'url', name: loaded.url, url: loaded.url }], deps)
        }
      }
    } catch (error) {
      if (isAborted(deps)) return
      const [code, message] = error instanceof DomainError ? [error.code, error.message] : fileProblem(error)
      yield { kind: 'failed', target: target.name, code, message }
    }
  }
}

function lineOf(document: DocumentText, fetched: Fetched, place: number): DocumentLine {
  const { text, title, authors, publishedAt, url, canonicalUrl, publisher, language, kind, rights } = document
  const numbered =
    document.loader.name === 'jsonl' ? `${fetched.id}-${fetched.firstLine - 1 + place}` : fetched.id
  const byline = authors.length === 0 ? null : authors.join(', ')
  return {
    id: document.id ?? numbered,
    text,
    title,
    byline,
    publishedAt,
    url,
    canonicalUrl,
    publisher,
    language,
    kind,
    rights,
  }
}
