import { lookup as resolve } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { DomainError } from '@onrecord/core'

export type Address = { address: string; family: 4 | 6 }
/** Every address a host name stands for. */
export type Resolve = (host: string) => Promise<readonly Address[]>

const reserved4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
] as const
const reserved6 = [
  '::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
] as const

/** Whether an IP address is one of the public internet: neither private, local, reserved nor one that wraps such a one. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split('%')[0] ?? ''
  const family = isIP(bare)
  if (family === 4) return !blockList().check(bare, 'ipv4')
  if (family !== 6) return false
  const inner = embedded4(bare)
  if (inner !== null) return !blockList().check(inner, 'ipv4')
  return !blockList().check(bare, 'ipv6')
}

/**
 * The addresses of a URL's host that may be connected to. Throws `invalid` for a URL that is not http(s), has a
 * password in it or another port than 80 and 443, `forbidden` where one of its addresses is not public,
 * `unavailable` where the name cannot be resolved. `allowPrivate` is for tests and for trusted networks.
 */
export async function guardAddress(
  url: URL,
  { resolve = resolveAll, allowPrivate = false }: { resolve?: Resolve; allowPrivate?: boolean } = {},
): Promise<readonly Address[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new DomainError('invalid', 'Only http:// and https:// addresses can be read.', { url: url.href })
  }
  if (url.username !== '' || url.password !== '') {
    throw new DomainError('invalid', 'An address with a name or password in it is not read. Leave them out.')
  }
  if (!allowPrivate && url.port !== '') {
    throw new DomainError('forbidden', `Port ${url.port} is not read; only 80 and 443 are.`, {
      url: url.href,
    })
  }
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const family = isIP(host)
  const addresses: readonly Address[] =
    family === 4 || family === 6 ? [{ address: host, family }] : await resolved(host, resolve)
  if (addresses.length === 0)
    throw new DomainError('unavailable', `${host} has no address. Check the spelling.`, { host })
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new DomainError(
      'forbidden',
      `${host} is not on the public internet, so it is not read. Save the page and give the file.`,
      { host },
    )
  }
  return addresses
}

async function resolved(host: string, resolve: Resolve): Promise<readonly Address[]> {
  try {
    return await resolve(host)
  } catch (error) {
    throw new DomainError(
      'unavailable',
      `${host} could not be found. Check the spelling and the network.`,
      { host },
      error,
    )
  }
}

async function resolveAll(host: string): Promise<readonly Address[]> {
  const found = await resolve(host, { all: true, verbatim: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

let blocked: BlockList | null = null

function blockList(): BlockList {
  if (blocked !== null) return blocked
  blocked = new BlockList()
  for (const [list, family] of [
    [reserved4, 'ipv4'],
    [reserved6, 'ipv6'],
  ] as const) {
    for (const range of list) {
      const [network = '', bits] = range.split('/')
      blocked.addSubnet(network, Number(bits), family)
    }
  }
  return blocked
}

/** The IPv4 address inside a mapped, NAT64 or 6to4 address; null for any other. */
function embedded4(address: string): string | null {
  const groups = groupsOf(address)
  if (groups === null) return null
  const [first = 0, second = 0, third = 0] = groups
  const startsWithZeroes = (count: number) => groups.slice(0, count).every((group) => group === 0)
  if (startsWithZeroes(5) && groups[5] === 0xffff) return dotted(groups[6], groups[7])
  if (first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0))
    return dotted(groups[6], groups[7])
  if (first === 0x2002) return dotted(second, third)
  return null
}

function groupsOf(address: string): number[] | null {
  // The URL parser writes any IPv6 address, also one with a dotted tail, in its one canonical form.
  const canonical = URL.parse(`http://[${address}]/`)?.hostname.replace(/^\[|\]$/gu, '')
  if (canonical === undefined) return null
  const [head = '', tail] = canonical.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...middle, ...right].map((group) => Number.parseInt(group, 16))
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
