import { addFinding } from '../attribution/finding.ts'
import type { Sieve } from '../attribution/finding.ts'
import { seek } from '../attribution/clause.ts'
import { contentEnd, hasQuote, trim } from './region.ts'

/** Mara Quill called the plan “a gift to the river”. — described as “…” */
export const objectSieve: Sieve = {
  name: 'called',
  score: 0.8,
  read(reading) {
    const { items } = reading
    for (const site of reading.cues) {
      if (reading.usedCues.has(site) || site.shape === 'passive' || site.shape === 'infinitive') continue
      if (site.cue.use === 'that') continue
      const implicit =
        site.shape === 'ing' && (items[site.first - 1]?.kind !== 'word' || site.subject === null)
      const earlier = reading.findings.findLast(
        ({ stretch, mention }) => stretch === reading.stretch && mention !== null,
      )
      const first = reading.cues.find(({ subject, shape }) => subject !== null && shape === 'finite')
      const mention = implicit ? (earlier?.mention ?? first?.subject ?? null) : site.subject
      if (mention === null && !implicit) continue
      const end = contentEnd(reading, site.end)
      const region = trim(items, [site.end, end])
      if (!hasQuote(items, region)) continue
      const at = seek(items, region[0], region[1], ({ kind }) => kind === 'quote')
      if (at - region[0] > 14 || reading.taken[at] === 1) continue
      const relative = mention !== null && /^(?:who|which)$/.test(items[mention.end - 1]?.lower ?? '')
      if (relative && seek(items, region[0], at, ({ lower }) => lower === ',') < at - 1) continue
      addFinding(
        reading,
        {
          name: site.cue.use === 'object' ? 'called' : 'object',
          score: site.cue.use === 'object' ? 0.85 : 0.65,
        },
        { site, mention, implicit, parts: [region] },
      )
    }
  },
}
