import { manifestOf, membersOf, type Project } from './project.ts'

/** Every way in which a document has fallen behind the code. */
export function documentFaults(project: Project): readonly string[] {
  return [
    ...required.filter((path) => !project.has(path)).map((path) => `${path} is missing`),
    ...membersOf(project).flatMap((member) => packageFaults(project, member)),
    ...lists.flatMap((list) => listFaults(project, list)),
    ...[...project.keys()]
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => [...linkFaults(project, path), ...commandFaults(project, path)]),
  ]
}

const required = ['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'seeds/README.md']

/** What the code has and a document must name: read from the code, never kept by hand. */
const lists = [
  {
    document: 'apps/cli/README.md',
    from: /^apps\/cli\/src\/commands\/([a-z-]+)\.ts$/,
    names: (path: RegExpExecArray) => [`onrecord ${path[1]}`],
  },
  {
    document: 'packages/api/README.md',
    from: /^packages\/api\/src\/routers\/([a-z-]+)\.ts$/,
    names: (path: RegExpExecArray, text: string) =>
      [...text.matchAll(/^ {2}(\w+): procedure\(/gm)].map((found) => `\`${path[1]}.${found[1]}\``),
  },
  {
    document: 'packages/ingest/README.md',
    from: /^packages\/ingest\/src\/loaders\/([a-z]+)\.ts$/,
    names: (path: RegExpExecArray) => (path[1] === 'index' ? [] : [path[1] ?? '']),
  },
  {
    document: 'packages/core/README.md',
    from: /^packages\/core\/src\/error\.ts$/,
    names: (_: RegExpExecArray, text: string) =>
      [...(/errorCodes = \[([^\]]+)\]/.exec(text)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
        (found) => `\`${found[1]}\``,
      ),
  },
  {
    document: 'packages/schema/README.md',
    from: /^packages\/schema\/src\/records\.ts$/,
    names: (_: RegExpExecArray, text: string) =>
      [...text.matchAll(/^ {2}\w+: (\w+),$/gm)].map((found) => found[1] ?? ''),
  },
] as const

function listFaults(project: Project, list: (typeof lists)[number]): readonly string[] {
  const document = project.get(list.document) ?? ''
  return [...project].flatMap(([path, text]) => {
    const found = list.from.exec(path)
    if (found === null || path.endsWith('.test.ts')) return []
    return list
      .names(found, text)
      .filter((name) => !document.includes(name))
      .map((name) => `${list.document}: does not name ${name} of ${path}`)
  })
}

function packageFaults(project: Project, member: string): readonly string[] {
  const document = project.get(`${member}/README.md`)
  if (document === undefined) return [`${member}/README.md is missing`]
  const { name, dependencies } = manifestOf(project, member)
  const unsaid = dependencies.filter((dependency) => !document.includes(dependency))
  return [
    ...unsaid.map((dependency) => `${member}/README.md: gives no reason for ${dependency}`),
    ...((project.get('README.md') ?? '').includes(member)
      ? []
      : [`README.md: does not name ${name} (${member})`]),
  ]
}

function linkFaults(project: Project, path: string): readonly string[] {
  const folder = path.split('/').slice(0, -1)
  return [...(project.get(path) ?? '').matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].flatMap((found) => {
    const target = found[1] ?? ''
    if (/^[a-z]+:/.test(target) || /\.(png|svg|jpg)$/.test(target)) return []
    const parts = [...folder]
    for (const step of target.split('/')) {
      if (step === '..') parts.pop()
      else if (step !== '.' && step !== '') parts.push(step)
    }
    const wanted = parts.join('/')
    const there =
      wanted === '' ||
      wanted === 'LICENSE' ||
      [...project.keys()].some((known) => known === wanted || known.startsWith(`${wanted}/`))
    return there ? [] : [`${path}: links to ${target}, which is not there`]
  })
}

/** Commands of `sh` blocks must exist: launcher commands, verbs of the command line, scripts of packages. */
function commandFaults(project: Project, path: string): readonly string[] {
  return shellLines(project.get(path) ?? '').flatMap((line) => {
    const verb = /(?:^|[\s|])(?:\.\/run )?onrecord ([a-z][a-z-]*)/.exec(line)?.[1]
    if (verb !== undefined && verb !== 'help' && !project.has(`apps/cli/src/commands/${verb}.ts`))
      return [`${path}: onrecord has no command ${verb}`]
    const launched = /^\.\/run ([a-z]+)/.exec(line)?.[1]
    if (
      launched !== undefined &&
      !new RegExp(`^ {2}${launched}\\b|\\b${launched} \\||\\| ${launched}\\b`, 'm').test(
        project.get('run') ?? '',
      )
    )
      return [`${path}: ./run has no command ${launched}`]
    const script = /^pnpm --filter (\S+) (?!exec )(?:run )?([a-z0-9:-]+)/.exec(line)
    if (script !== null) {
      const member = membersOf(project).find((each) => manifestOf(project, each).name === script[1])
      if (member === undefined || manifestOf(project, member).scripts[script[2] ?? ''] === undefined)
        return [`${path}: there is no script “${script[0]}”`]
    }
    return []
  })
}

/** Lines of the `sh` blocks of a Markdown text, prompts, comments and blank lines left out. */
export function shellLines(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap((block) => (block[1] ?? '').split('\n'))
    .map((line) => line.replace(/^\$ /, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
