import { Readable } from 'node:stream'
import type { Context } from '@onrecord/api'
import type { SearchHit } from '@onrecord/schema'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { csvPageRows } from '../tuning.ts'
import { queryOf } from './answer.ts'
import { readSearch } from './search-address.ts'

export type CsvDeps = { services: Context['services']; originOf: (request: FastifyRequest) => string }
type SearchInput = ReturnType<typeof readSearch>

const reader = { kind: 'anonymous' } as const

const columns = {
  id: (hit) => hit.id,
  text: (hit) => hit.text,
  speaker: (hit) => hit.speaker?.name ?? '',
  role: (hit) => hit.role ?? '',
  said: (hit) => hit.saidAt ?? '',
  kind: (hit) => hit.kind,
  status: (hit) => hit.status,
  denied: (hit) => String(hit.denied),
  language: (hit) => hit.language,
  source: (hit) => hit.source.title,
  publisher: (hit) => hit.source.publisher ?? '',
  published: (hit) => hit.source.publishedAt ?? '',
  url: (hit) => hit.source.url ?? '',
} as const satisfies Record<string, (hit: SearchHit) => string>

/** `/search.csv`: every row of a search, page by page as the reader takes them; `limit` and `cursor` are passed over. */
export function addCsv(app: FastifyInstance, { services, originOf }: CsvDeps): void {
  app.get('/search.csv', async (request, reply) => {
    const { query } = readSearch(queryOf(request))
    // Asked for before the headers go out: a search that fails is answered as an error, not as half a file.
    const input: SearchInput = { query, page: { limit: csvPageRows, cursor: null } }
    const first = await services.search.page(reader, input)
    const lines = rows(services, input, first, `${originOf(request)}/quotes/`)
    return reply
      .header('cache-control', 'public, no-cache')
      .header('content-disposition', 'attachment; filename="quotes.csv"')
      .type('text/csv; charset=utf-8; header=present')
      .send(Readable.from(lines))
  })
}

async function* rows(
  services: Context['services'],
  { query }: SearchInput,
  first: Awaited<ReturnType<Context['services']['search']['page']>>,
  permalink: string,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...Object.keys(columns), 'permalink'])}`
  for (let page = first; ;) {
    for (const hit of page.items)
      yield csvLine([...Object.values(columns).map((column) => column(hit)), `${permalink}${hit.id}`])
    if (page.next === null) return
    page = await services.search.page(reader, { query, page: { limit: csvPageRows, cursor: page.next } })
  }
}

/** One line after RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
