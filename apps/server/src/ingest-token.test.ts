import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readOrMakeToken, readToken, sameToken } from './ingest-token.ts'

const folder = () => mkdtemp(join(tmpdir(), 'onrecord-token-'))

test('the first start makes a token for its owner alone, the next one finds it', async () => {
  const file = join(await folder(), 'ingest-token')
  const token = await readOrMakeToken(file)
  expect(token).toMatch(/^onr_[\w-]{43}$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readOrMakeToken(file)).toBe(token)
  expect(await readFile(file, 'utf8')).toBe(`${token}\n`)
})

test('two starts at once agree on one token and leave nothing else behind', async () => {
  const at = await folder()
  const [one, other] = await Promise.all([
    readOrMakeToken(join(at, 'ingest-token')),
    readOrMakeToken(join(at, 'ingest-token')),
  ])
  expect(one).toBe(other)
  expect(await readdir(at)).toEqual(['ingest-token'])
})

test('where there is no file there is no token', async () => {
  expect(await readToken(join(await folder(), 'ingest-token'))).toBeNull()
})

test.each(['', 'short', 'two words in one line of the file'])(
  'a file that holds %j is refused',
  async (text) => {
    const file = join(await folder(), 'ingest-token')
    await writeFile(file, text)
    await expect(readOrMakeToken(file)).rejects.toMatchObject({ code: 'invalid' })
  },
)

test('tokens are compared whole', () => {
  expect(sameToken('onr_a', 'onr_a')).toBe(true)
  expect(sameToken('onr_a', 'onr_ab')).toBe(false)
  expect(sameToken('', 'onr_a')).toBe(false)
})
