import { codePaths, isForTests, type Project } from './project.ts'

/** Lines a file may have; more cannot be read in one go. */
const limits = [
  { of: /\/routers\/[^/]+\.ts$/, lines: 60 },
  { of: /\.(ts|tsx|css|mjs)$/, lines: 400 },
] as const

const refused = new Set([
  'utils',
  'util',
  'shared',
  'common',
  'helpers',
  'helper',
  'manager',
  'misc',
  'types.ts',
  'constants.ts',
])

/** Files that outgrew their limit. */
export function sizeFaults(project: Project): readonly string[] {
  return [...project].flatMap(([path, text]) => {
    if (!/^(packages|apps|\.ci)\//.test(path)) return []
    const limit = limits.find(({ of }) => of.test(path) && !(/routers/.test(String(of)) && isForTests(path)))
    const lines = text.split('\n').length - 1
    return limit !== undefined && lines > limit.lines
      ? [`${path}: ${lines} lines; the limit is ${limit.lines}`]
      : []
  })
}

/** Paths whose name says nothing, or is written another way than the rest. */
export function nameFaults(project: Project): readonly string[] {
  return codePaths(project).flatMap((path) => {
    const faults = path
      .split('/')
      .filter((part) => refused.has(part))
      .map((part) => `${path}: “${part}” says nothing of what lives there`)
    const name = path.split('/').at(-1) ?? ''
    const well = path.endsWith('.tsx')
      ? /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)(\.test)?\.tsx$/
      : /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.ts$/
    return well.test(name)
      ? faults
      : [...faults, `${path}: files are named in kebab-case, components in PascalCase`]
  })
}

const marks = [
  { of: /(^|[\s("'`=])\/(home|root|work|tmp|Users)\/[a-z]/m, says: 'names a path of one machine' },
  { of: /registry\.npmjs\.org|registry\.yarnpkg\.com/, says: 'names a host of a package registry' },
  { of: /\b(it|test|describe)\.(only|todo)\b/, says: 'runs one test only, or promises one' },
  { of: /@ts-(ignore|nocheck|expect-error)/, says: 'silences the compiler' },
  { of: /\b(TODO|FIXME|XXX)\b/, says: 'leaves a mark instead of an issue' },
] as const

/** Words that do not belong into the project. */
export function wordFaults(project: Project): readonly string[] {
  return [...project].flatMap(([path, text]) => {
    if (path.startsWith('seeds/') || path.startsWith('packages/conventions/')) return []
    return marks.filter(({ of }) => of.test(text)).map(({ says }) => `${path}: ${says}`)
  })
}
