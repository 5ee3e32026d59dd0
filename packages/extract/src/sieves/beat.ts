import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { phraseStartingAt } from '../attribution/mention.ts'

const dash = /^[—–]$|^--$/

/** “When they came” — she points at the gate — “we were asleep.” No cue: whoever acts between the halves speaks. */
export const beatSieve: Sieve = {
  name: 'beat',
  score: 0.8,
  read(reading) {
    const { items } = reading
    for (let at = 0; at + 4 < items.length; at++) {
      if (items[at]?.kind !== 'quote' || !dash.test(items[at + 1]?.lower ?? '') || reading.taken[at] === 1)
        continue
      const mention = phraseStartingAt(items, at + 2, items.length)
      if (mention === null || mention.kind === 'nominal') continue
      let close = at + 3
      while (close < items.length && close - at < 20 && !dash.test(items[close]?.lower ?? '')) close++
      if (items[close + 1]?.kind !== 'quote') continue
      addFinding(reading, beatSieve, {
        site: null,
        mention,
        parts: [
          [at, at + 1],
          [close + 1, close + 2],
        ],
      })
    }
  },
}
