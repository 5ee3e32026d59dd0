import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import type { ErrorCode } from '@onrecord/core'
import type { SourceKey } from '@onrecord/schema'
import { sha256 } from './fingerprint.ts'
import { KNOWN_ENDINGS } from './tuning.ts'

/** Something to read. `key` says by hand which source it is; without it the rules of `sourceKeyOf` decide. */
export type Target =
  | { kind: 'file'; name: string; file: string; path: string; key?: SourceKey }
  | { kind: 'url'; name: string; url: string; key?: SourceKey }
  | { kind: 'stream'; name: string; stream: Readable; key?: SourceKey }
  | { kind: 'text'; name: string; text: string; key?: SourceKey }
  | { kind: 'unreadable'; name: string; code: ErrorCode; message: string }

const endings: ReadonlySet<string> = new Set(KNOWN_ENDINGS)

/**
 * What a list of arguments names, in order: files, folders (walked in order of name; only known endings, nothing
 * hidden, no folder behind a link), `-` for `stdin`, http(s) addresses. What cannot be read is a target too, so
 * that it is reported in its place. The same file is given once. `cwd` is the folder sources are named from.
 */
export async function* readTargets(
  paths: Iterable<string> | AsyncIterable<string>,
  { stdin, cwd = process.cwd() }: { stdin?: Readable; cwd?: string } = {},
): AsyncGenerator<Target, void> {
  const seen = new Set<string>()
  for await (const path of paths) {
    for await (const target of targetsAt(path, stdin, cwd)) {
      if (target.kind !== 'file') {
        yield target
        continue
      }
      const real = await realpath(target.file).catch(() => target.file)
      if (seen.has(real)) continue
      seen.add(real)
      yield target
    }
  }
}

async function* targetsAt(
  path: string,
  stdin: Readable | undefined,
  cwd: string,
): AsyncGenerator<Target, void> {
  if (path === '-') {
    if (stdin === undefined)
      yield unreadable('-', 'invalid', 'There is no standard input here. Name a file or a folder.')
    else yield { kind: 'stream', name: '-', stream: stdin }
  } else if (/^https?:\/\//iu.test(path)) yield { kind: 'url', name: path, url: path }
  else if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(path)) {
    yield unreadable(path, 'invalid', 'Only http:// and https:// addresses can be read.')
  } else yield* filesAt(path, cwd)
}

async function* filesAt(path: string, cwd: string): AsyncGenerator<Target, void> {
  try {
    const found = await stat(path)
    if (!found.isDirectory()) {
      yield { kind: 'file', name: path, file: path, path: keyPathOf(path, cwd) }
      return
    }
    let count = 0
    for await (const file of walk(path)) {
      count++
      yield { kind: 'file', name: file, file, path: keyPathOf(file, cwd) }
    }
    if (count === 0) {
      yield unreadable(
        path,
        'notFound',
        `There is no file to read in this folder. Known endings: ${KNOWN_ENDINGS.map((ending) => `.${ending}`).join(' ')}.`,
      )
    }
  } catch (error) {
    yield unreadable(path, ...fileProblem(error))
  }
}

/**
 * What tells a file from others: its path relative to the current folder, with forward slashes. Outside of that the
 * folder is a digest of its whole path, so that no key tells how the folders of a machine are named.
 */
export function keyPathOf(file: string, cwd: string): string {
  const whole = resolve(file)
  const path = relative(cwd, whole)
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
  if (isOutside) return `${sha256(dirname(whole)).slice(0, FOLDER_DIGITS)}/${basename(whole)}`
  return path.split(sep).join('/')
}

/** Digits of a folder's digest in a key: 64 bits, two folders never meet. */
const FOLDER_DIGITS = 16

async function* walk(folder: string): AsyncGenerator<string, void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path)
    // A dangling link is given too: reading it will name it as missing.
    else if (endings.has(endingOf(entry.name) ?? '')) yield path
  }
}

/** The lower-case ending of a file's name without its dot; null if it has none. */
export function endingOf(name: string): string | null {
  const ending = extname(name).slice(1).toLowerCase()
  return ending === '' ? null : ending
}

/** The closed code and the message for what the file system says. */
export function fileProblem(error: unknown): [ErrorCode, string] {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return [
        'notFound',
        'There is no such file or folder (or it was taken away while reading). Check the path.',
      ]
    case 'EACCES':
    case 'EPERM':
      return ['forbidden', 'It may not be read. Check its permissions.']
    case 'ELOOP':
      return ['invalid', 'It is a link that leads back to itself. Give the file it should lead to.']
    default:
      return [
        'unavailable',
        `It could not be read: ${error instanceof Error ? error.message : String(error)}. Try again.`,
      ]
  }
}

function unreadable(name: string, code: ErrorCode, message: string): Target {
  return { kind: 'unreadable', name, code, message }
}
