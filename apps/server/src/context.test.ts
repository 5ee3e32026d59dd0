import { TokenId } from '@onrecord/schema'
import { expect, test } from 'vitest'
import { actorOf, ingester } from './context.ts'

const token = 'onr_an-invented-token-of-enough-letters'

test('nobody known without a header', () => {
  expect(actorOf(undefined, token)).toEqual({ kind: 'anonymous' })
})

test('the holder of the token may put batches, and has the same id at every start', () => {
  expect(actorOf(`Bearer ${token}`, token)).toMatchObject({
    kind: 'token',
    role: 'editor',
    scope: ['batch:put'],
  })
  expect(ingester(token)).toEqual(ingester(token))
  const actor = ingester(token)
  expect(TokenId.safeParse(actor.kind === 'token' ? actor.tokenId : '').success).toBe(true)
})

test('the word Bearer is read in any case', () => {
  expect(actorOf(`bearer ${token}`, token).kind).toBe('token')
})

test.each([`Bearer ${token}x`, 'Bearer ', `Basic ${token}`, 'Bearer a b', ''])('refuses %j', (header) => {
  expect(() => actorOf(header, token)).toThrow(expect.objectContaining({ code: 'unauthenticated' }))
})

test('no refusal repeats what was sent', () => {
  expect(() => actorOf('Bearer secret-of-another-server', token)).not.toThrow(/secret-of-another-server/)
})
