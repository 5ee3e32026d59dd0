import type { Receipt } from '@onrecord/schema'
import type { Actor } from '../access.ts'
import { createServices } from '../services.ts'
import type { Services } from '../services.ts'
import type { Store } from '../store.ts'
import { batchOf } from './batch.ts'
import type { BatchSketch } from './batch.ts'
import { sha256 } from './digest.ts'
import { memoryStore } from './memory-store.ts'
import { countedIds } from './world.ts'

export const reader: Actor = { kind: 'anonymous' }
export const editor: Actor = {
  kind: 'user',
  userId: 'usr_00000000000000000000000001',
  role: 'editor',
  name: 'Ines',
}

/** An invented article with a quote, a quote in a quote, a partly quoted one and a figure. */
export const ferry: BatchSketch = {
  key: 'id:ferry',
  title: 'Minister rules out rise',
  publisher: 'The Harbour Gazette',
  publishedAt: '2031-03-12',
  text: [
    'The council met for two hours. “The ferry fares will not rise this year,” Ana Vidal Roche, the harbour minister of Port Elden, told reporters.',
    '“He told me ‘we are full’ and left,” said Tomas Brekke, who cited the fares report of Port Elden. It counts 4,000 boats.',
    'Officials said the port was “safe”.',
  ].join('\n\n'),
  quotes: [
    { words: 'The ferry fares will not rise this year,', speaker: 'Ana Vidal Roche', cue: 'told reporters' },
    { words: 'He told me ‘we are full’ and left,', speaker: 'Tomas Brekke' },
    { words: 'we are full', within: 1 },
    { words: 'the port was “safe', kind: 'mixed', speaker: 'Officials' },
  ],
  statistics: [
    { surface: '4,000', value: 4000, measure: 'boats', speaker: 'Port Elden', cites: 'fares report' },
  ],
  speakers: [
    {
      name: 'Ana Vidal Roche',
      role: 'harbour minister',
      organization: 'Port Elden',
      aliases: ['Vidal Roche'],
    },
    { name: 'Port Elden', kind: 'government' },
    { name: 'Officials', kind: 'group' },
    { name: 'Nobody Asked' },
  ],
  sources: [{ name: 'fares report', issuer: 'Port Elden' }],
}

/** Services over a store in memory, with a clock that goes on by a second and ids that count up. */
export function setUp(): {
  store: Store
  services: Services
  put: (sketch: BatchSketch) => Promise<Receipt>
} {
  const store = memoryStore()
  let seconds = 0
  const clock = () => new Date(Date.UTC(2031, 3, 1, 0, 0, ++seconds)).toISOString()
  const services = createServices({ store, clock, newId: countedIds(), digest: sha256 })
  const put = (sketch: BatchSketch) => services.batch.put({ kind: 'system', task: 'ingest' }, batchOf(sketch))
  return { store, services, put }
}
