import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { phraseStartingAt } from '../attribution/mention.ts'

const longestSignature = 14

/** “The bridge is safe.” — Mara Quill, engineer “It is not.” — Jon Hale */
export const signatureSieve: Sieve = {
  name: 'signature',
  score: 0.9,
  read(reading) {
    const { items } = reading
    for (let at = 0; at + 2 < items.length; at++) {
      if (items[at]?.kind !== 'quote' || !/^(?:[—–―]|--?)$/.test(items[at + 1]?.lower ?? '')) continue
      const mention = phraseStartingAt(items, at + 2, items.length)
      if (mention?.kind !== 'name' || !items[mention.first]?.capital) continue
      let end = mention.wholeEnd
      while (end < items.length && items[end]?.kind !== 'quote' && end - at < longestSignature) end++
      const closes = items[end] === undefined || items[end]?.kind === 'quote'
      const plain = items
        .slice(mention.wholeEnd, end)
        .every(({ lower, kind, capital }) => kind === 'mark' || capital || /^(?:of|the|at|for)$/.test(lower))
      if (closes && (plain || items[mention.wholeEnd]?.lower === ','))
        addFinding(reading, signatureSieve, { site: null, mention, parts: [[at, at + 1]] })
    }
  },
}
