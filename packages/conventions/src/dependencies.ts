import { builtinModules } from 'node:module'
import { parseSync } from 'oxc-parser'
import { codePaths, isForTests, manifestOf, memberOf, membersOf, type Project } from './project.ts'

type Rule = { values: readonly string[]; types: readonly string[] }

/** Who may import whom, of our own packages: at run time, and as types only. The table of ARCHITECTURE.md. */
export const allowed: Readonly<Record<string, Rule>> = {
  'packages/schema': { values: [], types: [] },
  'packages/extract': { values: ['@onrecord/schema'], types: [] },
  'packages/core': { values: ['@onrecord/schema'], types: [] },
  'packages/store-sqlite': { values: ['@onrecord/core', '@onrecord/schema'], types: [] },
  'packages/ingest': {
    values: ['@onrecord/schema', '@onrecord/extract', '@onrecord/core'],
    types: ['@onrecord/api'],
  },
  'packages/api': { values: ['@onrecord/core', '@onrecord/schema'], types: [] },
  'packages/conventions': { values: [], types: [] },
  'apps/web': { values: ['@onrecord/schema'], types: ['@onrecord/api'] },
  'apps/server': {
    values: [
      '@onrecord/schema',
      '@onrecord/core',
      '@onrecord/store-sqlite',
      '@onrecord/ingest',
      '@onrecord/api',
    ],
    types: [],
  },
  'apps/cli': {
    values: [
      '@onrecord/server',
      '@onrecord/schema',
      '@onrecord/core',
      '@onrecord/store-sqlite',
      '@onrecord/ingest',
      '@onrecord/extract',
      '@onrecord/api',
    ],
    types: [],
  },
}

/** Packages whose run-time code must run anywhere: no module of Node. */
const pure = new Set(['packages/schema', 'packages/extract', 'packages/core'])
// Reading the trained weights from disk is the one thing beside extract that needs Node; index.ts does not import it.

/** Outside packages only one of ours may know. */
const keptIn: Readonly<Record<string, string>> = {
  'drizzle-orm': 'packages/store-sqlite',
  'better-sqlite3': 'packages/store-sqlite',
}

export type Import = { module: string; typeOnly: boolean }

/** What a file imports or re-exports, dynamic imports with a literal name included. */
export function importsOf(path: string, text: string): readonly Import[] {
  const { module } = parseSync(path, text)
  return [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      module: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ module: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const name = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
      return name === undefined ? [] : [{ module: name, typeOnly: false }]
    }),
  ]
}

/** Every import that the dependency rules forbid, and every place where table and `package.json` differ. */
export function dependencyFaults(project: Project): readonly string[] {
  return [
    ...membersOf(project).flatMap((member) => manifestFaults(project, member)),
    ...importFaults(project),
    ...cycles(project),
  ]
}

function importFaults(project: Project): readonly string[] {
  return codePaths(project).flatMap((path) => {
    const member = memberOf(path)
    const rule = member === null ? undefined : allowed[member]
    if (member === null || rule === undefined)
      return [`${path}: ${member ?? 'this place'} has no row in the table of dependencies`]
    const manifest = manifestOf(project, member)
    const text = project.get(path) ?? ''
    const faults = importsOf(path, text).flatMap(({ module, typeOnly }) => {
      if (module.startsWith('.'))
        return leaves(path, module, member) ? [`${path}: ${module} reaches into another package`] : []
      if (module.startsWith('node:')) {
        return pure.has(member) && !isForTests(path) && !path.startsWith('packages/extract/weights/')
          ? [`${path}: ${member} runs anywhere, ${module} does not`]
          : []
      }
      const name = packageOf(module)
      if (builtinModules.includes(name)) return [`${path}: write node:${module}`]
      if (keptIn[name] !== undefined && keptIn[name] !== member)
        return [`${path}: only ${keptIn[name]} imports ${name}`]
      if (name === manifest.name) return []
      if (isForTests(path) || member === 'packages/conventions') {
        return manifest.dependencies.includes(name) || manifest.devDependencies.includes(name)
          ? []
          : [`${path}: ${name} is not in package.json`]
      }
      if (typeOnly) {
        const known = [...manifest.dependencies, ...manifest.devDependencies].some(
          (each) => each === name || each === `@types/${name}`,
        )
        const ours = !name.startsWith('@onrecord/') || rule.types.includes(name) || rule.values.includes(name)
        return known && ours ? [] : [`${path}: may not import types of ${name}`]
      }
      if (name.startsWith('@onrecord/') && !rule.values.includes(name))
        return [`${path}: may not import ${name}`]
      return manifest.dependencies.includes(name)
        ? []
        : [`${path}: ${name} runs, so it belongs to dependencies`]
    })
    if (
      /\.transaction\(/.test(text) &&
      !/packages\/store-sqlite\/src\/(commit|migrate)\.ts$/.test(path) &&
      !isForTests(path)
    ) {
      faults.push(`${path}: transactions are opened in store-sqlite/src/commit.ts alone`)
    }
    return faults
  })
}

function manifestFaults(project: Project, member: string): readonly string[] {
  const rule = allowed[member]
  if (rule === undefined) return [`${member}: has no row in the table of dependencies`]
  const { dependencies, devDependencies } = manifestOf(project, member)
  const ours = dependencies.filter((name) => name.startsWith('@onrecord/'))
  return [
    ...ours
      .filter((name) => !rule.values.includes(name))
      .map((name) => `${member}/package.json: ${name} is not in the table`),
    ...rule.values
      .filter((name) => !ours.includes(name))
      .map((name) => `${member}/package.json: lacks ${name} of the table`),
    ...rule.types
      .filter((name) => !devDependencies.includes(name))
      .map((name) => `${member}/package.json: lacks ${name} in devDependencies`),
  ]
}

function cycles(project: Project): readonly string[] {
  const members = membersOf(project)
  const byName = new Map(members.map((member) => [manifestOf(project, member).name, member]))
  const faults: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (member: string, way: readonly string[]) => {
    if (state.get(member) === 'done') return
    if (state.get(member) === 'open') {
      faults.push(`a cycle: ${[...way, member].join(' → ')}`)
      return
    }
    state.set(member, 'open')
    for (const name of manifestOf(project, member).dependencies) {
      const next = byName.get(name)
      if (next !== undefined) visit(next, [...way, member])
    }
    state.set(member, 'done')
  }
  for (const member of members) visit(member, [])
  return faults
}

function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/')
}

function leaves(path: string, module: string, member: string): boolean {
  const parts = path.split('/').slice(0, -1)
  for (const step of module.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return !`${parts.join('/')}/`.startsWith(`${member}/`)
}
