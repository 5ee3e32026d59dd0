import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')

let folder = ''
let consumer = ''
let tarball = ''

/**
 * Packs a copy that lies in a workspace of its own, so that a build of the package that runs meanwhile cannot
 * change what is packed, then installs it in an empty project.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-schema-'))
  const copy = join(folder, 'packages', 'schema')
  await mkdir(copy, { recursive: true })
  await cp(join(root, '..', '..', 'pnpm-workspace.yaml'), join(folder, 'pnpm-workspace.yaml'))
  for (const name of ['package.json', 'README.md', 'LICENSE', 'json', 'src']) {
    await cp(join(root, name), join(copy, name), { recursive: true })
  }
  await run(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(copy, 'dist')])
  await run('pnpm', ['pack', '--pack-destination', folder], { cwd: copy })
  tarball = join(folder, (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '')

  consumer = join(folder, 'consumer')
  await mkdir(consumer)
  await writeFile(join(consumer, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...options, tarball], { cwd: consumer })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('the tarball has licence, README, JSON Schema and the build, and no tests or sources', async () => {
  const { stdout } = await run('tar', ['-tf', tarball])
  const files = stdout.trim().split('\n')
  for (const name of ['LICENSE', 'README.md', 'package.json', 'json/quote.schema.json']) {
    expect(files).toContain(`package/${name}`)
  }
  for (const name of ['index', 'cite', 'examples']) {
    expect(files).toContain(`package/dist/${name}.js`)
    expect(files).toContain(`package/dist/${name}.d.ts`)
  }
  const folders = new Set(files.map((file) => file.split('/')[1]))
  expect(folders).toEqual(new Set(['LICENSE', 'README.md', 'dist', 'json', 'package.json']))
  expect(files.filter((file) => /test|generate|\.tsbuildinfo/.test(file))).toEqual([])
})

test('zod is all that is installed with it', async () => {
  const { stdout } = await run('npm', ['ls', '--all', '--parseable'], { cwd: consumer })
  const installed = stdout
    .trim()
    .split('\n')
    .map((path) => path.split('node_modules/').slice(1).join('/'))
  expect(installed.filter((path) => path !== '').toSorted()).toEqual(['@onrecord/schema', 'zod'])
})

test('the example of the README runs in plain JavaScript and prints what it says', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? []
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(10)
  await writeFile(join(consumer, 'example.js'), example)
  const { stdout } = await run(process.execPath, ['example.js'], { cwd: consumer })
  const said = [...example.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, words]) => words)
  expect(stdout.trimEnd().split('\n')).toEqual(said)
})

test('plain JavaScript reaches every way in', async () => {
  await writeFile(
    join(consumer, 'use.js'),
    `import { createRequire } from 'node:module'
import { check, readEnvelope, SCHEMA_VERSION, Speaker } from '@onrecord/schema'
import { citeText } from '@onrecord/schema/citation'
import { examples } from '@onrecord/schema/examples'
import quote from '@onrecord/schema/json/quote.schema.json' with { type: 'json' }

const envelope = { schemaVersion: SCHEMA_VERSION, kind: 'speaker', data: examples.speaker[0] }
const nothing = { get: async () => null, decisions: async () => [], audit: async () => [] }
const faults = await check({ kind: 'quote', data: examples.quote[1] }, nothing)
console.log(JSON.stringify([
  Speaker.safeParse({}).success,
  readEnvelope(envelope).state,
  citeText(examples.quoteView[0], { permalink: 'https://quotes.example/1', captured: null }).slice(0, 15),
  quote['x-version'] === SCHEMA_VERSION,
  faults.map(({ code }) => code),
]))
try {
  await import('@onrecord/schema/dist/index.js')
} catch (error) {
  console.log(error.code)
}
`,
  )
  const { stdout } = await run(process.execPath, ['use.js'], { cwd: consumer })
  expect(stdout.trimEnd().split('\n')).toEqual([
    '[false,"read","Ana Vidal Roche",true,["missing","missing"]]',
    'ERR_PACKAGE_PATH_NOT_EXPORTED',
  ])
})

test('citations load without zod', async () => {
  await writeFile(
    join(consumer, 'citation.js'),
    `import { registerHooks } from 'node:module'
registerHooks({ resolve: (name, context, next) => {
  if (name.startsWith('zod')) throw new Error('zod was asked for')
  return next(name, context)
} })
const { citeText } = await import('@onrecord/schema/citation')
console.log(typeof citeText)
`,
  )
  const { stdout } = await run(process.execPath, ['citation.js'], { cwd: consumer })
  expect(stdout.trim()).toBe('function')
})

test('strict TypeScript takes its declarations, libraries checked too, and refuses a wrong use', async () => {
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2024',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  }
  await writeFile(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['use.ts', 'wrong.ts'] }),
  )
  await writeFile(
    join(consumer, 'use.ts'),
    `import { check, type Fault, type Lookup, Quote, quoteText, readEnvelope, type SpeakerId } from '@onrecord/schema'
import { citeCsl, type CslItem } from '@onrecord/schema/citation'
import { examples } from '@onrecord/schema/examples'

const parsed: Quote = Quote.parse(examples.quote[0])
const speaker: SpeakerId | null = parsed.speakerId
const lookup: Lookup = { get: async () => null, decisions: async () => [], audit: async () => [] }
const faults: Fault[] = await check({ kind: 'quote', data: parsed }, lookup)
const reading = readEnvelope({})
const name: string = reading.state === 'read' && reading.kind === 'speaker' ? reading.data.name : ''
const items: CslItem[] = examples.quoteView.map((view) => citeCsl(view, { permalink: '', captured: null }))
export const all: unknown[] = [speaker, faults, name, items, quoteText([{ exact: 'x' }])]
`,
  )
  await writeFile(
    join(consumer, 'wrong.ts'),
    `import type { Quote, SpeakerId } from '@onrecord/schema'
export const another = (quote: Quote): SpeakerId => quote.id
export const bare: Quote = { id: 'quo_' }
export const unknown: Quote['status'] = 'true'
`,
  )
  const { stdout } = await run(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: consumer,
  }).catch((error: unknown) => ({ stdout: String(Reflect.get(Object(error), 'stdout')) }))
  const errors = stdout.split('\n').filter((line) => line.includes(': error '))
  expect(errors.map((line) => line.slice(0, line.indexOf(',')))).toEqual([
    'wrong.ts(2',
    'wrong.ts(3',
    'wrong.ts(4',
  ])
})
