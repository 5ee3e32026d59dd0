import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const folder = new URL('../.cache/', import.meta.url)

test('the example of the README runs and finds what it says', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```ts\n(.*?)```/su.exec(readme)?.[1] ?? ''
  const file = new URL(`readme-${process.pid}.ts`, folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code)
  try {
    const example: unknown = await import(file.href)
    expect(example).toMatchObject({
      titles: ['Veldania’s jobless rate falls to 6.4% as tractor exports climb'],
    })
  } finally {
    await rm(file)
  }
})
