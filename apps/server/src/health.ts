import type { Store } from '@onrecord/core'
import { SCHEMA_VERSION } from '@onrecord/schema'
import type { FastifyInstance } from 'fastify'

/** Whether the process answers and the store can be read; 503 where it cannot, or where the file was found damaged (`faultOf`). */
export function addHealth(app: FastifyInstance, store: Store, faultOf: () => string | null): void {
  app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    const body = { schemaVersion: SCHEMA_VERSION, uptimeSeconds: Math.floor(process.uptime()) }
    const fault = faultOf()
    if (fault !== null)
      return reply.code(503).send({ status: 'unavailable', ...body, lastCommit: null, message: fault })
    try {
      const { items } = await store.history({}, { limit: 1, cursor: null })
      const [last] = items
      const lastCommit = last === undefined ? null : { seq: last.seq, at: last.at }
      return await reply.send({ status: 'ok', ...body, lastCommit })
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The store cannot be read.'
      return reply.code(503).send({ status: 'unavailable', ...body, lastCommit: null, message })
    }
  })
}
