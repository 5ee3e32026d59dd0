import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolder } from './testing/running-server.ts'

const folder = new URL('../.cache/', import.meta.url)

test('the example of the README runs and prints what it says', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```ts\n(.*?)```/su.exec(readme)?.[1] ?? ''
  const [, printed] = /console\.log\(.*\) \/\/ (.*)/.exec(code) ?? []
  const file = new URL(`readme-${process.pid}.ts`, folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code)
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(file)], {
      cwd: await temporaryFolder(),
      env: { PATH: process.env['PATH'] ?? '', ONRECORD_READERS: '0', ONRECORD_WEB: 'no-build' },
    })
    expect(stdout).toBe(`${printed}\n`)
  } finally {
    await rm(file)
  }
})
