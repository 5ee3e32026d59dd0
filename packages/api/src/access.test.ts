import { createHash, randomBytes } from 'node:crypto'
import { createServices, mayDo } from '@onrecord/core'
import type { Action, Actor } from '@onrecord/core'
import { memoryStore } from '@onrecord/core/testing'
import { Batch } from '@onrecord/schema'
import { examples } from '@onrecord/schema/examples'
import { callTRPCProcedure, TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import { appRouter, createCaller } from './app-router.ts'
import { CallError, callQuery } from './call-query.ts'

const batch = Batch.parse(examples.batch[0])
const filters = { q: '', speaker: [], source: [], kind: [], status: [], from: null, to: null, sort: 'new' }
const page = { limit: 20, cursor: null }
const ulid = '01h0000000000000000000000a'

/** The access table: every procedure, the action it names, and an input that parses. */
const table: Readonly<Record<string, { action: Action; input: unknown }>> = {
  'meta.get': { action: 'meta:read', input: undefined },
  'search.page': { action: 'quote:read', input: { query: filters, page } },
  'search.facets': { action: 'quote:read', input: { query: filters } },
  'search.suggest': { action: 'quote:read', input: { words: 'ana' } },
  'speaker.get': { action: 'speaker:read', input: { slug: 'ana-vidal-roche' } },
  'quote.get': { action: 'quote:read', input: { id: `quo_${ulid}` } },
  'source.get': { action: 'source:read', input: { id: `src_${ulid}`, revision: null } },
  'source.list': { action: 'source:read', input: { page } },
  'statistic.list': {
    action: 'statistic:read',
    input: { query: { q: '', speaker: [], source: [], status: [] }, page },
  },
  'statistic.get': { action: 'statistic:read', input: { id: `sta_${ulid}` } },
  'batch.known': { action: 'batch:put', input: { key: 'id:invented', fingerprint: null } },
  'batch.put': { action: 'batch:put', input: batch },
}

const actors: Readonly<Record<string, Actor>> = {
  'a stranger': { kind: 'anonymous' },
  'a reader': { kind: 'user', userId: `usr_${ulid}`, role: 'reader', name: 'Invented Reader' },
  'an editor': { kind: 'user', userId: `usr_${ulid}`, role: 'editor', name: 'Invented Editor' },
  'a token to put batches': token('editor', ['batch:put']),
  'a token of another scope': token('editor', ['quote:decide']),
  'a reader’s token that names the scope': token('reader', ['batch:put']),
}

function token(role: 'reader' | 'editor', scope: readonly Action[]): Actor {
  return { kind: 'token', userId: null, role, tokenId: `tok_${ulid}`, scope, name: 'invented' }
}

function contextOf(actor: Actor) {
  const services = createServices({
    store: memoryStore(),
    clock: () => '2026-03-12T09:14:00.000Z',
    newId: (prefix) => `${prefix}_${digits(randomBytes(26))}`,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  })
  return { actor, services, reference: 'the-reference' }
}

function digits(bytes: Buffer): string {
  const signs = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from(bytes, (byte, index) => signs[byte % (index === 0 ? 8 : 32)]).join('')
}

/** The code a call is refused with; null: it is answered. */
async function refusal(path: string, input: unknown, actor: Actor): Promise<string | null> {
  const ctx = contextOf(actor)
  const type = path === 'batch.put' ? 'mutation' : 'query'
  const getRawInput = async () => input
  try {
    await callTRPCProcedure({
      router: appRouter,
      path,
      getRawInput,
      ctx,
      type,
      signal: undefined,
      batchIndex: 0,
    })
    return null
  } catch (error) {
    return error instanceof TRPCError ? error.code : String(error)
  }
}

describe('the access table', () => {
  const {
    _def: { procedures },
  } = appRouter
  const paths = Object.keys(procedures)

  test('has a row for every procedure, and none for one that is gone', () => {
    expect(Object.keys(table).toSorted((a, b) => a.localeCompare(b))).toEqual(
      paths.toSorted((a, b) => a.localeCompare(b)),
    )
  })

  const cases = Object.entries(table).flatMap(([path, { action, input }]) =>
    Object.entries(actors).map(([who, actor]) => ({ path, action, input, who, actor })),
  )

  test.each(cases)('$path for $who', async ({ path, action, input, actor }) => {
    const refused = await refusal(path, input, actor)
    const unread = await refusal(path, { surprise: true }, actor)
    const code = actor.kind === 'anonymous' ? 'UNAUTHORIZED' : 'FORBIDDEN'
    const allowed = mayDo(actor, action)
    expect(allowed ? [null, 'NOT_FOUND'] : [code]).toContain(refused)
    // Refused before anybody looks at what was sent.
    expect(unread).toBe(allowed ? (path === 'meta.get' ? null : 'BAD_REQUEST') : code)
  })

  test('lets in to every procedure somebody, and to batches not everybody', () => {
    expect(cases.some(({ actor, action }) => !mayDo(actor, action))).toBe(true)
    for (const path of paths)
      expect(cases.some((row) => row.path === path && mayDo(row.actor, row.action))).toBe(true)
  })
})

describe('errors', () => {
  const failure = async (path: string, input: unknown, context = contextOf({ kind: 'anonymous' })) => {
    try {
      await callQuery(context, new AbortController().signal)(path, input)
    } catch (error) {
      if (error instanceof CallError) return error
      throw error
    }
    throw new Error('The call was answered.')
  }

  test('carry the code and details of the domain', async () => {
    const error = await failure('speaker.get', { slug: 'nobody' })
    expect(error.data).toMatchObject({ httpStatus: 404, domain: { code: 'notFound' }, reference: null })
    expect(error.message).toBe(error.data.domain?.message)
  })

  test('name the fields of an input that does not fit', async () => {
    const error = await failure('search.page', { query: { ...filters, kind: ['spoken'] }, page })
    expect(error.data.domain).toMatchObject({
      code: 'invalid',
      details: { issues: [expect.objectContaining({ path: 'query.kind.0' })], more: 0 },
    })
  })

  test('of a defect tell a reference and nothing else', async () => {
    const context = contextOf({ kind: 'anonymous' })
    const broken = {
      ...context,
      services: {
        ...context.services,
        quote: {
          ...context.services.quote,
          get: async () => {
            throw new Error('a secret of the server')
          },
        },
      },
    }
    const error = await failure('quote.get', { id: `quo_${ulid}` }, broken)
    expect(error.data).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      httpStatus: 500,
      path: 'quote.get',
      domain: null,
      reference: 'the-reference',
    })
    expect(JSON.stringify([error.message, error.data])).not.toContain('secret')
    expect(error.message).toContain('the-reference')
  })

  test('of a procedure that does not exist, or that is no query', async () => {
    expect((await failure('quote.burn', undefined)).data.domain).toMatchObject({ code: 'notFound' })
    expect((await failure('batch.put', batch)).data.domain?.code).toBe('notFound')
  })
})

test('a caller in the same process passes the same gate', async () => {
  const caller = createCaller(contextOf({ kind: 'anonymous' }))
  await expect(caller.batch.known({ key: 'id:invented', fingerprint: null })).rejects.toMatchObject({
    code: 'UNAUTHORIZED',
  })
  expect(await caller.source.list({ page: { limit: 20, cursor: null } })).toEqual({ items: [], next: null })
})
