import { author, put, world } from '@onrecord/core/testing'
import { openStore } from '../open.ts'

// A process that opens a file, adds one speaker and ends.

const [file = '', prefix = ''] = process.argv.slice(2)
const store = await openStore({ file })
let made = BigInt(prefix) * 1_000_000n
const { speaker } = world((kind) => `${kind}_${(++made).toString(8).padStart(26, '0')}`)
await store.commit([put('speaker', speaker('Tomas Brekke', { slug: `tomas-${prefix}` }))], author())
await store.close()
