import { parentPort, workerData } from 'node:worker_threads'
import { connect } from './connection.ts'
import { answer, handOf } from './engine.ts'
import { guarded } from './error.ts'
import { toldOf } from './worker-message.ts'
import type { Ask, Reply, WorkerData } from './worker-message.ts'

// The main module of a thread: one connection, one question at a time, in the order they come.

function serve({ file, role }: WorkerData): void {
  const connection = guarded(file, () => connect(file, role === 'writer' ? 'write' : 'read'))
  const hand = handOf(connection, role === 'reader', () => new Date().toISOString())
  parentPort?.on('message', ({ id, task, args }: Ask) => {
    const tell = (reply: Reply) => parentPort?.postMessage(reply, [])
    try {
      if (task === 'close') {
        connection.sqlite.close()
        tell({ id })
        parentPort?.close()
      } else if (task === 'commit' || task === 'load')
        tell({ id, value: Reflect.apply(hand[task], hand, [...args]) })
      else tell({ id, value: answer(connection, task, args) })
    } catch (error) {
      tell({ id, error: toldOf(error) })
    }
  })
}

serve(workerData)
