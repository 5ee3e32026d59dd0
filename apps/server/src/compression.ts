import { brotliCompress, constants, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { minCompressedBytes } from './tuning.ts'

export type Encoding = 'br' | 'gzip'

const compressible = /^(text\/|application\/(json|ld\+json|javascript|manifest\+json)|image\/svg)/

/** Compresses whole texts on the way out. Streams go as they are. */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    if (!isCompressible(String(reply.getHeader('content-type') ?? ''))) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (reply.hasHeader('content-encoding') || encoding === null) return payload
    const body = Buffer.from(payload)
    if (body.length < minCompressedBytes) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoding === 'br' ? brotli(body, 4) : promisify(gzip)(body)
  })
}

export function isCompressible(contentType: string): boolean {
  return compressible.test(contentType)
}

/** The better encoding that the reader takes; null: none. A quality of 0 means not that one. */
export function encodingFor(accepted: string | string[] | undefined): Encoding | null {
  const offers = String(accepted ?? '')
    .split(',')
    .map((offer) => offer.trim().toLowerCase())
    .filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
    .map((offer) => offer.split(';')[0])
  if (offers.includes('br')) return 'br'
  return offers.includes('gzip') ? 'gzip' : null
}

/** Level 4 for answers made on the spot is quicker than gzip and smaller; 11 for files compressed once. */
export function brotli(body: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
}
