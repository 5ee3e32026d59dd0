import { firstPersons } from '../languages/en/words.ts'
import type { Finding, Reading } from './finding.ts'

/** Inside somebody's words only what others said counts: no «I think», no attitudes. */
export function dropInnerThoughts({ findings, items }: Reading): Finding[] {
  return findings.filter(({ cue, mention, implicit, rule }) => {
    if (rule === 'colon' || rule === 'object' || rule === 'called') return false
    if (mention === null || cue === null || (implicit && cue.lemma !== 'say')) return false
    if (cue.reports !== 'speech' || cue.lemma === 'imply' || cue.lemma === 'mean') return false
    if (/^(?:which|that)$/.test(items[mention.end - 1]?.lower ?? '')) return false
    return !firstPersons.has(items[mention.end - 1]?.lower ?? '')
  })
}
