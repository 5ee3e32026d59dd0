import { SCHEMA_VERSION } from '@onrecord/schema'
import { afterEach, expect, test } from 'vitest'
import { sampleBatch } from './testing/sink-contract.ts'
import { serve } from './testing/serve.ts'
import { trpcSink } from './trpc-sink.ts'

const overview = { quotes: 0, speakers: 0, sources: 0, outlets: 0, statistics: 0 }
const meta = {
  name: 'Test',
  schemaVersion: SCHEMA_VERSION,
  limits: { batchBytes: 1_000_000, candidates: 1000 },
  overview,
}
const policy = { attempts: 4, baseMs: 1, maxMs: 20 }

let close: () => Promise<void> = async () => undefined
afterEach(() => close())

type Answer = { status?: number; headers?: Record<string, string>; result?: unknown; error?: unknown }

/** A server that gives scripted answers to one procedure and `meta` to the one that asks for it. */
async function scripted(
  answers: Answer[],
  view: unknown = meta,
): Promise<{ url: string; asked: string[]; tokens: (string | undefined)[] }> {
  const asked: string[] = []
  const tokens: (string | undefined)[] = []
  const server = await serve((request, response) => {
    const procedure = new URL(request.url ?? '', 'http://local').pathname.slice('/trpc/'.length)
    const answer = procedure === 'meta.get' ? { result: view } : (answers.shift() ?? {})
    if (procedure !== 'meta.get') asked.push(procedure)
    tokens.push(request.headers.authorization)
    if (answer.status === -1) return request.socket.destroy()
    const { status = 200, headers = {}, error } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    return response.end(
      JSON.stringify(error === undefined ? { result: { data: answer.result ?? null } } : { error }),
    )
  })
  close = server.close
  return { url: server.url, asked, tokens }
}

test('a broken connection, 429 and 503 are tried again with the same call', async () => {
  const { url, asked, tokens } = await scripted([
    { status: -1 },
    { status: 503 },
    { status: 429, headers: { 'retry-after': '0' } },
    { result: null },
  ])
  const waits: string[] = []
  const sink = trpcSink({ url, token: 'secret', policy, onWait: ({ reason }) => waits.push(reason) })
  expect(await sink.known({ key: 'id:a', fingerprint: null })).toBeNull()
  expect(asked).toEqual(['batch.known', 'batch.known', 'batch.known', 'batch.known'])
  expect(waits.slice(1)).toEqual(['The server answered 503.', 'The server answered 429.'])
  expect(new Set(tokens)).toEqual(new Set(['Bearer secret']))
})

test('a refusal is never tried again, and comes back as the error it was', async () => {
  const data = {
    code: 'BAD_REQUEST',
    httpStatus: 400,
    domain: { code: 'invalid', details: { fault: 'the key' } },
  }
  const { url, asked } = await scripted([
    { status: 400, error: { message: 'The key is wrong.', code: -32600, data } },
  ])
  await expect(trpcSink({ url, token: null, policy }).put(sampleBatch())).rejects.toMatchObject({
    name: 'DomainError',
    code: 'invalid',
    message: 'The key is wrong.',
    details: { fault: 'the key' },
  })
  expect(asked).toEqual(['batch.put'])
})

test('where no server answers, or another one does, it says so', async () => {
  const { url } = await scripted([])
  await close()
  close = async () => undefined
  await expect(
    trpcSink({ url, token: null, policy }).known({ key: 'id:a', fingerprint: null }),
  ).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining(`No Onrecord server answers at ${url}`),
  })
  const other = await serve((_, response) => response.end('<html>'))
  close = other.close
  await expect(
    trpcSink({ url: other.url, token: null, policy }).known({ key: 'id:a', fingerprint: null }),
  ).rejects.toMatchObject({ code: 'unavailable' })
})

test('another major version of the schema stops it before anything is sent', async () => {
  const { url, asked } = await scripted([], { ...meta, schemaVersion: '9.0.0' })
  await expect(trpcSink({ url, token: null, policy }).put(sampleBatch())).rejects.toMatchObject({
    code: 'conflict',
    message: `The server speaks schema 9.0.0, this program ${SCHEMA_VERSION}. Update this program.`,
  })
  expect(asked).toEqual([])
})

test('a batch over the limits of the server is not sent', async () => {
  const { url, asked } = await scripted([], { ...meta, limits: { batchBytes: 100, candidates: 1000 } })
  await expect(trpcSink({ url, token: null, policy }).put(sampleBatch())).rejects.toMatchObject({
    code: 'tooLarge',
  })
  expect(asked).toEqual([])
})
