import { describe, expect, test } from 'vitest'
import { dependencyFaults } from './dependencies.ts'
import { documentFaults, shellLines } from './documents.ts'
import { nameFaults, sizeFaults, wordFaults } from './files.ts'
import { readProject, root, type Project } from './project.ts'

const project = readProject(root)

describe('this checkout', () => {
  test('imports only what the dependency rules allow', () => expect(dependencyFaults(project)).toEqual([]))
  test('has no file over its limit', () => expect(sizeFaults(project)).toEqual([]))
  test('names its files in the words of the field', () => expect(nameFaults(project)).toEqual([]))
  test('says nothing that belongs to one machine or to later', () => expect(wordFaults(project)).toEqual([]))
  test('has documents that keep up with the code', () => expect(documentFaults(project)).toEqual([]))
})

/** What the rules look up beside the code: manifests, documents, the launcher, routers, loaders and commands. */
const frame: Project = new Map(
  [...project].filter(
    ([path]) => !/\.(ts|tsx|mjs|css|html)$/.test(path) || /\/(routers|loaders|commands)\//.test(path),
  ),
)

/** That frame with some files changed: each rule is shown to fail by one of these. */
function withFiles(files: Readonly<Record<string, string>>): Project {
  return new Map([...frame, ...Object.entries(files)])
}
const firstNew = (
  faults: (project: Project) => readonly string[],
  files: Readonly<Record<string, string>>,
) => {
  const before = new Set(faults(frame))
  return faults(withFiles(files)).filter((fault) => !before.has(fault))
}

describe('the dependency rules fail on', () => {
  test.each([
    [
      'a service that knows the database',
      'packages/core/src/x.ts',
      "import { openStore } from '@onrecord/store-sqlite'\nopenStore()",
      'may not import @onrecord/store-sqlite',
    ],
    [
      'a type of a package that is not in the table',
      'packages/extract/src/x.ts',
      "import type { Store } from '@onrecord/core'\nexport type X = Store",
      'may not import types of @onrecord/core',
    ],
    [
      'code of the API where only its types may go',
      'packages/ingest/src/x.ts',
      "import { appRouter } from '@onrecord/api'\nexport const x = appRouter",
      'may not import @onrecord/api',
    ],
    [
      'a re-export of what may not be imported',
      'packages/schema/src/x.ts',
      "export { extract } from '@onrecord/extract'",
      'may not import @onrecord/extract',
    ],
    [
      'a dynamic import of it',
      'packages/core/src/x.ts',
      "export const x = () => import('@onrecord/api')",
      'may not import @onrecord/api',
    ],
    [
      'a module of Node in pure code',
      'packages/extract/src/x.ts',
      "import { readFile } from 'node:fs/promises'\nexport const x = readFile",
      'runs anywhere',
    ],
    [
      'a module of Node without its prefix',
      'apps/cli/src/x.ts',
      "import { readFile } from 'fs'\nexport const x = readFile",
      'write node:fs',
    ],
    [
      'drizzle outside the store',
      'apps/server/src/x.ts',
      "import { sql } from 'drizzle-orm'\nexport const x = sql",
      'only packages/store-sqlite imports',
    ],
    [
      'a package that package.json does not name',
      'apps/cli/src/x.ts',
      "import x from 'left-pad'\nexport const y = x",
      'belongs to dependencies',
    ],
    [
      'a way round the package’s front door',
      'apps/cli/src/x.ts',
      "export { x } from '../../../packages/core/src/store.ts'",
      'reaches into another package',
    ],
    [
      'a transaction outside commit',
      'packages/store-sqlite/src/x.ts',
      'export const x = (db: { transaction(run: () => void): void }) => db.transaction(() => {})',
      'transactions are opened',
    ],
    [
      'a dependency that the table lacks',
      'packages/core/package.json',
      '{"name":"@onrecord/core","dependencies":{"@onrecord/schema":"*","@onrecord/api":"*"}}',
      'is not in the table',
    ],
  ])('%s', (_, path, text, fault) =>
    expect(firstNew(dependencyFaults, { [path]: text }).join('\n')).toContain(fault),
  )

  test('a cycle', () => {
    const faults = firstNew(dependencyFaults, {
      'packages/schema/package.json': '{"name":"@onrecord/schema","dependencies":{"@onrecord/core":"*"}}',
    })
    expect(faults.join('\n')).toContain('a cycle')
  })
})

describe('the rules of files fail on', () => {
  test('a file of 401 lines', () =>
    expect(firstNew(sizeFaults, { 'apps/web/src/x.tsx': 'x\n'.repeat(401) })).toHaveLength(1))
  test('a router of 61 lines', () =>
    expect(firstNew(sizeFaults, { 'packages/api/src/routers/x.ts': 'x\n'.repeat(61) })).toHaveLength(1))
  test('a name that says nothing', () =>
    expect(firstNew(nameFaults, { 'packages/core/src/utils/x.ts': '' })).toHaveLength(1))
  test('a name written another way', () =>
    expect(firstNew(nameFaults, { 'packages/core/src/QuoteService.ts': '' })).toHaveLength(1))
  test.each([
    'see /home/ada/notes',
    'test.only(x)',
    '// @ts-ignore',
    '// TODO later',
    'https://registry.npmjs.org/',
  ])('“%s”', (text) => expect(firstNew(wordFaults, { 'packages/core/src/x.ts': text })).toHaveLength(1))
})

describe('the rules of documents fail on', () => {
  test.each([
    [
      'a dependency without a reason',
      { 'packages/core/README.md': '# core' },
      'gives no reason for @onrecord/schema',
    ],
    [
      'a package without a page',
      { 'packages/new/package.json': '{"name":"@onrecord/new"}' },
      'packages/new/README.md is missing',
    ],
    [
      'a command line verb that no page names',
      { 'apps/cli/src/commands/fly.ts': '' },
      'does not name onrecord fly',
    ],
    [
      'a procedure that no page names',
      { 'packages/api/src/routers/fly.ts': "  get: procedure('x')" },
      'does not name `fly.get`',
    ],
    [
      'a loader that no page names',
      { 'packages/ingest/src/loaders/papyrus.ts': '' },
      'does not name papyrus',
    ],
    [
      'a command that does not exist',
      { 'README.md': '```sh\n./run onrecord fly\n```\n' },
      'onrecord has no command fly',
    ],
    [
      'a launcher command that does not exist',
      { 'README.md': '```sh\n./run fly\n```\n' },
      './run has no command fly',
    ],
    [
      'a script that does not exist',
      { 'README.md': '```sh\npnpm --filter @onrecord/core fly\n```\n' },
      'there is no script',
    ],
    ['a link to nothing', { 'README.md': '[here](packages/nowhere)' }, 'links to packages/nowhere'],
  ])('%s', (_, files, fault) => expect(firstNew(documentFaults, files).join('\n')).toContain(fault))

  test('a missing document', () => {
    const without = new Map(project)
    without.delete('CONTRIBUTING.md')
    expect(documentFaults(without)).toContain('CONTRIBUTING.md is missing')
  })
  test('shell lines are read without prompts and comments', () =>
    expect(shellLines('```sh\n$ ./run test\n# no\n\n```\n```ts\nx\n```\n')).toEqual(['./run test']))
})
