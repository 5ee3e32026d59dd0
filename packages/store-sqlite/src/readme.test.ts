import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const folder = new URL('../.cache/', import.meta.url)
const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')

test('the example of the README runs and finds what it says', async () => {
  const code = /```ts\n(.*?)```/su.exec(readme)?.[1] ?? ''
  const file = new URL(`readme-${process.pid}.ts`, folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, code)
  try {
    const example: unknown = await import(file.href)
    expect(example).toMatchObject({
      found: [{ text: 'the fares stay', speaker: 'Søren Vidal', marks: [{ start: 4, end: 9 }] }],
    })
  } finally {
    await rm(file)
  }
})

test('every file of the README is there', async () => {
  const names = [...readme.matchAll(/`([a-z-]+\.ts)`/gu)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(20)
  for (const name of names)
    await expect(readFile(new URL(name, import.meta.url), 'utf8')).resolves.not.toBe('')
})
