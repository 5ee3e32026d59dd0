import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { brotli, encodingFor, isCompressible } from './compression.ts'
import { codeOf } from './data-folder.ts'
import { assetSeconds } from './tuning.ts'

type Asset = { type: string; plain: Buffer; packed: Buffer | null; etag: string; hashed: boolean }

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

/**
 * Serves the files of the web build from memory, read and compressed once: one route a file, so that no path of a
 * request ever reaches the disk. A file whose name holds its hash may be kept for good.
 */
export async function addAssets(app: FastifyInstance, folder: string): Promise<void> {
  let icon: string | null = null
  for (const file of await filesIn(folder)) {
    const asset = await readAsset(folder, file)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    app.get(path, { config: { rateLimit: false } }, (request, reply) => sendAsset(request, reply, asset))
    if (/\/icon[-\w]*\.(svg|png)$/.test(path)) icon = path
  }
  if (!app.hasRoute({ method: 'GET', url: '/favicon.ico' }))
    // Browsers ask for it without being told to.
    app.get('/favicon.ico', { config: { rateLimit: false } }, (_request, reply) =>
      icon === null ? reply.code(204).send() : reply.header('cache-control', 'no-cache').redirect(icon, 301),
    )
}

async function readAsset(folder: string, file: string): Promise<Asset> {
  const plain = await readFile(file)
  const type = types[extname(file)] ?? 'application/octet-stream'
  return {
    type,
    plain,
    packed: isCompressible(type) ? await brotli(plain, 11) : null,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    hashed: relative(folder, file).startsWith(`assets${sep}`) && /-[\w-]{8,}\.\w+$/.test(file),
  }
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  const { type, plain, packed, etag, hashed } = asset
  reply
    .header('cache-control', hashed ? `public, max-age=${assetSeconds}, immutable` : 'public, no-cache')
    .header('etag', etag)
    .type(type)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (packed !== null && encodingFor(request.headers['accept-encoding']) === 'br')
    return reply.header('content-encoding', 'br').header('vary', 'accept-encoding').send(packed)
  return reply.send(plain)
}

/** Every file below a folder that a browser asks for, hidden ones left out; none where the folder is missing. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && entry.name !== 'index.html')
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !relative(folder, file)
            .split(sep)
            .some((part) => part.startsWith('.')),
      )
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
