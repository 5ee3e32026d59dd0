import { Readable } from 'node:stream'
import type { Context } from '@onrecord/api'
import type { Page, PageInput, SearchHit } from '@onrecord/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csvPageRows } from '../tuning.ts'
import { queryOf } from './answer.ts'
import { readSearch } from './search-address.ts'

export type CsvDeps = { services: Context['services']; originOf: (request: FastifyRequest) => string }
/** A list as a file: a column a name, in order; `permalink` is what stands before an id. */
export type Csv<Row> = {
  file: string
  columns: Readonly<Record<string, (row: Row) => string>>
  permalink: string
  load: (page: PageInput) => Promise<Page<Row>>
}

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

/** `/search.csv`: every row of a search; `limit` and `cursor` are passed over. */
export function addCsv(app: FastifyInstance, { services, originOf }: CsvDeps): void {
  app.get('/search.csv', async (request, reply) => {
    const { query } = readSearch(queryOf(request))
    return sendCsv<SearchHit>(reply, {
      file: 'quotes.csv',
      columns,
      permalink: `${originOf(request)}/quotes/`,
      load: (page) => services.search.page(reader, { query, page }),
    })
  })
}

/** Sends every row of a list, page by page as the reader takes them. Throws what the first page throws. */
export async function sendCsv<Row extends { id: string }>(
  reply: FastifyReply,
  csv: Csv<Row>,
): Promise<FastifyReply> {
  // Asked for before the headers go out: a list that fails is answered as an error, not as half a file.
  const first = await csv.load({ limit: csvPageRows, cursor: null })
  return reply
    .header('cache-control', 'public, no-cache')
    .header('content-disposition', `attachment; filename="${csv.file}"`)
    .type('text/csv; charset=utf-8; header=present')
    .send(Readable.from(lines(csv, first)))
}

async function* lines<Row extends { id: string }>(
  { columns, permalink, load }: Csv<Row>,
  first: Page<Row>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...Object.keys(columns), 'permalink'])}`
  for (let page = first; ;) {
    for (const row of page.items)
      yield csvLine([...Object.values(columns).map((column) => column(row)), `${permalink}${row.id}`])
    if (page.next === null) return
    page = await load({ limit: csvPageRows, cursor: page.next })
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
