import { randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { callQuery, defectMessage } from '@onrecord/api'
import type { Context, PageResponse, RenderPage } from '@onrecord/api'
import { DomainError } from '@onrecord/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { messagePage } from './message-page.ts'
import { pagePolicy } from './security.ts'

export type PageDeps = {
  render: RenderPage | null
  contextOf: (request: FastifyRequest) => Context
  originOf: (request: FastifyRequest) => string
}

/** Asked for by programs, which want no page even where there is nothing. */
const FILE = /\.(json|jsonld|csv|bib)$/
/** Parts, none of them empty, and a slash: what is left without it can only be an address of this server. */
const WITH_SLASH = /^(\/[^/\\]+)+\/$/

function splitOnce(url: string): readonly string[] {
  const at = url.indexOf('?')
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)]
}

/** Answers every address that nothing else does with a page of the web client. */
export function addPages(app: FastifyInstance, { render, contextOf, originOf }: PageDeps): void {
  app.get('/*', async (request, reply) => {
    const [path = '', query] = splitOnce(request.url)
    if (FILE.test(path)) throw new DomainError('notFound', 'There is nothing at this address.')
    if (WITH_SLASH.test(path))
      return reply.redirect(`${path.replace(/\/$/, '')}${query === undefined ? '' : `?${query}`}`, 301)
    const nonce = randomBytes(16).toString('base64url')
    if (render === null) return sendPage(reply, nonce, notBuilt())
    const left = new AbortController()
    reply.raw.once('close', () => left.abort())
    const page = { url: request.url, origin: originOf(request), nonce, signal: left.signal }
    const call = callQuery(contextOf(request), left.signal)
    try {
      return sendPage(reply, nonce, await render(page, call))
    } catch (error) {
      request.log.error({ err: error }, 'page failed')
      return sendPage(reply, nonce, failed(request.id))
    }
  })
}

function sendPage(reply: FastifyReply, nonce: string, { status, headers, html }: PageResponse): FastifyReply {
  return (
    reply
      .code(status)
      // The nonce is of this answer alone, so a kept page would come back with scripts that may not run.
      .header('cache-control', 'no-cache')
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html; charset=utf-8')
      .headers({ ...headers })
      .send(html)
  )
}

function notBuilt(): PageResponse {
  const html = messagePage(
    'The pages are not built yet',
    'Run “pnpm build” (or “./run start”, which builds first) and start the server again. The data is there already, at /search.json.',
  )
  return { status: 503, headers: {}, html }
}

function failed(reference: string): PageResponse {
  return {
    status: 500,
    headers: {},
    html: messagePage('This page could not be made', defectMessage(reference)),
  }
}

/** The server entry of the web build; null where there is no build. Throws `unavailable` for one that does not fit. */
export async function loadRenderer(web: string): Promise<RenderPage | null> {
  const entry = join(web, 'server', 'entry-server.js')
  try {
    await access(entry)
  } catch {
    return null
  }
  const built: unknown = await import(pathToFileURL(entry).href)
  if (typeof built === 'object' && built !== null && 'renderPage' in built && isRenderer(built.renderPage))
    return built.renderPage
  throw new DomainError(
    'unavailable',
    `${entry} exports no renderPage. Build the web client again: pnpm build.`,
  )
}

function isRenderer(value: unknown): value is RenderPage {
  return typeof value === 'function'
}
