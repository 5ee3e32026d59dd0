import { request as requestHttp } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { DomainError } from '@onrecord/core'
import type { ErrorCode } from '@onrecord/core'
import { guardAddress } from './address-guard.ts'
import type { Address, Resolve } from './address-guard.ts'
import type { Fetched } from './document.ts'
import { tooLarge } from './read.ts'
import { isPassing, retry, retryAfterMs } from './retry.ts'
import type { Failure, RetryOptions } from './retry.ts'
import { endingOf } from './target.ts'
import { fetchLimits } from './tuning.ts'
import type { FetchLimits } from './tuning.ts'

/** Reads one address. Throws DomainError; what may pass (network, 429, 503) was tried again before. */
export type Fetch = (
  url: string,
  options: { maxBytes: number; signal?: AbortSignal | undefined },
) => Promise<Fetched>

export type FetchOptions = {
  resolve?: Resolve
  /** Lets private addresses and other ports through: for tests and for pages on one's own network. */
  allowPrivate?: boolean
  limits?: FetchLimits
  retrying?: Omit<RetryOptions, 'signal'>
}

type Asked = { url: URL; maxBytes: number; signal: AbortSignal }

/**
 * A `Fetch` that connects only to the address that was checked (a name that changes between check and connection
 * gains nothing), checks each redirect alike, and stops at `maxBytes` after decompression.
 */
export function createFetch({
  resolve,
  allowPrivate = false,
  limits = fetchLimits,
  retrying = {},
}: FetchOptions = {}): Fetch {
  const guard = resolve === undefined ? { allowPrivate } : { allowPrivate, resolve }
  return (address, { maxBytes, signal }) => {
    const once = async (): Promise<Fetched> => {
      const timeout = AbortSignal.timeout(limits.timeoutMs)
      const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
      try {
        return await follow(address, { maxBytes, signal: either }, guard, limits.redirects)
      } catch (error) {
        throw explained(error, signal, limits)
      }
    }
    return retry(once, passingFailure, { ...retrying, signal })
  }
}

async function follow(
  address: string,
  { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
  guard: { resolve?: Resolve; allowPrivate: boolean },
  redirects: number,
): Promise<Fetched> {
  let url = parsed(address)
  for (let hop = 0; hop <= redirects; hop++) {
    const addresses = await guardAddress(url, guard)
    const response = await ask({ url, maxBytes, signal }, addresses)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy()
      url = parsed(location, url)
      continue
    }
    if (status < 200 || status > 299) {
      response.destroy()
      throw refused(status, response.headers['retry-after'])
    }
    const bytes = await body(response, maxBytes, signal)
    return {
      name: address,
      id: address,
      path: null,
      ending: endingOf(url.pathname),
      bytes,
      contentType: response.headers['content-type'] ?? null,
      method: 'fetch',
      requestedUrl: parsed(address).href,
      finalUrl: url.href,
      httpStatus: status,
      firstLine: 1,
    }
  }
  throw new DomainError(
    'invalid',
    `The site sent us on more than ${redirects} times. Give the address it should end at.`,
    { url: address },
  )
}

function parsed(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href)
  if (url === null)
    throw new DomainError('invalid', 'This is no address. Write it as https://….', { url: address })
  url.hash = ''
  return url
}

function ask({ url, signal }: Asked, addresses: readonly Address[]): Promise<IncomingMessage> {
  // The connection asks for the name again; it gets the addresses that were checked, nothing else.
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all === true) {
      callback(null, [...addresses])
      return
    }
    const [first] = addresses
    callback(null, first?.address ?? '', first?.family ?? 4)
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = {
    accept: 'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'Mozilla/5.0 (compatible; Onrecord)',
  }
  return new Promise((resolve, reject) => {
    request(url, { lookup, headers, signal, agent: false, timeout: 0 }, resolve).on('error', reject).end()
  })
}

async function body(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const declared = Number(response.headers['content-length'] ?? 0)
  if (declared > maxBytes) {
    response.destroy()
    throw tooLarge(declared, maxBytes)
  }
  const stream = decompressed(response)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    signal.throwIfAborted()
    bytes += chunk.length
    if (bytes > maxBytes) {
      response.destroy()
      throw tooLarge(bytes, maxBytes)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decompressed(response: IncomingMessage): Readable {
  const unpack = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  }
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const entry = Object.entries(unpack).find(([name]) => name === encoding)
  if (entry === undefined) return response
  const stream = entry[1]()
  response.on('error', (error) => stream.destroy(error))
  return response.pipe(stream)
}

function refused(status: number, retryAfter: string | undefined): DomainError {
  const codes: Readonly<Record<number, ErrorCode>> = {
    401: 'forbidden',
    403: 'forbidden',
    404: 'notFound',
    410: 'gone',
    429: 'rateLimited',
    451: 'forbidden',
  }
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : 'invalid')
  const details = { status, passing: isPassing(status), retryAfterMs: retryAfterMs(retryAfter) }
  return new DomainError(
    code,
    `The site answered ${status}. Open it in a browser, save the page and give the file, or try later.`,
    details,
  )
}

function passingFailure(outcome: { value: unknown } | { error: unknown }): Failure | null {
  if (!('error' in outcome) || !(outcome.error instanceof DomainError)) return null
  const { details, message } = outcome.error
  if (details['passing'] !== true) return null
  return {
    reason: message,
    retryAfterMs: typeof details['retryAfterMs'] === 'number' ? details['retryAfterMs'] : null,
  }
}

function explained(error: unknown, signal: AbortSignal | undefined, { timeoutMs }: FetchLimits): unknown {
  if (error instanceof DomainError || signal?.aborted === true) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new DomainError(
      'unavailable',
      `The site did not answer within ${Math.round(timeoutMs / 1000)} s. Try again.`,
      {},
      error,
    )
  }
  const message = error instanceof Error ? error.message : String(error)
  return new DomainError(
    'unavailable',
    `The site could not be reached (${message}). Check the network and try again.`,
    { passing: true },
    error,
  )
}
