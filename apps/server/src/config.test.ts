import { readFile } from 'node:fs/promises'
import { DomainError } from '@onrecord/core'
import { describe, expect, test } from 'vitest'
import { parseConfig, settings } from './config.ts'
import type { Environment, Overrides } from './config.ts'

const refusal = (env: Environment, overrides: Overrides = {}) => {
  try {
    parseConfig(env, overrides)
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, message: error.message }
    throw error
  }
  return null
}

describe('the configuration', () => {
  test('needs nothing set, and no secret', () => {
    expect(parseConfig({})).toMatchObject({ data: 'data', host: '127.0.0.1', port: null, baseUrl: null })
  })

  test('reads the environment, and the command line before it', () => {
    const config = parseConfig({ ONRECORD_PORT: '4700', ONRECORD_DATA: '/var/quotes' }, { port: '4800' })
    expect(config).toMatchObject({ port: 4800, data: '/var/quotes' })
  })

  test('takes an empty value as unset', () => {
    expect(parseConfig({ ONRECORD_PORT: '' }).port).toBeNull()
  })

  test('leaves alone what is not ours, and what other parts read', () => {
    const env = {
      PATH: '/bin',
      ONRECORD_CHROMIUM: '/usr/bin/chromium',
      ONRECORD_SERVER: 'http://a',
      ONRECORD_TOKEN: 'x',
    }
    expect(parseConfig(env)).toEqual(parseConfig({}))
  })

  test('refuses a name it does not know and suggests the nearest', () => {
    expect(refusal({ ONRECORD_PROT: '4700' })).toEqual({
      code: 'invalid',
      message: 'ONRECORD_PROT is no setting; did you mean ONRECORD_PORT?',
    })
  })

  test.each([
    ['ONRECORD_PORT', '70000'],
    ['ONRECORD_PORT', '0x10'],
    ['ONRECORD_PORT', '80.5'],
    ['ONRECORD_BASE_URL', 'quotes.example.org'],
    ['ONRECORD_BASE_URL', 'https://quotes.example.org/sub/path'],
    ['ONRECORD_MAX_BATCH_BYTES', '12'],
    ['ONRECORD_LOG_LEVEL', 'loud'],
    ['ONRECORD_TRUST_PROXY', 'true'],
    ['ONRECORD_TRUST_PROXY', '10.0.0.0/99'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(refusal({ [name]: value })?.message).toContain(`${name} is "${value}": `)
  })

  test('names an option of the command line as it was typed', () => {
    expect(refusal({}, { logLevel: 'loud' })?.message).toContain('--log-level is "loud": ')
  })

  test.each([
    [{ port: '99999' }, '--port is "99999": write a whole number from 0 to 65535.'],
    [{ readers: '65' }, '--readers is "65": write a whole number from 0 to 64.'],
    [{ name: ' ' }, '--name is " ": write 1 to 80 characters.'],
    [{ name: 'x'.repeat(81) }, `--name is "${'x'.repeat(81)}": write 1 to 80 characters.`],
    [{ logLevel: 'loud' }, '--log-level is "loud": write trace, debug, info, warn, error, fatal, silent.'],
  ])('says what may be written: %j', (overrides, message) => {
    expect(refusal({}, overrides)?.message).toBe(message)
  })

  test('tells every fault at once', () => {
    expect(
      refusal({ ONRECORD_PORT: 'x', ONRECORD_READERS: '-1', ONRECORD_HOTS: 'a' })?.message.split('\n'),
    ).toHaveLength(3)
  })

  test('takes proxies as addresses, ranges and names', () => {
    expect(parseConfig({ ONRECORD_TRUST_PROXY: '10.0.0.1, fd00::/8,loopback' }).trustProxy).toBe(
      '10.0.0.1, fd00::/8,loopback',
    )
  })
})

describe('the README', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')

  test.each(settings)('describes $name as the code does', ({ name, default: value, description }) => {
    expect(readme).toContain(`| \`${name}\` | \`${value}\` | ${description} |`)
  })

  test('describes no setting that is gone', () => {
    const named = [...readme.matchAll(/^\| `(ONRECORD_\w+)` \|/gm)].map(([, name]) => name)
    expect(named).toEqual(settings.map(({ name }) => name))
  })
})
