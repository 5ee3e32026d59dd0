import { isIP } from 'node:net'
import { DomainError } from '@onrecord/core'
import { z } from 'zod'
import { nearest } from './nearest.ts'

const whole = (min: number, max: number) => {
  const rule = { error: `write a whole number from ${min} to ${max}` }
  return z
    .string()
    .regex(/^\d{1,15}$/, rule)
    .transform(Number)
    .pipe(z.int().min(min, rule).max(max, rule))
}

const origin = z
  .string()
  .refine(isOrigin, { error: 'write an http or https origin, such as https://quotes.example.org' })
const proxies = z.string().refine((text) => text === 'false' || text.split(',').every(isProxy), {
  error: 'write false, or addresses of proxies joined by commas, such as 10.0.0.1,192.168.0.0/16 or loopback',
})

const nameRule = { error: 'write 1 to 80 characters' }
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** Every setting as text, as the environment and the command line give it. */
export const Config = z.strictObject({
  data: z.string().min(1).default('data').describe('Folder of the database, the token and the lock'),
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 lets other machines in'),
  port: whole(0, 65_535)
    .nullable()
    .default(null)
    .describe('Port to listen on; unset: 4600, or a free one if that is taken; 0: any free one'),
  name: z
    .string()
    .trim()
    .min(1, nameRule)
    .max(80, nameRule)
    .default('Onrecord')
    .describe('Name of this database, shown to readers'),
  baseUrl: origin
    .transform((text) => new URL(text).origin)
    .nullable()
    .default(null)
    .describe('Public origin, where a proxy stands in front; unset: as the request says'),
  maxBatchBytes: whole(1_024, 1_073_741_824)
    .default(16_777_216)
    .describe('Most bytes of one batch that is ingested'),
  maxCandidates: whole(1, 1_000_000).default(20_000).describe('Most quotes and statistics of one batch'),
  rateLimit: whole(0, 1_000_000)
    .default(1_200)
    .describe('Requests a minute and address, those with a valid token not counted; 0: no limit'),
  logLevel: z
    .enum(levels, { error: `write ${levels.join(', ')}` })
    .default('info')
    .describe('Least level that is logged'),
  web: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe('Folder of the built web client; unset: the one beside this program'),
  readers: whole(0, 64).default(2).describe('Threads that read the database; 0: none beside the writing one'),
  trustProxy: proxies
    .transform((text) => (text === 'false' ? false : text))
    .default(false)
    .describe('Proxies whose X-Forwarded headers are believed: false, or addresses joined by commas'),
})
export type Config = z.infer<typeof Config>
export type SettingKey = keyof Config

/** Settings as the command line gives them: text by key, `undefined` where none was given. */
export type Overrides = { readonly [K in SettingKey]?: string | undefined }
export type Environment = { readonly [name: string]: string | undefined }

/** Names that begin ONRECORD_ and are read elsewhere: by ingestion and by the browser tests. */
export const otherNames = ['ONRECORD_SERVER', 'ONRECORD_TOKEN', 'ONRECORD_CHROMIUM'] as const

export type Setting = { key: SettingKey; name: string; default: string; description: string }

/** The settings with their names in the environment, in the order of the schema. */
export const settings: readonly Setting[] = keysOf(Config.shape).map((key) => ({
  key,
  name: nameOf(key),
  default: String(Config.parse({})[key] ?? 'unset'),
  description: Config.shape[key].description ?? '',
}))

/**
 * The configuration from the environment, `overrides` first; an empty value counts as unset.
 * Throws `invalid` with one line for each fault: a value that does not fit, a name beginning ONRECORD_ that no
 * setting has.
 */
export function parseConfig(env: Environment, overrides: Overrides = {}): Config {
  const known = new Map(settings.map(({ key, name }) => [name, key]))
  const names: readonly string[] = [...known.keys(), ...otherNames]
  const unknown = Object.keys(env)
    .filter((name) => name.startsWith('ONRECORD_') && !names.includes(name))
    .map((name) => `${name} is no setting; did you mean ${nearest(name, names)}?`)

  const given = settings.flatMap(({ key, name }) => {
    const value = overrides[key] ?? env[name]
    return value === undefined || value === '' ? [] : [[key, value]]
  })
  const parsed = Config.safeParse(Object.fromEntries(given))
  const faults = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => {
        const setting = settings.find(({ key }) => key === path[0])
        if (setting === undefined) return message
        const named = overrides[setting.key] === undefined ? setting.name : `--${kebab(setting.key)}`
        return `${named} is ${JSON.stringify(overrides[setting.key] ?? env[setting.name])}: ${message}.`
      })

  const problems = [...unknown, ...faults]
  if (!parsed.success || problems.length > 0)
    throw new DomainError('invalid', problems.join('\n'), { problems })
  return parsed.data
}

function keysOf<T extends object>(shape: T): readonly (keyof T & string)[] {
  return Object.keys(shape).filter((key): key is keyof T & string => key in shape)
}

function nameOf(key: string): string {
  return `ONRECORD_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname, search, hash, username } = new URL(text)
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === ''
}

function isProxy(text: string): boolean {
  const name = text.trim()
  if (['loopback', 'linklocal', 'uniquelocal'].includes(name)) return true
  const [address = '', bits] = name.split('/')
  const version = isIP(address)
  if (version === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
