import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderFault, openDataFolder } from './data-folder.ts'

const parent = () => mkdtemp(join(tmpdir(), 'onrecord-data-'))

test('a data folder is made for its owner alone, parents too, and left empty', async () => {
  const folder = join(await parent(), 'deep', 'data')
  const paths = await openDataFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect(await readdir(folder)).toEqual([])
  expect(paths.database).toBe(join(folder, 'onrecord.db'))
})

test('a folder whose path leads through a file is refused with what to do', async () => {
  const file = join(await parent(), 'file')
  await writeFile(file, '')
  await expect(openDataFolder(join(file, 'data'))).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('--data'),
  })
})

test.each(['/proc/onrecord', '/proc/onrecord/deep'])(
  '%s, where nobody can make a folder, is refused',
  async (folder) => {
    await expect(openDataFolder(folder)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/cannot be written.*--data/),
    })
  },
)

test.each([
  ['ENOSPC', 'The disk is full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'You may not write there'],
])('%s says what to do', (code, words) => {
  const fault = folderFault('/quotes', Object.assign(new Error('failed'), { code }))
  expect(fault).toMatchObject({ code: 'unavailable', message: expect.stringContaining(words) })
})
