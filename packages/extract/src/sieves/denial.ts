import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { phraseStartingAt } from '../attribution/mention.ts'
import { trim, words } from './region.ts'
import { contentEnd } from './region.ts'

/** The ministry denied sending the letter. — The claims were denied by the ministry. */
export const denialSieve: Sieve = {
  name: 'denial',
  score: 0.7,
  read(reading) {
    const { items } = reading
    for (const site of reading.cues) {
      if (reading.usedCues.has(site) || site.cue.lemma !== 'deny') continue
      if (site.shape === 'passive') {
        const agent =
          items[site.end]?.lower === 'by' ? phraseStartingAt(items, site.end + 1, items.length) : null
        if (agent === null || site.subject === null) continue
        addFinding(reading, denialSieve, {
          site,
          mention: agent,
          parts: [[site.subject.wholeFirst, site.subject.wholeEnd]],
        })
        continue
      }
      if (site.shape !== 'finite' || site.subject === null) continue
      const region = trim(items, [site.end, contentEnd(reading, site.end)])
      if (words(items, region) < 2) continue
      addFinding(reading, denialSieve, { site, mention: site.subject, parts: [region] })
    }
  },
}
