import { createHash } from 'node:crypto'
import { SCHEMA_VERSION } from '@onrecord/schema'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

export type Mirrored = { data: unknown; next: string | null }

/** Answers with an envelope that is checked against its schema, so what is published is what the schema promises. */
export function sendEnvelope(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: string,
  envelope: z.ZodType,
  { data, next }: Mirrored,
): FastifyReply {
  const checked = envelope.parse({ schemaVersion: SCHEMA_VERSION, kind, data, next })
  return sendMirror(request, reply, 'application/json; charset=utf-8', `${JSON.stringify(checked)}\n`)
}

/** Answers with a public text: open to scripts of other sites, and asked about again each time, cheaply, by its ETag. */
export function sendMirror(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  body: string,
): FastifyReply {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  reply.header('etag', etag).header('cache-control', 'public, no-cache').type(type)
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.send(body)
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  return header.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag))
}

/** The query of the address asked for; keys may repeat. */
export function queryOf(request: FastifyRequest): URLSearchParams {
  const at = request.url.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1))
}
