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

/** Answers every address that nothing else does with a page of the web client. */
export function addPages(app: FastifyInstance, { render, contextOf, originOf }: PageDeps): void {
  app.get('/*', async (request, reply) => {
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
