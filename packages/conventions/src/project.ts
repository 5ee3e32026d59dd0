import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A checkout as the rules see it: path relative to the root, with slashes, and the text of every file that is written by people. */
export type Project = ReadonlyMap<string, string>

export const root = fileURLToPath(new URL('../../..', import.meta.url))

const made = new Set([
  'node_modules',
  'dist',
  '.git',
  '.turbo',
  '.cache',
  'data',
  'coverage',
  'migrations',
  'json',
])
const read = /\.(ts|tsx|mjs|css|html|md|json|jsonc|ya?ml|sh)$|(^|\/)(run|\.npmrc|\.gitignore)$/

/** Reads the checkout at `folder`, without what is made or installed. */
export function readProject(folder: string): Project {
  const project = new Map<string, string>()
  const visit = (at: string) => {
    for (const name of readdirSync(join(folder, at)).sort()) {
      const path = at === '' ? name : `${at}/${name}`
      if (made.has(name)) continue
      if (statSync(join(folder, path)).isDirectory()) visit(path)
      else if (read.test(path) && name !== 'pnpm-lock.yaml')
        project.set(path, readFileSync(join(folder, path), 'utf8'))
    }
  }
  visit('')
  return project
}

/** The workspace member a path belongs to: `packages/core`; null outside. */
export function memberOf(path: string): string | null {
  return /^(?:packages|apps)\/[^/]+/.exec(path)?.[0] ?? null
}

/** Paths of TypeScript written by people, in order. */
export function codePaths(project: Project): readonly string[] {
  return [...project.keys()].filter((path) => /\.tsx?$/.test(path) && memberOf(path) !== null)
}

/** Whether a file is no run-time code: tests and what only they, benchmarks, generators and training use. */
export function isForTests(path: string): boolean {
  return /\.(test|e2e)\.tsx?$|\/(e2e|bench|train|generate|scripts|testing|fixtures)\/|\.config\.ts$|\.(bench|train|score|generate)\.ts$/.test(
    path,
  )
}

export type Manifest = {
  name: string
  scripts: Readonly<Record<string, string>>
  dependencies: readonly string[]
  devDependencies: readonly string[]
}

/** `package.json` of a workspace member, as far as the rules look at it. */
export function manifestOf(project: Project, member: string): Manifest {
  const parsed: unknown = JSON.parse(project.get(`${member}/package.json`) ?? '{}')
  return {
    name: textAt(parsed, 'name') ?? member,
    scripts: Object.fromEntries(
      Object.entries(objectAt(parsed, 'scripts')).map(([name, text]) => [name, String(text)]),
    ),
    dependencies: Object.keys(objectAt(parsed, 'dependencies')),
    devDependencies: Object.keys(objectAt(parsed, 'devDependencies')),
  }
}

export function membersOf(project: Project): readonly string[] {
  return [...project.keys()].flatMap(
    (path) => /^((?:packages|apps)\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? [],
  )
}

function objectAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const found: unknown = isObject(value) ? value[key] : null
  return isObject(found) ? found : {}
}
function textAt(value: unknown, key: string): string | null {
  const found: unknown = isObject(value) ? value[key] : null
  return typeof found === 'string' ? found : null
}
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
