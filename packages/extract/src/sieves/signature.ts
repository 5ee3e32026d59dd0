import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { phraseStartingAt } from '../attribution/mention.ts'

/** “The bridge is safe.” — Mara Quill */
export const signatureSieve: Sieve = {
  name: 'signature',
  score: 0.9,
  read(reading) {
    const { items } = reading
    const dash = items[1]
    if (items[0]?.kind !== 'quote' || dash === undefined || !/^[—–-]+$/.test(dash.lower) || items.length > 20)
      return
    const mention = phraseStartingAt(items, 2, items.length)
    if (mention?.kind !== 'name' || mention.first !== 2) return
    if (items.some(({ kind }, index) => index > 2 && kind === 'quote')) return
    addFinding(reading, signatureSieve, { site: null, mention, parts: [[0, 1]] })
  },
}
