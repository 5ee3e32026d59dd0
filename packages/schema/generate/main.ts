import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonSchemas } from './json-schema.ts'

const folder = join(import.meta.dirname, '..', 'json')

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) await rm(join(folder, name))
for (const [name, schema] of Object.entries(jsonSchemas())) {
  await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
}
