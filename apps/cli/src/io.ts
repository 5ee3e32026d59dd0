import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** What a command knows of the world: streams, environment, and the signal that ends it. */
export type Io = {
  stdin: Readable
  stdout: Writable
  stderr: Writable & { isTTY?: boolean }
  env: Readonly<Record<string, string | undefined>>
  /** Aborted by the first Ctrl+C or SIGTERM. */
  signal: AbortSignal
  /** Sets the exit code: 0 all done, 1 something failed, 2 wrong use, 130 interrupted. */
  exit: (code: number) => unknown
}

/** Writes and waits while the reader at the other end is slow. */
export async function print(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

/** The lines of a stream with their numbers from 1, blank ones left out. */
export async function* linesOf(stream: Readable): AsyncGenerator<{ number: number; text: string }, void> {
  let number = 0
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    number++
    if (text.trim() !== '') yield { number, text }
  }
}

/** `1 quote`, `2 quotes`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
