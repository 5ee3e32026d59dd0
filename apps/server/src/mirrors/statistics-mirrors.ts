import { DomainError } from '@onrecord/core'
import { mirrors, StatisticGetInput } from '@onrecord/schema'
import type { StatisticCard } from '@onrecord/schema'
import { observationOf } from '@onrecord/schema/citation'
import type { FastifyInstance } from 'fastify'
import { queryOf, sendEnvelope, sendMirror } from './answer.ts'
import { sendCsv } from './csv.ts'
import type { CsvDeps } from './csv.ts'
import { known } from './known.ts'
import { readStatistics, writeStatistics } from './statistics-address.ts'

const reader = { kind: 'anonymous' } as const
const JSON_LD = 'application/ld+json; charset=utf-8'

const columns = {
  id: ({ id }) => id,
  surface: ({ surface }) => surface,
  value: ({ value }) => numeral(value),
  low: ({ low }) => numeral(low),
  high: ({ high }) => numeral(high),
  approximator: ({ approximator }) => approximator,
  unitKind: ({ unit }) => unit.kind,
  unit: ({ unit }) => unit.code ?? unit.text ?? '',
  per: ({ unit }) => unit.per?.code ?? unit.per?.text ?? '',
  kind: ({ kind }) => kind,
  direction: ({ direction }) => direction ?? '',
  standing: ({ status }) => status,
  measure: ({ measure }) => measure ?? '',
  population: ({ population }) => population ?? '',
  denominator: ({ denominator }) => denominator ?? '',
  place: ({ place }) => place ?? '',
  placeCode: ({ placeCode }) => placeCode ?? '',
  period: ({ period }) => period?.text ?? '',
  from: ({ period }) => period?.from ?? '',
  to: ({ period }) => period?.to ?? '',
  saidBy: ({ speaker }) => speaker?.name ?? '',
  cites: ({ cites }) => cites ?? '',
  status: ({ review }) => review,
  sentence: ({ sentence }) => sentence,
  unread: ({ unread }) => unread ?? '',
  series: ({ series }) => series ?? '',
  source: ({ source }) => source.title,
  publisher: ({ source }) => source.publisher ?? '',
  published: ({ source }) => source.publishedAt ?? '',
  url: ({ source }) => source.url ?? '',
} as const satisfies Record<string, (card: StatisticCard) => string>

const numeral = (value: number | null) => (value === null ? '' : String(value))

/** The statistics and one of them, as JSON, as schema.org Observations and, the list, as CSV of every row. */
export function addStatistics(app: FastifyInstance, { services, originOf }: CsvDeps): void {
  app.get('/statistics.json', async (request, reply) => {
    const input = readStatistics(queryOf(request))
    const data = await services.statistic.list(reader, input)
    const address = (cursor: string) =>
      `${originOf(request)}/statistics.json?${writeStatistics(input.query, { ...input.page, cursor })}`
    const next = data.next === null ? null : address(data.next)
    return sendEnvelope(request, reply, 'statistics', mirrors.statistics, { data, next })
  })

  app.get('/statistics.csv', async (request, reply) => {
    const { query } = readStatistics(queryOf(request))
    return sendCsv<StatisticCard>(reply, {
      file: 'statistics.csv',
      columns,
      permalink: `${originOf(request)}/statistics/`,
      load: (page) => services.statistic.list(reader, { query, page }),
    })
  })

  app.get('/statistics.jsonld', async (request, reply) => {
    const input = readStatistics(queryOf(request))
    const { items, next } = await services.statistic.list(reader, input)
    const permalink = (id: string) => `${originOf(request)}/statistics/${id}`
    const nodes = items.map((card) => observationOf(card, permalink(card.id))).filter((node) => node !== null)
    if (next !== null) {
      const query = writeStatistics(input.query, { ...input.page, cursor: next })
      reply.header('link', `<${originOf(request)}/statistics.jsonld?${query}>; rel="next"`)
    }
    const body = { '@context': 'https://schema.org', '@graph': nodes }
    return sendMirror(request, reply, JSON_LD, `${JSON.stringify(body)}\n`)
  })

  app.get<{ Params: { id: string } }>('/statistics/:id.json', async (request, reply) => {
    const input = known(StatisticGetInput, { id: request.params.id }, 'statistic')
    const data = await services.statistic.get(reader, input)
    return sendEnvelope(request, reply, 'statistic', mirrors.statistic, { data, next: null })
  })

  app.get<{ Params: { id: string } }>('/statistics/:id.jsonld', async (request, reply) => {
    const input = known(StatisticGetInput, { id: request.params.id }, 'statistic')
    const statistic = await services.statistic.get(reader, input)
    const node = observationOf(statistic, `${originOf(request)}/statistics/${statistic.id}`)
    if (node === null)
      throw new DomainError(
        'notFound',
        'Only verified and disputed statistics that could be read are given as JSON-LD. This one is at the same address with .json.',
        { status: statistic.review },
      )
    return sendMirror(request, reply, JSON_LD, `${JSON.stringify(node)}\n`)
  })
}
