import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { guardAddress, isPublicAddress } from './address-guard.ts'
import { createFetch } from './fetch.ts'
import { serve } from './testing/serve.ts'

let close: () => Promise<void> = async () => undefined
afterEach(() => close())

const retrying = { policy: { attempts: 3, baseMs: 1, maxMs: 5 } }
const open = createFetch({ allowPrivate: true, retrying })
const limits = { maxBytes: 1000 }

async function site(answer: Parameters<typeof serve>[0]): Promise<string> {
  const server = await serve(answer)
  close = server.close
  return server.url
}

describe('address guard', () => {
  test.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.8',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '::127.0.0.1',
    'no address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '1.1.1.1',
    '93.184.215.14',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test('an IPv4 address wrapped in IPv6 is judged as itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address))
      }),
    )
  })

  test.each([
    ['http://localhost/', 'forbidden'],
    ['http://127.0.0.1/', 'forbidden'],
    ['http://2130706433/', 'forbidden'],
    ['http://0x7f.1/', 'forbidden'],
    ['http://[::1]/', 'forbidden'],
    ['http://[::ffff:127.0.0.1]/', 'forbidden'],
    ['http://1.1.1.1:8080/', 'forbidden'],
    ['http://user:pass@1.1.1.1/', 'invalid'],
    ['file:///etc/hosts', 'invalid'],
  ])('%s is refused', async (address, code) => {
    await expect(guardAddress(new URL(address))).rejects.toMatchObject({ code })
  })

  test('a name with one private address among its public ones is refused', async () => {
    const resolve = async () => [
      { address: '1.1.1.1', family: 4 as const },
      { address: '10.0.0.1', family: 4 as const },
    ]
    await expect(guardAddress(new URL('http://twofaced.example/'), { resolve })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

test('a page is read with its type and the address it ended at', async () => {
  const url = await site((request, response) => {
    if (request.url === '/a') return response.writeHead(302, { location: '/b.html' }).end()
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(gzipSync('<p>Words.</p>'))
  })
  const fetched = await open(`${url}/a#part`, limits)
  expect(fetched).toMatchObject({
    requestedUrl: `${url}/a`,
    finalUrl: `${url}/b.html`,
    httpStatus: 200,
    contentType: 'text/html; charset=utf-8',
    ending: 'html',
    method: 'fetch',
  })
  expect(new TextDecoder().decode(fetched.bytes)).toBe('<p>Words.</p>')
})

test('the server of this machine is not asked unless it is allowed', async () => {
  let asked = 0
  const url = await site((_, response) => {
    asked++
    response.end('secret')
  })
  await expect(createFetch()(url, limits)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    createFetch({ resolve: async () => [{ address: '127.0.0.1', family: 4 }] })(
      'http://inside.example/',
      limits,
    ),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(asked).toBe(0)
})

test('a redirect is checked as the address it came from', async () => {
  const url = await site((_, response) => response.writeHead(302, { location: 'file:///etc/hosts' }).end())
  await expect(open(url, limits)).rejects.toMatchObject({ code: 'invalid' })
  await close()
  const round = await site((_, response) => response.writeHead(302, { location: '/again' }).end())
  await expect(open(round, limits)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('more than 5 times'),
  })
})

test('the name is connected to at the address that was checked, whatever it says later', async () => {
  const url = await site((request, response) => response.end(request.headers.host))
  let asked = 0
  const resolve = async () => {
    asked++
    return [{ address: asked === 1 ? '127.0.0.1' : '10.255.255.1', family: 4 as const }]
  }
  const fetched = await createFetch({ allowPrivate: true, resolve, retrying })(
    `http://pinned.example:${new URL(url).port}/`,
    limits,
  )
  expect(new TextDecoder().decode(fetched.bytes)).toMatch(/^pinned\.example/u)
  expect(asked).toBe(1)
})

test('too many bytes are refused, declared, streamed or unpacked', async () => {
  const url = await site((request, response) => {
    if (request.url === '/declared')
      return response.writeHead(200, { 'content-length': '5000' }).end('x'.repeat(5000))
    if (request.url === '/packed')
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(100_000)))
    response.write('x'.repeat(3000))
    return response.end('x'.repeat(3000))
  })
  for (const path of ['/declared', '/packed', '/streamed'])
    await expect(open(url + path, limits)).rejects.toMatchObject({ code: 'tooLarge' })
})

test('what may pass is tried again, what is final is not', async () => {
  const seen: Record<string, number> = {}
  const url = await site((request, response) => {
    const path = request.url ?? ''
    seen[path] = (seen[path] ?? 0) + 1
    if (path === '/busy' && seen[path] < 3) return response.writeHead(503, { 'retry-after': '0' }).end()
    if (path === '/cut' && seen[path] < 2) return request.socket.destroy()
    return response.writeHead(path === '/gone' ? 410 : path === '/shut' ? 403 : 200).end('Words.')
  })
  await open(`${url}/busy`, limits)
  await open(`${url}/cut`, limits)
  await expect(open(`${url}/gone`, limits)).rejects.toMatchObject({
    code: 'gone',
    message: expect.stringContaining('The site answered 410.'),
  })
  await expect(open(`${url}/shut`, limits)).rejects.toMatchObject({ code: 'forbidden' })
  expect(seen).toEqual({ '/busy': 3, '/cut': 2, '/gone': 1, '/shut': 1 })
})

test('a site that says nothing is given up', async () => {
  const url = await site(() => undefined)
  const hasty = createFetch({
    allowPrivate: true,
    retrying: { policy: { attempts: 1, baseMs: 1, maxMs: 1 } },
    limits: { timeoutMs: 50, redirects: 5 },
  })
  await expect(hasty(url, limits)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('did not answer'),
  })
})
