import { randomUUID } from 'node:crypto'
import type { Context, RenderPage } from '@onrecord/api'
import type { Actor, Store } from '@onrecord/core'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { addAssets } from './assets.ts'
import { answerBadAddress, answerClientError } from './client-error.ts'
import { addCompression } from './compression.ts'
import type { Config } from './config.ts'
import { actorOf } from './context.ts'
import { endConnectionsAtStop } from './drain.ts'
import { addHealth } from './health.ts'
import { errorBody, readError } from './http-error.ts'
import { addMirrors } from './mirrors/routes.ts'
import { addPages } from './pages.ts'
import { addRateLimit } from './rate-limit.ts'
import { logRequests } from './request-log.ts'
import { addSecurityHeaders } from './security.ts'
import { addTrpc } from './trpc-route.ts'
import { maxHeaderBytes, maxPathPart, requestMs } from './tuning.ts'

export type AppDeps = {
  config: Config
  log: FastifyBaseLogger
  services: Context['services']
  store: Store
  token: string
  render: RenderPage | null
  /** Folder of the browser's files of the web build. */
  client: string
  /** What was found wrong with the database file, as what to do; null: nothing. */
  faultOf?: () => string | null
}

const ROBOTS = 'User-agent: *\nDisallow: /trpc/\nDisallow: /health\n'

/** The whole of what is served, not yet listening. */
export async function createApp({
  config,
  log,
  services,
  store,
  token,
  render,
  client,
  faultOf = () => null,
}: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    // Lines of our own instead, which hold no query and no header.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: config.maxBatchBytes,
    trustProxy: config.trustProxy,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: maxHeaderBytes },
    routerOptions: { maxParamLength: maxPathPart },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack()
      answerBadAddress(reply.raw)
    },
  })

  const actorFor = (request: FastifyRequest) => actorOf(request.headers.authorization, token)
  const contextOf = (request: FastifyRequest, actor: Actor): Context => ({
    actor,
    services,
    reference: request.id,
  })
  const originOf = (request: FastifyRequest) => config.baseUrl ?? `${request.protocol}://${hostOf(request)}`

  const noteCode = logRequests(app)
  endConnectionsAtStop(app)
  await addSecurityHeaders(app, config.baseUrl?.startsWith('https:') ?? false)
  await addRateLimit(app, config.rateLimit, (request) => isKnown(() => actorFor(request)))
  addCompression(app)

  app.setErrorHandler((error, request, reply) => {
    const domain = readError(error, config.maxBatchBytes)
    noteCode(request, domain?.code ?? 'defect')
    if (domain === null) request.log.error({ err: error }, 'request failed')
    return reply
      .code(domain?.status ?? 500)
      .header('cache-control', 'no-store')
      .send(errorBody(domain, request.id))
  })
  app.setNotFoundHandler((request, reply) => {
    if (!request.url.startsWith('/trpc')) {
      noteCode(request, 'invalid')
      const message = `${request.method} is not answered at this address. Use GET.`
      return reply
        .code(405)
        .header('allow', 'GET, HEAD')
        .send(errorBody({ code: 'invalid', message, details: { allowed: ['GET', 'HEAD'] } }, request.id))
    }
    noteCode(request, 'notFound')
    const message = `Nothing answers ${request.method} at this address.`
    return reply.code(404).send(errorBody({ code: 'notFound', message, details: {} }, request.id))
  })

  addHealth(app, store, faultOf)
  await app.register(async (scope) => addMirrors(scope, { services, originOf }))
  await app.register(
    (scope, _options, done) =>
      addTrpc(scope, { actorOf: actorFor, contextOf, noteCode, maxBodyBytes: config.maxBatchBytes }, done),
    { prefix: '/trpc' },
  )
  await addAssets(app, client)
  if (!app.hasRoute({ method: 'GET', url: '/robots.txt' }))
    app.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(ROBOTS))
  addPages(app, { render, contextOf: (request) => contextOf(request, { kind: 'anonymous' }), originOf })
  return app
}

function isKnown(actor: () => Actor): boolean {
  try {
    return actor().kind !== 'anonymous'
  } catch {
    return false
  }
}

/** The host as the reader sees it, if it can be one: it is written into pages and addresses. */
function hostOf(request: FastifyRequest): string {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(request.host) ? request.host : 'localhost'
}
