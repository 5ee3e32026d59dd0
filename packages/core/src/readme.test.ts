import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const folder = new URL('../.cache/', import.meta.url)

test('the example of the README runs and finds what it says', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const code = /```ts\n(.*?)```/su.exec(readme)?.[1]
  expect(code).toBeDefined()
  const file = new URL(`readme-${process.pid}.ts`, folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code ?? '')
  try {
    const example: unknown = await import(file.href)
    expect(example).toMatchObject({
      found: [{ text: 'The fares stay,', speaker: 'Søren Vidal', marks: [{ start: 4, end: 8 }] }],
    })
  } finally {
    await rm(file)
  }
})

test('every file of the README is there', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const names = [...readme.matchAll(/`([a-z-]+\.ts)`/gu)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(20)
  for (const name of names)
    await expect(readFile(new URL(name, import.meta.url), 'utf8')).resolves.not.toBe('')
})
