import { mirrors } from '@onrecord/schema'
import { describe, expect, test } from 'vitest'
import { batch } from '../testing/article.ts'
import { clientOf, runServer } from '../testing/running-server.ts'

async function withArticle() {
  const server = await runServer()
  await clientOf(server.url, server.token).batch.put.mutate(batch)
  const get = async (path: string) => fetch(new URL(path, server.url))
  const rows = async (path: string) => {
    const { data, next } = mirrors.statistics.parse(await (await get(path)).json())
    return { ...data, next }
  }
  return { ...server, get, rows }
}

describe('statistics', () => {
  test('are narrowed and sorted by the address', async () => {
    const { rows } = await withArticle()
    const { items } = await rows('/statistics.json')
    const [first] = items
    if (first === undefined) throw new TypeError('the article has statistics')
    expect(items.length).toBeGreaterThan(1)
    const values = async (address: string) => (await rows(address)).items.map(({ value }) => value)
    const rising = await values('/statistics.json?sort=value')
    expect(rising).not.toEqual([])
    expect(await values('/statistics.json?sort=-value')).not.toEqual(rising)
    expect((await rows(`/statistics.json?unit=${first.unit.kind}`)).items).toContainEqual(first)
    for (const name of ['place', 'unit', 'measure'])
      expect((await rows(`/statistics.json?${name}=nothing-of-the-kind`)).items).toEqual([])
    expect((await rows('/statistics.json?from=1900&to=1901')).items).toEqual([])
  })

  test('keep their filters in the address of the next page', async () => {
    const { rows } = await withArticle()
    const all = await rows('/statistics.json?sort=measure')
    const one = await rows('/statistics.json?sort=measure&limit=1')
    expect(one.next).toContain('sort=measure')
    const two = await rows(one.next ?? '')
    expect([...one.items, ...two.items]).toEqual(all.items.slice(0, 2))
  })

  test('are a file of every row, whatever the limit', async () => {
    const { get, rows, url } = await withArticle()
    const answer = await get('/statistics.csv?limit=1')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(answer.headers.get('content-disposition')).toContain('statistics.csv')
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(text).toMatch(/^\uFEFFid,surface,value,low,high,.*,permalink\r\n/)
    const { items } = await rows('/statistics.json')
    for (const { id } of items) expect(text).toContain(`${url.replace(/\/$/, '')}/statistics/${id}\r\n`)
  })

  test('are Observations once they are decided on, and only then', async () => {
    const { get, rows } = await withArticle()
    const list = await get('/statistics.jsonld')
    expect(list.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    expect(await list.json()).toEqual({ '@context': 'https://schema.org', '@graph': [] })
    const [first] = (await rows('/statistics.json')).items
    const one = await get(`/statistics/${first?.id ?? ''}.jsonld`)
    expect(one.status).toBe(404)
    expect(await one.text()).toContain('verified and disputed')
  })

  test.each(['sort=best', 'from=2024-13', 'to=soon', 'status=good', 'limit=0'])(
    'refuse %s and say what is allowed',
    async (query) => {
      const { get } = await withArticle()
      for (const path of ['/statistics.json', '/statistics.csv', '/statistics.jsonld']) {
        // The file has no pages, but its limit is read like that of the others.
        const answer = await get(`${path}?${query}`)
        expect([path, answer.status]).toEqual([path, 400])
        expect(await answer.text()).toContain(query.split('=')[0])
      }
    },
  )
})
