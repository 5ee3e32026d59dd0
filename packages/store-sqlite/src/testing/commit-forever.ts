import { author, put, world } from '@onrecord/core/testing'
import { openStore } from '../open.ts'

// A process that commits articles of 20 quotes and says each when it is acknowledged, until it is killed.

const [file = '', prefix = ''] = process.argv.slice(2)
const store = await openStore({ file })
let made = BigInt(prefix) * 1_000_000n
const { speaker, article } = world((kind) => `${kind}_${(++made).toString(8).padStart(26, '0')}`)
const ana = speaker('Ana Vidal Roche', { slug: `ana-${prefix}` })
await store.commit([put('speaker', ana)], author(`speaker ${prefix}`))
for (let number = 0; ; number++) {
  const quotes = Array.from({ length: 20 }, (_, index) => ({
    text: `harbour words ${number} ${index}`,
    speaker: ana,
  }))
  const { changes, source } = article({ key: `id:${prefix}/${number}`, publishedAt: '2031-02-10', quotes })
  await store.commit(changes, author(`${prefix} ${number}`))
  process.stdout.write(`${source.key}\n`)
}
