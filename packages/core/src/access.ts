import type { By, TokenId, UserId } from '@onrecord/schema'
import { DomainError } from './error.ts'

export const roles = ['reader', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** The whole table of who may do what: the least role that may. */
const least = {
  'meta:read': 'reader',
  'quote:read': 'reader',
  'speaker:read': 'reader',
  'source:read': 'reader',
  'statistic:read': 'reader',
  'batch:put': 'editor',
  'quote:decide': 'editor',
  'speaker:judge': 'editor',
  'record:import': 'admin',
  'record:export': 'reader',
  'sample:change': 'admin',
} as const satisfies Record<string, Role>
export type Action = keyof typeof least
export const actions: readonly Action[] = Object.keys(least).filter((name): name is Action => name in least)

export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'user'; userId: UserId; role: Role; name: string }
  | {
      kind: 'token'
      userId: UserId | null
      role: Role
      tokenId: TokenId
      scope: readonly Action[]
      name: string
    }
  | { kind: 'system'; task: string }

const permitted: unique symbol = Symbol('permitted')

/** Proof that an actor may do an action; only `permit` makes one, and `Store.commit` asks for it. */
export type Permit<A extends Action = Action> = {
  readonly actor: Actor
  readonly action: A
  readonly [permitted]: true
}

/** Throws `unauthenticated` for a stranger, `forbidden` for somebody known whose role or scope falls short. */
export function permit<A extends Action>(actor: Actor, action: A): Permit<A> {
  if (mayDo(actor, action)) return { actor, action, [permitted]: true }
  if (actor.kind === 'anonymous')
    throw new DomainError('unauthenticated', `Sign in or send a token: ${action} is not open to everyone.`, {
      action,
    })
  throw new DomainError(
    'forbidden',
    `This needs the role ${least[action]}${actor.kind === 'token' ? ` and a token whose scope has ${action}` : ''}.`,
    { action, role: least[action] },
  )
}

export function mayDo(actor: Actor, action: Action): boolean {
  const needed = roles.indexOf(least[action])
  switch (actor.kind) {
    case 'system':
      return true
    case 'anonymous':
      return needed === 0
    case 'user':
      return roles.indexOf(actor.role) >= needed
    case 'token':
      return needed === 0 || (roles.indexOf(actor.role) >= needed && actor.scope.includes(action))
    default:
      return actor satisfies never
  }
}

/** Who acted, as it is kept with what they did. Nobody anonymous may change anything, so there is no such actor here. */
export function byOf(actor: Actor): By {
  switch (actor.kind) {
    case 'user':
      return { kind: 'user', id: actor.userId, name: actor.name }
    case 'token':
      return { kind: 'token', id: actor.tokenId, name: actor.name }
    case 'system':
      return { kind: 'system', id: null, name: actor.task }
    case 'anonymous':
      throw new DomainError(
        'unauthenticated',
        'Sign in or send a token: only somebody known may change anything.',
      )
    default:
      return actor satisfies never
  }
}
