import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { batch } from './testing/article.ts'
import { builtPages, clientOf, runServer } from './testing/running-server.ts'

test('health says that the store can be read', async () => {
  const { url } = await runServer()
  const answer = await fetch(`${url}/health`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ status: 'ok', schemaVersion: '1.0.0', lastCommit: null })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('health names the last commit, and says so when the store cannot be read', async () => {
  const { url, token, ...server } = await runServer()
  await clientOf(url, token).batch.put.mutate(batch)
  const health = await (await fetch(`${url}/health`)).json()
  expect(health).toMatchObject({ lastCommit: { seq: expect.any(Number), at: expect.stringMatching(/Z$/) } })
  await server.store.close()
  const answer = await fetch(`${url}/health`)
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 'unavailable' })
  const search = await fetch(`${url}/search.json`)
  expect(search.status).toBe(503)
  expect(await search.json()).toMatchObject({ error: { code: 'unavailable' } })
})

test('what a proxy says of the reader is believed of those proxies alone that are named', async () => {
  const headers = { 'x-forwarded-host': 'quotes.example.org', 'x-forwarded-proto': 'https' }
  const web = await builtPages()
  const trusting = await runServer({ web, trustProxy: 'loopback, 10.0.0.0/8' })
  expect(await (await fetch(trusting.url, { headers })).text()).toContain('https://quotes.example.org/')
  const cautious = await runServer({ web })
  expect(await (await fetch(cautious.url, { headers })).text()).not.toContain('quotes.example.org')
})

test('every answer carries the security headers, and plain http is not turned into https', async () => {
  const { url } = await runServer({ web: await builtPages() })
  for (const path of ['/', '/search.json', '/health', '/trpc/meta.get', '/search.json?limit=0']) {
    const { headers } = await fetch(`${url}${path}`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  }
})

test('behind https the browser is told to stay there, and addresses are those of the outside', async () => {
  const { url } = await runServer({ baseUrl: 'https://quotes.example.org', web: await builtPages() })
  const answer = await fetch(url)
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
  expect(await answer.text()).toContain('https://quotes.example.org/')
})

test('a host that can be none is not written into pages', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const { request } = await import('node:http')
  const body = await new Promise<string>((resolve, reject) => {
    request(url, { headers: { host: 'a"><script>' } }, (answer) => {
      const parts: string[] = []
      answer.setEncoding('utf8').on('data', (part: string) => parts.push(part))
      answer.on('end', () => resolve(parts.join('')))
    })
      .on('error', reject)
      .end()
  })
  expect(body).not.toContain('<script>')
})

test('health says what to do when the file turns out to be damaged, and the server starts all the same', async () => {
  const first = await runServer()
  for (let n = 0; n < 20; n += 1) await clientOf(first.url, first.token).batch.put.mutate(batch)
  const { database } = first.paths
  await first.close()
  const bytes = await readFile(database)
  // The pages of an index that no start reads.
  const index = bytes.indexOf('harbour', 40 * 4096)
  bytes.fill(
    0x5a,
    Math.max(40, Math.floor(index / 4096) - 4) * 4096,
    Math.max(44, Math.floor(index / 4096) + 4) * 4096,
  )
  await writeFile(database, bytes)
  const { url, lines } = await runServer({ data: first.data })
  await expect.poll(async () => (await fetch(`${url}/health`)).status, { timeout: 20_000 }).toBe(503)
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
    message: expect.stringMatching(/is damaged\..*onrecord export.*onrecord import/),
  })
  expect(lines.join('')).toContain('is damaged')
}, 30_000)

test('the other methods are refused with those that are answered', async () => {
  const { url } = await runServer()
  for (const method of ['POST', 'OPTIONS', 'DELETE']) {
    const answer = await fetch(`${url}/search.json`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('what nothing answers is a JSON error in the one shape', async () => {
  const { url } = await runServer()
  const answer = await fetch(`${url}/quotes`, { method: 'POST' })
  expect(answer.status).toBe(405)
  expect(await answer.json()).toEqual({
    error: {
      code: 'invalid',
      message: 'POST is not answered at this address. Use GET.',
      details: { allowed: ['GET', 'HEAD'] },
    },
  })
})

test('too many requests are refused with the time to wait, in the shape of each side', async () => {
  const { url, token } = await runServer({ rateLimit: '3' })
  for (let n = 0; n < 3; n += 1) expect((await fetch(`${url}/search.json`)).status).toBe(200)
  const answer = await fetch(`${url}/search.json`)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await answer.json()).toMatchObject({ error: { code: 'rateLimited', details: { perMinute: 3 } } })
  await expect(clientOf(url).meta.get.query()).rejects.toMatchObject({
    data: { domain: { code: 'rateLimited' }, httpStatus: 429 },
  })
  await expect(clientOf(url, token).meta.get.query()).resolves.toMatchObject({ name: 'Onrecord' })
  expect((await fetch(`${url}/health`)).status).toBe(200)
})

test('the log has a line a request, without what was searched, without tokens', async () => {
  const { url, token, lines } = await runServer()
  await fetch(`${url}/search.json?q=ferryfares`)
  await clientOf(url).search.suggest.query({ words: 'ferryfares' })
  await clientOf(url, token).batch.known.query({ key: 'id:ferryfares', fingerprint: null })
  await expect(
    clientOf(url, 'onr_wrong-token-of-some-length').batch.known.query({
      key: 'id:ferryfares',
      fingerprint: null,
    }),
  ).rejects.toThrow('token')
  await expect.poll(() => lines.filter((line) => line.includes('"msg":"request"')).length).toBe(4)
  const log = lines.join('')
  expect(log).not.toContain('ferryfares')
  expect(log).not.toContain(token)
  expect(log).not.toContain('onr_wrong')
  const requests = lines.map((line): unknown => JSON.parse(line))
  expect(requests).toContainEqual(
    expect.objectContaining({ path: '/search.json', status: 200, code: null, ms: expect.any(Number) }),
  )
  expect(requests).toContainEqual(
    expect.objectContaining({ procedure: 'batch.known', status: 401, code: 'unauthenticated' }),
  )
})

test('long answers are compressed for those who take it', async () => {
  const { url } = await runServer()
  const answer = await fetch(`${url}/search.json?q=${'word+'.repeat(500)}`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('vary')).toContain('accept-encoding')
  expect(await answer.json()).toMatchObject({ kind: 'search' })
})
