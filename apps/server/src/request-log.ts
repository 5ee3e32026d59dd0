import type { FastifyInstance, FastifyRequest } from 'fastify'

export type NoteCode = (request: FastifyRequest, code: string) => void

/**
 * One line a request: id, method, path, procedure, status, code, milliseconds. The query is left out, since it holds
 * what readers search for, and so are headers and bodies, which hold tokens and the words of sources.
 */
export function logRequests(app: FastifyInstance): NoteCode {
  const codes = new WeakMap<FastifyRequest, string[]>()
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const [path = ''] = request.url.split('?')
    const noted = codes.get(request)
    const entry = {
      method: request.method,
      path: path.startsWith('/trpc/') ? '/trpc' : path.slice(0, 200),
      ...(path.startsWith('/trpc/') ? { procedure: path.slice('/trpc/'.length, 200) } : {}),
      status: reply.statusCode,
      code: noted === undefined ? null : noted.join(','),
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (reply.statusCode >= 500) request.log.warn(entry, 'request')
    else request.log.info(entry, 'request')
  })
  return (request, code) => {
    codes.set(request, [...(codes.get(request) ?? []), code])
  }
}
