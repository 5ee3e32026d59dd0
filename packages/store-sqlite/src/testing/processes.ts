import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Runs a script of this folder in a process of its own; its lines come as they are printed. */
export function start(
  script: string,
  args: readonly string[],
): { child: ChildProcess; lines: AsyncIterable<string>; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null))
  return { child, lines: createInterface({ input: child.stdout }), ended }
}
