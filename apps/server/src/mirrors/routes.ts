import { DomainError } from '@onrecord/core'
import { mirrors, QuoteGetInput, RevisionId, SourceGetInput } from '@onrecord/schema'
import type { Context } from '@onrecord/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { queryOf, sendEnvelope } from './answer.ts'
import { addCitations } from './citations.ts'
import { addCsv } from './csv.ts'
import { known } from './known.ts'
import { readSearch, writeSearch } from './search-address.ts'
import { addStatistics } from './statistics-mirrors.ts'

export type MirrorDeps = { services: Context['services']; originOf: (request: FastifyRequest) => string }

/** What everybody may read; a mirror never answers more to somebody known. */
const reader = { kind: 'anonymous' } as const

/** The public pages as JSON, at their own address with `.json` added; open to scripts of every site. */
export async function addMirrors(app: FastifyInstance, { services, originOf }: MirrorDeps): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('access-control-expose-headers', 'etag, retry-after, x-request-id')
      .header('cross-origin-resource-policy', 'cross-origin')
      // The page is what search engines should show, not its data.
      .header('x-robots-tag', 'noindex')
  })

  addCitations(app, { services, originOf })
  addCsv(app, { services, originOf })
  addStatistics(app, { services, originOf })

  app.get('/search', (request, reply) => {
    const query = queryOf(request).toString()
    return reply.redirect(query === '' ? '/' : `/?${query}`, 301)
  })

  app.get('/search.json', async (request, reply) => {
    const input = readSearch(queryOf(request))
    const data = await services.search.page(reader, input)
    const address = (cursor: string) =>
      `${originOf(request)}/search.json?${writeSearch(input.query, { ...input.page, cursor })}`
    const next = data.next === null ? null : address(data.next)
    return sendEnvelope(request, reply, 'search', mirrors.search, { data, next })
  })

  app.get<{ Params: { slug: string } }>('/speakers/:slug.json', async (request, reply) => {
    const { slug } = request.params
    const query = queryOf(request)
    const { query: filters, page } = readSearch(query)
    const speaker = await services.speaker.get(reader, { slug })
    const at = (name: string, rest: string) =>
      `${originOf(request)}/speakers/${encodeURIComponent(name)}.json${rest === '' ? '' : `?${rest}`}`
    if (speaker.slug !== slug) return reply.redirect(at(speaker.slug, query.toString()), 301)
    const quotes = await services.search.page(reader, { query: { ...filters, speaker: [slug] }, page })
    const next =
      quotes.next === null
        ? null
        : at(slug, writeSearch({ ...filters, speaker: [] }, { ...page, cursor: quotes.next }))
    return sendEnvelope(request, reply, 'speaker', mirrors.speaker, { data: { speaker, quotes }, next })
  })

  app.get<{ Params: { id: string } }>('/quotes/:id.json', async (request, reply) => {
    const data = await services.quote.get(reader, known(QuoteGetInput, { id: request.params.id }, 'quote'))
    return sendEnvelope(request, reply, 'quote', mirrors.quote, { data, next: null })
  })

  app.get<{ Params: { id: string } }>('/sources/:id.json', async (request, reply) => {
    const revision = readRevision(queryOf(request))
    const input = known(SourceGetInput, { id: request.params.id, revision }, 'source')
    const data = await services.source.get(reader, input)
    return sendEnvelope(request, reply, 'source', mirrors.source, { data, next: null })
  })
}

function readRevision(query: URLSearchParams): RevisionId | null {
  const text = query.get('v')
  if (text === null || text === '') return null
  const parsed = RevisionId.safeParse(text)
  if (parsed.success) return parsed.data
  throw new DomainError(
    'invalid',
    'v does not fit: write the id of a revision, as it stands in `revisions`.',
    {
      parameter: 'v',
      value: text.slice(0, 100),
      allowed: 'the id of a revision',
    },
  )
}
