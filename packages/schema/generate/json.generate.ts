import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SCHEMA_VERSION } from '../src/records.ts'
import { jsonSchemas } from './json-schema.ts'
import { sample } from './sample.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'json')

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder)) await rm(join(folder, name))
for (const [name, schema] of Object.entries(jsonSchemas())) {
  await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
}

// A sample is written once, when its version is new: it shows what earlier programs wrote.
const file = join(root, 'samples', `${SCHEMA_VERSION}.jsonl`)
const isThere = await access(file).then(
  () => true,
  () => false,
)
if (!isThere) await writeFile(file, sample())
