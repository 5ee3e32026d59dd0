import type { FastifyInstance } from 'fastify'
import { drainMs } from './tuning.ts'

/** Answers that are still given after the stop has begun end their connection: kept alive, it would hold the stop. */
export function endConnectionsAtStop(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    if (stopping) reply.header('connection', 'close')
    return payload
  })
}

/** Stops listening and lets running requests end, but no longer than `drainMs`. */
export async function drain(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), drainMs)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}
