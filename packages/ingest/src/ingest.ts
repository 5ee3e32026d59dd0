import { DomainError } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import type {
  Carried,
  Extraction,
  Extractor,
  IsoTime,
  KnownSource,
  Language,
  Receipt,
  SourceKey,
  When,
} from '@onrecord/schema'
import { batchOf, dated, identify } from './batch.ts'
import type { Identified } from './batch.ts'
import type { Fetch } from './fetch.ts'
import type { Fetched, Loaded, Loader } from './document.ts'
import { read } from './read.ts'
import type { Sink } from './sink.ts'
import { fileProblem } from './target.ts'
import type { Target } from './target.ts'

export type Extract = (
  text: string,
  options?: { language?: Language; publishedAt?: When | null },
) => Extraction

export type IngestDeps = {
  sink: Sink
  fetch: Fetch
  loaders: readonly Loader[]
  extract: Extract
  extractor: Extractor
  /** Carries what stood in the previous revision over to a new text. */
  carry: (known: KnownSource, newText: string) => Carried[]
  clock: () => IsoTime
  maxBytes: number
  /** Stops between two steps: what is stored stays stored, the rest is done by the next run. */
  signal?: AbortSignal | undefined
}

/** What happens, in order. `target` is what was given, or the part of it (`file:line`). */
export type IngestEvent =
  | { kind: 'started'; target: string }
  | { kind: 'read'; target: string; key: SourceKey; title: string; characters: number }
  | { kind: 'unchanged'; target: string; key: SourceKey; title: string }
  | {
      kind: 'extracted'
      target: string
      key: SourceKey
      quotes: number
      statistics: number
      speakers: number
    }
  | { kind: 'stored'; target: string; key: SourceKey; title: string; receipt: Receipt }
  /** A field that was given could not be taken; the document goes on without it. */
  | { kind: 'warned'; target: string; message: string }
  | { kind: 'failed'; target: string; code: ErrorCode; message: string }

export type IngestSummary = {
  /** Documents read. */
  read: number
  stored: number
  unchanged: number
  failed: number
  quotes: number
  statistics: number
  speakers: number
  /** Whether it was stopped before the last target. */
  aborted: boolean
}

/**
 * Reads targets, extracts what is said in them and puts one batch a document into the sink, pulled: nothing is read
 * before the event before it was taken. A bad source yields `failed` and the rest goes on. A sink that takes nothing
 * at all (`unauthenticated`, `forbidden`, `unavailable` after its tries) ends the run with its error; what was stored
 * stays stored, and the same run again does the rest.
 */
export async function* ingest(
  targets: AsyncIterable<Target> | Iterable<Target>,
  deps: IngestDeps,
): AsyncGenerator<IngestEvent, IngestSummary> {
  const summary: IngestSummary = {
    read: 0,
    stored: 0,
    unchanged: 0,
    failed: 0,
    quotes: 0,
    statistics: 0,
    speakers: 0,
    aborted: false,
  }
  const run: Run = { deps, refusal: null, ids: new Map() }
  for await (const target of targets) {
    if (isAborted(deps)) break
    for await (const event of ingestTarget(target, run)) {
      count(event, summary)
      yield event
    }
    if (run.refusal !== null) throw run.refusal
  }
  summary.aborted = isAborted(deps)
  return summary
}

type Run = {
  readonly deps: IngestDeps
  /** The error with which its sink refused everything. */
  refusal: DomainError | null
  /** Sources named by an id, with the fingerprint this run first read. */
  readonly ids: Map<SourceKey, string>
}

async function* ingestTarget(target: Target, run: Run): AsyncGenerator<IngestEvent, void> {
  yield { kind: 'started', target: target.name }
  try {
    for await (const fetched of read(target, run.deps)) {
      for (const loaded of await loadWith(run.deps.loaders, fetched)) {
        if (isAborted(run.deps) || run.refusal !== null) return
        yield* ingestLoaded(loaded, fetched, target, run)
      }
    }
  } catch (error) {
    if (!isAborted(run.deps)) yield failed(target.name, error)
  }
}

