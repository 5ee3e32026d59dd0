import type { JudgementId } from '@onrecord/schema'

export type IdPrefix =
  | 'src'
  | 'rev'
  | 'cit'
  | 'spk'
  | 'quo'
  | 'sta'
  | 'occ'
  | 'dec'
  | 'jdg'
  | 'aud'
  | 'usr'
  | 'tok'
/** Makes an id that was never made before: `newId('spk')` is a speaker's. ULIDs, in lower case, so that they sort by time. */
export type NewId = <P extends IdPrefix>(prefix: P) => `${P}_${string}`
/** SHA-256 of a text in UTF-8, 64 lower-case hexadecimal digits. */
export type Digest = (text: string) => string

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** The id of the judgement of a pair, the same whichever of the two is named first: 128 bits of their digest, shaped as a ULID. */
export function judgementIdOf(one: string, other: string, digest: Digest): JudgementId {
  const [left, right] = one < other ? [one, other] : [other, one]
  return `jdg_${ulidOf(BigInt(`0x${digest(`${left}\n${right}`).slice(0, 32)}`))}`
}

/** A 128-bit number as the 26 characters of a ULID. */
export function ulidOf(number: bigint): string {
  let rest = number
  let text = ''
  for (let place = 0; place < 26; place++) {
    text = CROCKFORD.charAt(Number(rest & 31n)) + text
    rest >>= 5n
  }
  return text
}
