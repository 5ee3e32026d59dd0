import { appRouter, errorShape, trpcErrorOf } from '@onrecord/api'
import type { AppRouter, Context } from '@onrecord/api'
import { DomainError } from '@onrecord/core'
import type { Actor } from '@onrecord/core'
import { TRPCError } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readError } from './http-error.ts'
import type { NoteCode } from './request-log.ts'
import { maxCallsPerBatch, maxOpenBodyBytes } from './tuning.ts'

export type TrpcDeps = {
  actorOf: (request: FastifyRequest) => Actor
  contextOf: (request: FastifyRequest, actor: Actor) => Context
  noteCode: NoteCode
  maxBodyBytes: number
}

/** Serves the router. What is refused before the router sees it is answered in the router's own shape. */
export function addTrpc(app: FastifyInstance, deps: TrpcDeps, done: (error?: Error) => void): void {
  const { actorOf, contextOf, noteCode, maxBodyBytes } = deps

  app.addHook('onRequest', async (request) => {
    const actor = actorOf(request)
    if (actor.kind === 'anonymous') refuseLargeBody(request)
  })

  app.setErrorHandler((error, request, reply) => {
    const domain = readError(error, maxBodyBytes)
    noteCode(request, domain?.code ?? 'defect')
    if (domain === null) request.log.error({ err: error }, 'request failed')
    if (domain?.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="onrecord"')
    // What is left of a body that nobody reads would hold the connection, and an orderly stop with it.
    if (request.body === undefined && hasBody(request)) reply.header('connection', 'close')
    const trpcError =
      domain === null
        ? new TRPCError({ code: 'INTERNAL_SERVER_ERROR' })
        : trpcErrorOf(new DomainError(domain.code, domain.message, domain.details, error))
    const context = contextOf(request, { kind: 'anonymous' })
    const body = { error: errorShape(trpcError, undefined, context) }
    const batched = /[?&]batch=1(&|$)/.test(request.url)
    return reply.code(body.error.data.httpStatus).send(batched ? [body] : body)
  })

  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    createContext: ({ req }) => contextOf(req, actorOf(req)),
    maxBatchSize: maxCallsPerBatch,
    maxBodySize: maxBodyBytes,
    responseMeta: ({ errors }) =>
      errors.some(({ code }) => code === 'UNAUTHORIZED')
        ? { headers: new Headers({ 'www-authenticate': 'Bearer realm="onrecord"' }) }
        : {},
    onError: ({ error, path, req }) => {
      const { cause } = error
      const code = cause instanceof DomainError ? cause.code : error.code
      noteCode(req, code)
      if (error.code === 'INTERNAL_SERVER_ERROR')
        req.log.error({ err: cause ?? error, procedure: path }, 'procedure failed')
    },
  }
  app.get('/*', (request) => {
    throw new DomainError('notFound', `No procedure stands at ${request.url.slice(0, 200)}.`)
  })
  fastifyTRPCPlugin(app, { trpcOptions }, done)
  // No procedure takes files; a form would be read whole before anybody asks what it is.
  app.removeContentTypeParser('multipart/form-data')
}

function hasBody({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

function refuseLargeBody(request: FastifyRequest): void {
  const { headers } = request
  if (!hasBody(request)) return
  const bytes = headers['content-length']
  if (bytes !== undefined && Number(bytes) <= maxOpenBodyBytes) return
  throw new DomainError(
    'unauthenticated',
    `Without a token a body says its length and has at most ${maxOpenBodyBytes} bytes.`,
    { maxBytes: maxOpenBodyBytes },
  )
}
