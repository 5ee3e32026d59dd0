import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { batch } from './testing/article.ts'
import { clientOf, runServer } from './testing/running-server.ts'

const query = { speaker: [], source: [], kind: [], status: [], from: null, to: null, sort: 'new' } as const
const page = { limit: 20, cursor: null }
const anyQuery = (q: string) => ({
  query: { ...query, speaker: [], source: [], kind: [], status: [], q },
  page,
})

describe('tokens', () => {
  test('without a token nothing is known of a source and nothing is put', async () => {
    const { url } = await runServer()
    await expect(clientOf(url).batch.put.mutate(batch)).rejects.toMatchObject({
      data: { httpStatus: 401, domain: { code: 'unauthenticated' } },
    })
    await expect(clientOf(url).batch.known.query({ key: 'id:a', fingerprint: null })).rejects.toMatchObject({
      data: { httpStatus: 401, domain: { code: 'unauthenticated' } },
    })
    expect(await clientOf(url).meta.get.query()).toMatchObject({ overview: { sources: 0 } })
  })

  test('a wrong token is told so, with where the right one stands', async () => {
    const { url } = await runServer()
    await expect(clientOf(url, 'onr_wrong').meta.get.query()).rejects.toMatchObject({
      message: expect.stringContaining('ingest-token'),
      data: { httpStatus: 401, domain: { code: 'unauthenticated' } },
    })
    const { headers } = await fetch(`${url}/trpc/meta.get`, { headers: { authorization: 'Bearer x' } })
    expect(headers.get('www-authenticate')).toContain('Bearer')
  })

  test('a stranger cannot make the server take in a large body', async () => {
    const { url } = await runServer()
    const answer = await fetch(`${url}/trpc/batch.put`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(300_000),
    })
    expect(answer.status).toBe(401)
  })

  test('a mutation is not done by GET', async () => {
    const { url, token } = await runServer()
    const input = encodeURIComponent(JSON.stringify({}))
    const answer = await fetch(`${url}/trpc/batch.put?input=${input}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(405)
  })
})

describe('bodies', () => {
  const send = (url: string, token: string, body: string, type = 'application/json') =>
    fetch(`${url}/trpc/batch.put`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    })

  test('a body over the limit is refused with the limit', async () => {
    const { url, token } = await runServer({ maxBatchBytes: '2048' })
    const answer = await send(url, token, JSON.stringify({ text: 'x'.repeat(4096) }))
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      error: { data: { domain: { code: 'tooLarge', details: { maxBytes: 2048 } } } },
    })
  })

  test('a body that is no JSON, or no batch, is refused as invalid', async () => {
    const { url, token } = await runServer()
    for (const body of ['{"half":', '', '\u0000\u0001', 'null', '[]', '"text"']) {
      const answer = await send(url, token, body)
      expect([body, answer.status]).toEqual([body, 400])
      expect(await answer.json()).toMatchObject({ error: { data: { domain: { code: 'invalid' } } } })
    }
  })

  test('a body that is no JSON by its type is refused', async () => {
    const { url, token } = await runServer()
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      const { status } = await send(url, token, 'a=b', type)
      expect([type, [400, 415].includes(status)]).toEqual([type, true])
    }
  })

  test('a batch with a field too many is refused by the name of the field', async () => {
    const { url, token } = await runServer()
    const answer = await send(url, token, JSON.stringify({ ...batch, surprise: 1 }))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('surprise')
  })

  test('faults of a batch are told without the words of the source', async () => {
    const { url, token, lines } = await runServer()
    const answer = await send(
      url,
      token,
      JSON.stringify({ ...batch, revision: { text: 'Confidential words.' } }),
    )
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toContain('Confidential')
    expect(lines.join('')).not.toContain('Confidential')
  })
})

describe('calls', () => {
  test('a procedure that does not exist is not found, and told apart from an absent quote', async () => {
    const { url } = await runServer()
    const answer = await fetch(`${url}/trpc/quote.burn`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({
      error: { message: expect.stringContaining('quote.burn'), data: { domain: { code: 'notFound' } } },
    })
  })

  test('names that are part of the language are no procedures', async () => {
    const { url } = await runServer()
    const statuses = []
    for (const path of ['/trpc/', '/trpc/a/b', '/trpc/__proto__', '/trpc/constructor.call', '/trpc/toString'])
      statuses.push((await fetch(`${url}${path}`)).status)
    expect(statuses).toEqual([404, 404, 404, 404, 404])
  })

  test('several calls go in one request, but not any number', async () => {
    const { url } = await runServer()
    const batched = (count: number) =>
      fetch(
        `${url}/trpc/${Array.from({ length: count }, () => 'meta.get').join(',')}?batch=1&input=${encodeURIComponent('{}')}`,
      )
    expect((await batched(10)).status).toBe(200)
    expect((await batched(11)).status).toBe(400)
    expect((await batched(150)).status).toBe(400)
  })

  test('an input that is no JSON is refused as invalid', async () => {
    const { url } = await runServer()
    const answer = await fetch(`${url}/trpc/search.page?input=%7Bhalf`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: { data: { domain: { code: 'invalid' } } } })
  })

  test('ids that do not exist, and what is no id', async () => {
    const { url } = await runServer()
    const caller = clientOf(url)
    await expect(caller.quote.get.query({ id: 'quo_01h0000000000000000000000a' })).rejects.toMatchObject({
      data: { httpStatus: 404, domain: { code: 'notFound' } },
    })
    await expect(caller.speaker.get.query({ slug: 'nobody-at-all' })).rejects.toMatchObject({
      data: { httpStatus: 404, domain: { code: 'notFound' } },
    })
    const answer = await fetch(`${url}/trpc/quote.get?input=${encodeURIComponent('{"id":"7"}')}`)
    expect(answer.status).toBe(400)
  })
})

describe('queries', () => {
  const hard = [
    '"',
    '""',
    '"unclosed',
    "'",
    '*',
    '-',
    '- -',
    'AND',
    'a AND',
    'NOT a',
    'a NEAR(b, 2)',
    'text:a',
    '{a b}:c',
    '^a',
    'a*b',
    '(((',
    ')',
    'a"b"c',
    '😀',
    '👨‍👩‍👧‍👦 "😀"',
    '\u0000',
    '%',
    '_',
    '\\',
    ';drop table quotes',
    'speaker:',
    'speaker:"',
    'from:yesterday',
    '\u202e',
    '日本語',
    'ﬁ',
    '\uFFFD',
  ]

  const long = {
    letters: 'x'.repeat(10_000),
    words: 'ferry '.repeat(1_666),
    marks: '"'.repeat(10_000),
    emoji: '😀'.repeat(5_000),
    'signs of three bytes': '記'.repeat(10_000),
  }

  test('of any signs and of 10,000 characters are answered by router and mirror', async () => {
    const { url } = await runServer()
    const caller = clientOf(url)
    const answers = { router: new Set<string>(), mirror: new Set<string>() }
    for (const q of [...hard, ...Object.values(long)]) {
      if ((await caller.search.page.query(anyQuery(q))).items.length === 0) answers.router.add(q)
      if ((await fetch(`${url}/search.json?q=${encodeURIComponent(q)}`)).status === 200) answers.mirror.add(q)
    }
    expect([...answers.router]).toEqual([...hard, ...Object.values(long)])
    expect([...answers.mirror]).toEqual([...hard, ...Object.values(long)])
  })

  test('a longer one is refused, and one longer than any address too', async () => {
    const { url } = await runServer()
    expect((await fetch(`${url}/search.json?q=${'x'.repeat(10_001)}`)).status).toBe(400)
    const answer = await fetch(`${url}/search.json?q=${'x'.repeat(200_000)}`)
    expect(answer.status).toBe(431)
    expect(await answer.json()).toMatchObject({ error: { code: 'tooLarge' } })
  })

  test('half a surrogate pair and broken percent signs are answered', async () => {
    const { url } = await runServer()
    for (const path of [
      '/search.json?q=%ED%A0%80',
      '/search.json?q=%',
      '/quotes/%ED%A0%80.json',
      '/speakers/%.json',
      '/%',
    ]) {
      const status = await statusOf(`${url}${path}`)
      expect([path, status < 500 || path === '/%']).toEqual([path, true])
    }
    const input = encodeURIComponent(JSON.stringify(anyQuery('\ud83d')))
    expect((await fetch(`${url}/trpc/search.page?input=${input}`)).status).toBeLessThan(500)
  })
})

/** Asked by hand: fetch would mend the address. */
function statusOf(address: string): Promise<number> {
  const { hostname, port } = new URL(address)
  const path = address.slice(address.indexOf(port) + port.length)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
