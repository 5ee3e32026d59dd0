import { DomainError } from '@onrecord/core'
import type { FastifyInstance } from 'fastify'
import { codeOf } from './data-folder.ts'
import { defaultPort } from './tuning.ts'

export type Listening = { url: string; portWasTaken: boolean }

/** Listens on the port asked for; where none was, on 4600, or on a free one if that is in use. Throws `unavailable`. */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number | null },
): Promise<Listening> {
  const error = await tryPort(app, host, port ?? defaultPort)
  if (error === null) return { url: urlOf(app, host), portWasTaken: false }
  if (port !== null || codeOf(error) !== 'EADDRINUSE') throw fault(host, port ?? defaultPort, error)
  const second = await tryPort(app, host, 0)
  if (second !== null) throw fault(host, 0, second)
  return { url: urlOf(app, host), portWasTaken: true }
}

async function tryPort(app: FastifyInstance, host: string, port: number): Promise<Error | null> {
  try {
    await app.listen({ host, port })
    return null
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return error
    throw error
  }
}

function urlOf({ server }: FastifyInstance, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : defaultPort
  // An address that means "every one of this machine" is none that a browser can open.
  const name =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function fault(host: string, port: number, error: Error): DomainError {
  const code = codeOf(error)
  const message =
    code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use. Choose another with --port, or leave it out to take a free one.`
      : code === 'EACCES'
        ? `Port ${port} may not be used by you. Choose one above 1023 with --port.`
        : `Cannot listen on ${host}, port ${port} (${code}). Check --host and --port.`
  return new DomainError('unavailable', message, { host, port, code }, error)
}
