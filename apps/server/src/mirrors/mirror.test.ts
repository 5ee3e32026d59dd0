import { batchKeyOf } from '@onrecord/ingest'
import { mirrors } from '@onrecord/schema'
import { describe, expect, test } from 'vitest'
import { batch } from '../testing/article.ts'
import { clientOf, runServer } from '../testing/running-server.ts'

/** A server with the one invented article of the examples. */
async function withArticle() {
  const server = await runServer()
  const receipt = await clientOf(server.url, server.token).batch.put.mutate(batch)
  const read = async (path: string) => (await fetch(new URL(path, server.url))).json()
  return { ...server, receipt, read }
}

describe('mirrors', () => {
  test('a search is an envelope of the schema, its rows those of the router', async () => {
    const { read, url } = await withArticle()
    const { data, next } = mirrors.search.parse(
      await read('/search.json?q=&speaker=&from=&to=&kind=&limit=&cursor='),
    )
    expect(data.items.length).toBeGreaterThan(0)
    expect(next).toBeNull()
    const query = {
      q: '',
      speaker: [],
      source: [],
      kind: [],
      status: [],
      from: null,
      to: null,
      sort: 'new' as const,
    }
    expect(await clientOf(url).search.page.query({ query, page: { limit: 20, cursor: null } })).toEqual(data)
  })

  test('following next gives every row once', async () => {
    const { read } = await withArticle()
    const all = mirrors.search.parse(
      await read('/search.json?kind=direct&kind=mixed&kind=indirect&kind=term'),
    )
    const ids: string[] = []
    let address: string | null = '/search.json?kind=direct&kind=mixed&kind=indirect&kind=term&limit=1'
    while (address !== null && ids.length < 100) {
      const { data, next } = mirrors.search.parse(await read(address))
      ids.push(...data.items.map(({ id }) => id))
      address = next
    }
    expect(ids).toEqual(all.data.items.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(1)
  })

  test('a speaker comes with quotes, and only with theirs', async () => {
    const { read } = await withArticle()
    const { data } = mirrors.speaker.parse(await read('/speakers/ana-vidal-roche.json'))
    expect(data.speaker.name).toBe('Ana Vidal Roche')
    expect(data.quotes.items.length).toBeGreaterThan(0)
    expect(new Set(data.quotes.items.map(({ speaker }) => speaker?.slug))).toEqual(
      new Set(['ana-vidal-roche']),
    )
  })

  test('a quote, a source and the statistics', async () => {
    const { read, receipt } = await withArticle()
    const { data: found } = mirrors.search.parse(await read('/search.json?limit=1'))
    const quote = mirrors.quote.parse(await read(`/quotes/${found.items[0]?.id}.json`))
    expect(quote.data.text).toBe(found.items[0]?.text)
    const source = mirrors.source.parse(await read(`/sources/${receipt.sourceId}.json`))
    expect(source.data.text).toBe(batch.revision.text)
    const earlier = await read(`/sources/${receipt.sourceId}.json?v=${receipt.revisionId}`)
    expect(earlier).toEqual(await read(`/sources/${receipt.sourceId}.json`))
    const list = mirrors.statistics.parse(await read('/statistics.json'))
    expect(list.data.items.length).toBeGreaterThan(0)
    const one = mirrors.statistic.parse(await read(`/statistics/${list.data.items[0]?.id}.json`))
    expect(one.data.surface).toBe(list.data.items[0]?.surface)
  })

  test('a quote is cited as BibTeX, and as JSON-LD only when it was checked', async () => {
    const { url, read } = await withArticle()
    const { data } = mirrors.search.parse(await read('/search.json?limit=1'))
    const id = data.items[0]?.id ?? ''
    const bib = await fetch(`${url}/quotes/${id}.bib`)
    expect(bib.headers.get('content-type')).toContain('application/x-bibtex')
    expect(await bib.text()).toContain(`${url}/quotes/${id}`)
    expect((await fetch(`${url}/quotes/${id}.jsonld`)).status).toBe(404)
  })

  test('a search as CSV has every row, a byte order mark and a permalink each', async () => {
    const { url, read } = await withArticle()
    const { data } = mirrors.search.parse(await read('/search.json'))
    const answer = await fetch(`${url}/search.csv?limit=1`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString('utf8')
    for (const { id } of data.items) expect(text).toContain(`${url}/quotes/${id}\r\n`)
    expect(text).toMatch(/id,text,speaker,/)
  })

  test('an answer that did not change is not sent again', async () => {
    const { url, token } = await withArticle()
    const first = await fetch(`${url}/search.json`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const second = await fetch(`${url}/search.json`, { headers: { 'if-none-match': etag } })
    expect([second.status, await second.text()]).toEqual([304, ''])
    const sourceKey = 'url:https://coast-wire.example/again'
    const key = batchKeyOf(sourceKey, batch.revision.fingerprint, batch.extractor)
    const changed = { ...batch, sourceKey, key }
    await clientOf(url, token).batch.put.mutate(changed)
    expect((await fetch(`${url}/search.json`, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })
})

describe('addresses', () => {
  test('/search leads to the first page with its query', async () => {
    const { url } = await runServer()
    const answer = await fetch(`${url}/search?q=ferry&kind=direct`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/?q=ferry&kind=direct'])
  })

  test('an earlier slug of a speaker leads to the present one, with its query', async () => {
    const { url, token } = await withArticle()
    const sourceKey = 'url:https://coast-wire.example/again'
    const key = batchKeyOf(sourceKey, batch.revision.fingerprint, batch.extractor)
    await clientOf(url, token).batch.put.mutate({ ...batch, sourceKey, key })
    const answer = await fetch(`${url}/speakers/ana-vidal-roche-2.json?limit=5`, { redirect: 'manual' })
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe(`${url}/speakers/ana-vidal-roche.json?limit=5`)
  })

  test('what was removed is gone, which is not the same as never there', async () => {
    const { url, token, services } = await runServer()
    const sourceKey = 'id:sample/ferry'
    const key = batchKeyOf(sourceKey, batch.revision.fingerprint, batch.extractor)
    const { sourceId } = await clientOf(url, token).batch.put.mutate({ ...batch, sourceKey, key })
    await services.sample.remove({ kind: 'system', task: 'test' })
    const answer = await fetch(`${url}/sources/${sourceId}.json`)
    expect(answer.status).toBe(410)
    expect(await answer.json()).toMatchObject({ error: { code: 'gone' } })
  })

  test('what does not exist says so as JSON', async () => {
    const { url } = await runServer()
    for (const path of [
      '/quotes/quo_01h0000000000000000000000a.json',
      '/quotes/7.json',
      '/quotes/7.bib',
      '/quotes/7.jsonld',
      '/sources/src_01h0000000000000000000000a.json',
      '/statistics/x.json',
      '/speakers/nobody-at-all.json',
      `/speakers/${'a'.repeat(500)}.json`,
    ]) {
      const answer = await fetch(`${url}${path}`)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.json()).toMatchObject({ error: { code: 'notFound', message: expect.any(String) } })
    }
  })

  test('what does not fit is refused with what is allowed', async () => {
    const { url } = await runServer()
    for (const path of [
      '/search.json?kind=spoken',
      '/search.csv?from=2024-13',
      '/statistics.json?status=true',
      '/search.json?cursor=nonsense',
      '/sources/src_01h0000000000000000000000a.json?v=2',
    ]) {
      const answer = await fetch(`${url}${path}`)
      expect([path, answer.status]).toEqual([path, 400])
      expect(await answer.json()).toMatchObject({ error: { code: 'invalid' } })
    }
  })

  test('scripts of other sites may read mirrors, errors too, but no page and not the router', async () => {
    const { url } = await runServer()
    const origin = async (path: string) =>
      (await fetch(`${url}${path}`)).headers.get('access-control-allow-origin')
    expect(await origin('/search.json')).toBe('*')
    expect(await origin('/quotes/7.json')).toBe('*')
    expect(await origin('/')).toBeNull()
    expect(await origin('/trpc/meta.get')).toBeNull()
  })
})
