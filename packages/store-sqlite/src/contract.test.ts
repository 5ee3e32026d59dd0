import { storeContract } from '@onrecord/core/testing'
import { openStore } from './open.ts'
import { bundledWorker } from './testing/bundled-worker.ts'
import { temporaryFile } from './testing/temporary.ts'

const workerUrl = await bundledWorker()

storeContract('sqlite in one thread', () => openStore({ file: temporaryFile() }))
storeContract('sqlite with reader threads', () => openStore({ file: temporaryFile(), readers: 2, workerUrl }))
