import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtPages, runServer } from './testing/running-server.ts'

test('a page is rendered with what the services answer, and only its own nonce may run', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const answer = await fetch(`${url}/about?x=1`)
  const html = await answer.text()
  expect(html).toContain(`${url}/about?x=1 0`)
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1]
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
  for (const part of [
    "default-src 'none'",
    "style-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(part)
  expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*/)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')

  const again = await (await fetch(`${url}/about?x=1`)).text()
  expect(again).not.toContain(`nonce="${nonce}"`)
})

test('an address that ends in a slash leads to the one without, never to another server', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const at = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { redirect: 'manual' })
    return [answer.status, answer.headers.get('location')]
  }
  expect(await at('/statistics/?q=a%20b')).toEqual([301, '/statistics?q=a%20b'])
  expect(await at('/speakers/ana-vidal/')).toEqual([301, '/speakers/ana-vidal'])
  expect((await at('//other.example/'))[1]).toBeNull()
  expect(await at('/')).toEqual([200, null])
})

test('an address of data that does not exist is a JSON error', async () => {
  const { url } = await runServer({ web: await builtPages() })
  for (const path of ['/nope.json', '/deep/nope.csv', '/nope.jsonld?q=1']) {
    const answer = await fetch(`${url}${path}`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      error: { code: 'notFound', message: 'There is nothing at this address.', details: {} },
    })
  }
})

test('the icon that browsers ask for unasked is none where the build has none, else the one it has', async () => {
  const web = await builtPages()
  const bare = await runServer({ web })
  expect((await fetch(`${bare.url}/favicon.ico`)).status).toBe(204)
  await writeFile(join(web, 'client', 'assets', 'icon-3fa9c1d2.svg'), '<svg/>')
  const { url } = await runServer({ web })
  const answer = await fetch(`${url}/favicon.ico`, { redirect: 'manual' })
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/assets/icon-3fa9c1d2.svg'])
})

test('a page decides on its status and where it leads', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const moved = await fetch(`${url}/moved`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/'])
})

test('a page that calls in vain gets the error as the client would', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const answer = await fetch(`${url}/missing`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ domain: { code: 'notFound' }, reference: null })
})

test('a page that fails tells a reference and nothing else; the log has the rest', async () => {
  const { url, lines } = await runServer({ web: await builtPages() })
  const answer = await fetch(`${url}/broken`)
  const html = await answer.text()
  const reference = answer.headers.get('x-request-id') ?? 'none'
  expect(answer.status).toBe(500)
  expect(html).toContain(reference)
  expect(html).not.toContain('secret')
  expect(
    lines.filter((line) => line.includes(reference) && line.includes('a fault with a secret in it')),
  ).toHaveLength(1)
})

test('files whose name holds their hash are kept for good, compressed, and others asked about again', async () => {
  const { url } = await runServer({ web: await builtPages() })
  const hashed = await fetch(`${url}/assets/entry-3fa9c1d2.js`, { headers: { 'accept-encoding': 'br' } })
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(hashed.headers.get('content-encoding')).toBe('br')
  expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await hashed.text()).toContain('quote quote')
  const plain = await fetch(`${url}/robots.txt`)
  expect(plain.headers.get('cache-control')).toBe('public, no-cache')
  const etag = plain.headers.get('etag') ?? ''
  expect((await fetch(`${url}/robots.txt`, { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test('no path leads out of the build', async () => {
  const { url } = await runServer({ web: await builtPages() })
  for (const path of [
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%2fserver/entry-server.js',
  ])
    expect(await (await fetch(`${url}${path}`)).text()).not.toMatch(/"type":"module"|renderPage/)
})

test('without a build a plain page says what to run, and the data is there', async () => {
  const { url } = await runServer()
  const answer = await fetch(url)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('pnpm build')
  expect((await fetch(`${url}/search.json`)).status).toBe(200)
})
