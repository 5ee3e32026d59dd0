import { DomainError, errorCodes } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import { SCHEMA_VERSION } from '@onrecord/schema'
import type { Batch, MetaView } from '@onrecord/schema'
import type { AppRouter } from '@onrecord/api'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { isRecord } from './record.ts'
import { isPassing, retry, retryAfterMs } from './retry.ts'
import type { Failure, RetryOptions } from './retry.ts'
import type { Sink } from './sink.ts'

export type TrpcSinkOptions = {
  /** Address of the server, with or without a path: https://quotes.example */
  url: string
  /** The ingest token; null sends none, and the server refuses what needs one. */
  token: string | null
} & RetryOptions

/**
 * A sink that is a server's API. Network errors, 429 and 503 are tried again with the same key; a refusal never is.
 * Before anything else the server is asked which schema it speaks and what it takes at most: another major version
 * throws `conflict`, a batch over its limits `tooLarge`.
 */
export function trpcSink({ url, token, ...retrying }: TrpcSinkOptions): Sink {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: new URL('/trpc', url).href,
        headers: token === null ? {} : { authorization: `Bearer ${token}` },
        fetch: (input, init) =>
          retry<Response>(() => fetch(input, { ...init, signal: init?.signal ?? null }), failureOf, retrying),
      }),
    ],
  })
  let asked: Promise<MetaView> | null = null
  const meta = (): Promise<MetaView> => {
    asked ??= answer(() => client.meta.get.query(), url).then(
      (view) => sameSchema(view, url),
      (error: unknown) => {
        // The next source asks again.
        asked = null
        throw error
      },
    )
    return asked
  }
  return {
    known: async (input) => {
      await meta()
      return answer(() => client.batch.known.query(input), url)
    },
    put: async (batch) => {
      assertWithin(batch, await meta())
      return answer(() => client.batch.put.mutate(batch), url)
    },
  }
}

function failureOf(outcome: { value: Response } | { error: unknown }): Failure | null {
  if ('error' in outcome) return { reason: reasonOf(outcome.error), retryAfterMs: null }
  const { status, headers } = outcome.value
  if (!isPassing(status)) return null
  return { reason: `The server answered ${status}.`, retryAfterMs: retryAfterMs(headers.get('retry-after')) }
}

async function answer<T>(ask: () => Promise<T>, url: string): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw domainErrorOf(error, url)
  }
}

/** The DomainError a server threw, rebuilt from what its error says; `unavailable` where no server answered as ours does. */
function domainErrorOf(error: unknown, url: string): unknown {
  if (!(error instanceof TRPCClientError)) return error
  const data: unknown = error.data
  const domain = isRecord(data) ? data['domain'] : null
  if (isRecord(domain) && isErrorCode(domain['code'])) {
    return new DomainError(
      domain['code'],
      error.message,
      isRecord(domain['details']) ? domain['details'] : {},
      error,
    )
  }
  if (isRecord(data))
    return new DomainError(
      'unavailable',
      `The server at ${url} failed: ${error.message}`,
      { isDefect: true },
      error,
    )
  return new DomainError(
    'unavailable',
    `No Onrecord server answers at ${url} (${reasonOf(error.cause ?? error)}). Start it, or check the address.`,
    {},
    error,
  )
}

function isErrorCode(value: unknown): value is ErrorCode {
  return errorCodes.some((code) => code === value)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node says «fetch failed» and keeps the reason below.
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message
}

function sameSchema(view: MetaView, url: string): MetaView {
  const theirs = majorOf(view.schemaVersion)
  const ours = majorOf(SCHEMA_VERSION)
  if (theirs === ours) return view
  const older = theirs < ours ? `the server at ${url}` : 'this program'
  throw new DomainError(
    'conflict',
    `The server speaks schema ${view.schemaVersion}, this program ${SCHEMA_VERSION}. Update ${older}.`,
    {
      server: view.schemaVersion,
      client: SCHEMA_VERSION,
    },
  )
}

function majorOf(version: string): number {
  return Number(version.split('.')[0])
}

function assertWithin(batch: Batch, { limits }: MetaView): void {
  const { quotes, statistics } = batch.extraction
  const candidates = quotes.length + statistics.length
  if (candidates > limits.candidates) {
    throw new DomainError(
      'tooLarge',
      `It has ${candidates} quotes and figures; the server takes ${limits.candidates} of one source. Split it.`,
      { candidates, limit: limits.candidates },
    )
  }
  const bytes = Buffer.byteLength(JSON.stringify(batch))
  if (bytes > limits.batchBytes) {
    throw new DomainError(
      'tooLarge',
      `Its batch has ${bytes} bytes; the server takes ${limits.batchBytes}. Split the source.`,
      { bytes, limit: limits.batchBytes },
    )
  }
}
