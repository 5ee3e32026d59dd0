#!/usr/bin/env node
import { exitCodeOf, explain } from '@onrecord/server'
import type { Io } from './io.ts'
import { createProgram } from './program.ts'

const interrupted = new AbortController()
let code = 0
const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: interrupted.signal,
  exit: (wanted) => {
    code = wanted
  },
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // The first signal asks to stop between two steps, the second does not ask.
  process.on(signal, () => {
    if (interrupted.signal.aborted) process.exit(130)
    interrupted.abort()
  })
}
// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1))

try {
  await createProgram(io).parseAsync()
} catch (error) {
  process.stderr.write(`onrecord: ${explain(error)}\n`)
  code = exitCodeOf(error)
}
process.exitCode = code
