import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DomainError } from '@onrecord/core'
import { errorFrom } from './worker-message.ts'
import type { Ask, Reply, Task, WorkerData } from './worker-message.ts'

/** Does tasks on some connection: in this thread or in another. */
export type Doer = {
  do<R>(task: Task, args: readonly unknown[]): Promise<R>
  close(): Promise<void>
}

/** Where the code of a thread is: beside this module as source, or beside the bundle as `store-worker.js`. */
export function defaultWorkerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './store-worker.js', import.meta.url)
}

/**
 * One thread that writes and `readers` that read, each with a connection of its own. Reading tasks go to the reader with
 * the fewest waiting, so that one slow question holds up no other as long as there are two. A thread that dies fails
 * what it was doing with `unavailable`, and the next task starts another.
 */
export function threads({
  file,
  readers,
  workerUrl,
}: {
  file: string
  readers: number
  workerUrl: URL
}): Doer {
  if (!existsSync(fileURLToPath(workerUrl)))
    throw new DomainError(
      'unavailable',
      `There is no ${fileURLToPath(workerUrl)} for the threads of the store. Give workerUrl, or no readers.`,
    )
  const hand = thread({ file, role: 'writer' }, workerUrl)
  const eyes = Array.from({ length: readers }, () => thread({ file, role: 'reader' }, workerUrl))
  return {
    do: (task, args) => {
      if (task === 'commit' || task === 'load' || task === 'verify') return hand.do(task, args)
      const idlest = eyes.reduce(
        (best, next) => (next.waiting() < best.waiting() ? next : best),
        eyes[0] ?? hand,
      )
      return idlest.do(task, args)
    },
    close: async () => {
      await Promise.all(eyes.map((eye) => eye.close()))
      // Last, so that it is the one that puts the write-ahead log into the file.
      await hand.close()
    },
  }
}

/** A thread that may be left in the middle of what it does. */
export type Stoppable = Pick<Doer, 'do'> & { stop(): void }

/** A reading thread for itself, started when it is first asked, so that a long question holds up nobody. */
export function onlyReader({ file, workerUrl }: { file: string; workerUrl: URL }): Stoppable {
  return thread({ file, role: 'reader' }, workerUrl)
}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

function thread(data: WorkerData, url: URL): Doer & Stoppable & { waiting(): number } {
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let worker: Worker | null = null
  let closed = false

  function fail(cause: unknown): void {
    worker = null
    const stopped = new DomainError(
      'unavailable',
      'A thread of the store stopped. Try again; what was acknowledged is kept.',
      {},
      cause,
    )
    for (const one of waiting.values()) one.reject(stopped)
    waiting.clear()
  }

  function started(): Worker {
    if (worker !== null) return worker
    const next = new Worker(url, { workerData: data })
    next.on('message', ({ id, value, error }: Reply) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(value)
      else one?.reject(errorFrom(error))
    })
    next.on('error', fail)
    next.on('exit', () => {
      if (worker === next) fail(new Error('the thread ended'))
    })
    // The process may end without closing the store: nothing acknowledged is lost by that.
    next.unref()
    worker = next
    return next
  }

  function ask<R>(task: Ask['task'], args: readonly unknown[]): Promise<R> {
    return new Promise((resolve, reject) => {
      const id = ++asked
      const target = started()
      target.ref()
      const settle = () => {
        if (waiting.size === 0) target.unref()
      }
      waiting.set(id, {
        resolve: (value) => {
          settle()
          Reflect.apply(resolve, undefined, [value])
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      })
      target.postMessage({ id, task, args } satisfies Ask, [])
    })
  }

  return {
    waiting: () => waiting.size,
    do: (task, args) => {
      if (closed) return Promise.reject(new DomainError('unavailable', 'The store is closed.'))
      return ask(task, args)
    },
    stop: () => {
      closed = true
      void worker?.terminate()
    },
    close: async () => {
      closed = true
      const open = worker
      if (open === null) return
      await ask('close', [])
      worker = null
      await open.terminate()
    },
  }
}
