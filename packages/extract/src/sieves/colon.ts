import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { phraseEndingAt } from '../attribution/mention.ts'
import { openingSubject } from '../attribution/subject.ts'
import { words } from './region.ts'

/** Mara Quill: “The bridge is safe.” */
export const colonSieve: Sieve = {
  name: 'colon',
  score: 0.8,
  read(reading) {
    const { items } = reading
    for (let at = 1; at + 1 < items.length; at++) {
      const mark = items[at]
      if (mark?.lower !== ':' || items[at + 1]?.kind !== 'quote' || reading.taken[at + 1] === 1) continue
      let end = at + 1
      while (items[end]?.kind === 'quote') end++
      const mention = phraseEndingAt(items, at - 1, 0)
      const opening = openingSubject(items, at)
      const named = mention !== null && mention.kind !== 'nominal' && words(items, [0, mention.first]) <= 2
      addFinding(
        reading,
        { name: 'colon', score: named ? 0.85 : 0.5 },
        {
          site: null,
          at,
          mention: named ? mention : opening,
          implicit: !named,
          parts: [[at + 1, end]],
          basis: named || opening !== null ? 'explicit' : 'inherited',
        },
      )
    }
  },
}
