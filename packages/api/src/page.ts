import type { AppRouter } from './app-router.ts'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

export type RouterInputs = inferRouterInputs<AppRouter>
export type RouterOutputs = inferRouterOutputs<AppRouter>

/**
 * Calls a query procedure in this process, as the reader who asks for the page: `call('search.page', input)`.
 * Rejects with an Error whose `message` and `data` are those of a failed call over HTTP: `data.domain.code`
 * is `notFound`, `gone`, `invalid`…, `data.domain` is null for a defect, `data.reference` then its reference.
 */
export type CallQuery = (path: string, input: unknown) => Promise<unknown>

export type PageRequest = {
  /** Path and query as asked for, without the origin. */
  url: string
  /** Scheme, host and port as the reader sees them. */
  origin: string
  /** Nonce of this answer's content policy. */
  nonce: string
  /** Aborted when the reader leaves. */
  signal: AbortSignal
}

/** A whole answer: a page, a redirect (301 with location), 404 or 410. */
export type PageResponse = { status: number; headers: Readonly<Record<string, string>>; html: string }

/** What the web client's server entry exports as `renderPage`, loaded, built, by path. */
export type RenderPage = (request: PageRequest, call: CallQuery) => Promise<PageResponse>
