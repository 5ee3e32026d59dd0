import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const root = fileURLToPath(new URL('../../../', import.meta.url))
export const command = fileURLToPath(new URL('../dist/onrecord.js', import.meta.url))

export type Running = {
  child: ChildProcess
  out: () => string
  err: () => string
  ended: Promise<number | null>
}

/** Starts the built command as a process of its own. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  return running(
    spawn(process.execPath, [command, ...args], {
      env: { ...clean(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  )
}

/** Runs one line of a document in a shell at the root of the checkout. */
export function shell(line: string, env: Readonly<Record<string, string>>): Running {
  const script = line.replaceAll('./run onrecord', `"${process.execPath}" "${command}"`)
  return running(
    spawn('sh', ['-euc', script], {
      cwd: root,
      env: { ...clean(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  )
}

function running(child: ChildProcess): Running {
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  afterAll(() => child.kill('SIGKILL'))
  return { child, out: () => out, err: () => err, ended: once(child, 'close').then(() => child.exitCode) }
}

/** Waits until `text` was printed; throws with all output if the process ends before. */
export async function printed({ child, out, err }: Running, text: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const found = text.exec(out()) ?? text.exec(err())
    if (found !== null) return found
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${out()}\n${err()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-e2e-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function clean(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ONRECORD_')))
}
