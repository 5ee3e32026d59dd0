import { expect, test } from 'vitest'
import { actions, byOf, mayDo, permit } from './access.ts'
import type { Actor } from './access.ts'
import { DomainError } from './error.ts'

const editor: Actor = { kind: 'user', userId: 'usr_00000000000000000000000001', role: 'editor', name: 'Ines' }
const token: Actor = {
  kind: 'token',
  userId: null,
  role: 'editor',
  tokenId: 'tok_00000000000000000000000001',
  scope: ['batch:put'],
  name: 'ingest',
}

test('roles add up, and a token may do what its role and its scope allow', () => {
  expect(actions.filter((action) => mayDo({ kind: 'anonymous' }, action))).toEqual([
    'meta:read',
    'quote:read',
    'speaker:read',
    'source:read',
    'statistic:read',
    'record:export',
  ])
  expect(actions.filter((action) => mayDo(editor, action) && !mayDo({ kind: 'anonymous' }, action))).toEqual([
    'batch:put',
    'quote:decide',
    'speaker:judge',
  ])
  expect(actions.filter((action) => mayDo(token, action) && !mayDo({ kind: 'anonymous' }, action))).toEqual([
    'batch:put',
  ])
  expect(
    actions.every(
      (action) => mayDo({ ...editor, role: 'admin' }, action) && mayDo({ kind: 'system', task: 'x' }, action),
    ),
  ).toBe(true)
})

test('a refusal says whether to sign in or what is missing', () => {
  const codeOf = (actor: Actor) => {
    try {
      permit(actor, 'record:import')
      return null
    } catch (error) {
      return error instanceof DomainError ? error.code : error
    }
  }
  expect([
    codeOf({ kind: 'anonymous' }),
    codeOf(editor),
    codeOf(token),
    codeOf({ kind: 'system', task: 'x' }),
  ]).toEqual(['unauthenticated', 'forbidden', 'forbidden', null])
})

test('who acted is kept by id and name', () => {
  expect([byOf(editor), byOf(token), byOf({ kind: 'system', task: 'ingest' })]).toEqual([
    { kind: 'user', id: editor.userId, name: 'Ines' },
    { kind: 'token', id: token.tokenId, name: 'ingest' },
    { kind: 'system', id: null, name: 'ingest' },
  ])
})
