import { createHash } from 'node:crypto'
import { DomainError } from '@onrecord/core'
import type { Actor } from '@onrecord/core'
import { TokenId } from '@onrecord/schema'
import { sameToken } from './ingest-token.ts'

/** Who sends a request: nobody known without an authorization header. Throws `unauthenticated` for a header with no valid token. */
export function actorOf(authorization: string | undefined, token: string): Actor {
  if (authorization === undefined) return { kind: 'anonymous' }
  const sent = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
  if (sent === undefined)
    throw new DomainError('unauthenticated', 'Send the token as “Authorization: Bearer …”.')
  if (!sameToken(sent, token))
    throw new DomainError(
      'unauthenticated',
      'That token is not this server’s. The right one stands in the file ingest-token of its data folder.',
    )
  return ingester(token)
}

/** The holder of the ingest token: may put batches, and read as everybody may. */
export function ingester(token: string): Actor {
  return {
    kind: 'token',
    userId: null,
    role: 'editor',
    tokenId: tokenId(token),
    scope: ['batch:put'],
    name: 'ingest token',
  }
}

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** An id that tells tokens apart in the audit and gives none away: from the digest, so it is the same at every start. */
function tokenId(token: string): TokenId {
  const digest = createHash('sha256').update(`id of ${token}`).digest()
  const digits = Array.from(digest.subarray(0, 26), (byte, index) => DIGITS[byte % (index === 0 ? 8 : 32)])
  return TokenId.parse(`tok_${digits.join('')}`)
}
