import { firstPersons } from '../languages/en/words.ts'
import type { Finding, Reading } from './finding.ts'

/** Inside somebody's words only what others said counts: no «I think», no attitudes. */
export function dropInnerThoughts({ findings, items }: Reading): Finding[] {
  return findings.filter(({ cue, mention, implicit, rule }) => {
    if (rule === 'colon' || rule === 'object' || rule === 'called') return false
    if (implicit || mention === null || cue === null) return false
    if (cue.reports !== 'speech') return false
    return !firstPersons.has(items[mention.end - 1]?.lower ?? '')
  })
}
