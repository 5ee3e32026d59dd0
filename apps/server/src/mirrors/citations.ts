import type { Context } from '@onrecord/api'
import { DomainError } from '@onrecord/core'
import { QuoteGetInput } from '@onrecord/schema'
import type { QuoteView } from '@onrecord/schema'
import { citeBibtex, citeJsonLd } from '@onrecord/schema/citation'
import type { Place } from '@onrecord/schema/citation'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendMirror } from './answer.ts'
import { known } from './known.ts'

export type CitationDeps = { services: Context['services']; originOf: (request: FastifyRequest) => string }

const reader = { kind: 'anonymous' } as const

/** How to cite a quote, at its page's address with `.bib` or `.jsonld` added. */
export function addCitations(app: FastifyInstance, { services, originOf }: CitationDeps): void {
  app.get<{ Params: { id: string } }>('/quotes/:id.bib', async (request, reply) => {
    const quote = await services.quote.get(reader, known(QuoteGetInput, { id: request.params.id }, 'quote'))
    reply.header('content-disposition', `inline; filename="${quote.id}.bib"`)
    const entry = citeBibtex(quote, placeOf(quote, originOf(request)))
    return sendMirror(request, reply, 'application/x-bibtex; charset=utf-8', entry)
  })

  app.get<{ Params: { id: string } }>('/quotes/:id.jsonld', async (request, reply) => {
    const quote = await services.quote.get(reader, known(QuoteGetInput, { id: request.params.id }, 'quote'))
    const node = citeJsonLd(quote, placeOf(quote, originOf(request)))
    if (node === null)
      throw new DomainError(
        'notFound',
        'Only verified and disputed quotes that are not denied are given as JSON-LD. This one is at the same address with .json.',
        { status: quote.status, denied: quote.denied },
      )
    return sendMirror(request, reply, 'application/ld+json; charset=utf-8', `${JSON.stringify(node)}\n`)
  })
}

function placeOf(quote: QuoteView, origin: string): Place {
  const [first] = quote.occurrences
  return {
    permalink: `${origin}/quotes/${quote.id}`,
    captured: first === undefined ? null : `${origin}/sources/${first.source.id}?v=${first.revisionId}`,
  }
}
