import { storeContract } from '@onrecord/core/testing'
import { openStore } from './open.ts'
import { temporaryFile } from './testing/temporary.ts'

storeContract('sqlite in one thread', () => openStore({ file: temporaryFile() }))
storeContract('sqlite with reader threads', () => openStore({ file: temporaryFile(), readers: 2 }))