async function* ingestLoaded(
  loaded: Loaded,
  fetched: Fetched,
  target: Target,
  run: Run,
): AsyncGenerator<IngestEvent, void> {
  switch (loaded.kind) {
    case 'document': {
      const { document } = loaded
      const name =
        document.loader.name === 'jsonl' && document.id !== null
          ? `${fetched.name} (${document.id})`
          : fetched.name
      const given = target.kind === 'unreadable' ? undefined : target.key
      yield* ingestDocument(name, identify(document, fetched, given), run)
      return
    }
    case 'link':
      yield* ingestTarget({ kind: 'url', name: loaded.url, url: loaded.url }, run)
      return
    case 'warned':
      yield { kind: 'warned', target: loaded.name, message: loaded.message }
      return
    case 'failed':
      yield { kind: 'failed', target: loaded.name, code: loaded.code, message: loaded.message }
      return
    default:
      loaded satisfies never
  }
}

async function* ingestDocument(
  target: string,
  identified: Identified,
  run: Run,
): AsyncGenerator<IngestEvent, void> {
  const { sink, extract, extractor, carry, clock } = run.deps
  const { document, key, fingerprint } = identified
  const { title, text } = document
  try {
    assertOneText(identified, run)
    yield { kind: 'read', target, key, title, characters: text.length }
    const known = await asked(run, () => sink.known({ key, fingerprint }))
    if (known !== null && known.fingerprint === fingerprint && isSame(known.extractor, extractor)) {
      yield { kind: 'unchanged', target, key, title }
      return
    }
    const language = document.language === null ? {} : { language: document.language }
    const extraction = extract(text, { ...language, publishedAt: document.publishedAt })
    const { quotes, statistics, speakers } = extraction
    yield {
      kind: 'extracted',
      target,
      key,
      quotes: quotes.length,
      statistics: statistics.length,
      speakers: speakers.length,
    }
    const carried = known === null ? [] : carry(known, text)
    if (isAborted(run.deps)) return
    const at = clock()
    const batch = batchOf(dated(identified, extraction, at), { extraction, extractor, carried, at })
    const receipt = await asked(run, () => sink.put(batch))
    if (receipt.outcome === 'stored') yield { kind: 'stored', target, key, title, receipt }
    else yield { kind: 'unchanged', target, key, title }
  } catch (error) {
    if (!isAborted(run.deps)) yield failed(target, error)
  }
}

/** Throws `conflict` for an id under which this run has read another text: two articles, not two versions of one. */
function assertOneText({ document, key, fingerprint }: Identified, { ids }: Run): void {
  if (!key.startsWith('id:')) return
  if ((ids.get(key) ?? fingerprint) !== fingerprint)
    throw new DomainError(
      'conflict',
      `Another text of this run has the id "${document.id ?? key.slice('id:'.length)}", and this one would pass for a newer version of it. Give each its own id.`,
    )
  ids.set(key, fingerprint)
}

/** Asks the sink; remembers the errors after which it will take nothing of this run. */
async function asked<T>(run: Run, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof DomainError && isRefusal(error)) run.refusal = error
    throw error
  }
}

function isRefusal({ code, details }: DomainError): boolean {
  // A fault of the server over one source says nothing of the next one.
  return (
    code === 'unauthenticated' ||
    code === 'forbidden' ||
    (code === 'unavailable' && details['isDefect'] !== true)
  )
}

/** What the first loader that accepts the bytes makes of them. Throws `invalid` where none does. */
export async function loadWith(loaders: readonly Loader[], fetched: Fetched): Promise<readonly Loaded[]> {
  const loader = loaders.find((loader) => loader.accepts(fetched))
  if (loader === undefined)
    throw new DomainError(
      'invalid',
      `No loader reads ${fetched.contentType ?? 'this kind of file'}. Give text, HTML, Markdown or JSON Lines.`,
    )
  return loader.load(fetched)
}

function failed(target: string, error: unknown): IngestEvent {
  if (error instanceof DomainError)
    return { kind: 'failed', target, code: error.code, message: error.message }
  const [code, message] = fileProblem(error)
  return { kind: 'failed', target, code, message }
}

function count(event: IngestEvent, summary: IngestSummary): void {
  switch (event.kind) {
    case 'read':
      summary.read++
      break
    case 'unchanged':
      summary.unchanged++
      break
    case 'failed':
      summary.failed++
      break
    case 'stored':
      summary.stored++
      summary.quotes += event.receipt.quotes
      summary.statistics += event.receipt.statistics
      summary.speakers += event.receipt.speakers
      break
    case 'started':
    case 'extracted':
    case 'warned':
      break
    default:
      event satisfies never
  }
}

function isSame(left: Extractor | null, right: Extractor): boolean {
  return left !== null && left.name === right.name && left.version === right.version
}

export function isAborted({ signal }: { signal?: AbortSignal | undefined }): boolean {
  return signal?.aborted === true
}
