import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll } from 'vitest'
import { runProgram } from '../program.ts'

export type Ran = { code: number; stdout: string; stderr: string }

/** Runs the command line in this process, with real streams, a real data folder and nothing of the environment. */
export async function run(
  args: readonly string[],
  options: { stdin?: string; env?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Ran> {
  const out = collected()
  const err = collected()
  const code = await runProgram(args, {
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdout: out.stream,
    stderr: err.stream,
    env: options.env ?? {},
    signal: options.signal ?? new AbortController().signal,
  })
  return { code, stdout: out.text(), stderr: err.text() }
}

function collected() {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') }
}

/** A folder of its own for a test file, taken away after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-cli-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
