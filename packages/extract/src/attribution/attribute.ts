import type { Document } from '../document.ts'
import { readStretches } from '../reading/stretch.ts'
import { sieves } from '../sieves/index.ts'
import { dropInnerThoughts } from './nested.ts'
import { findCues } from './cue.ts'
import type { Finding, Reading } from './finding.ts'
import { followOn } from './follow.ts'
import { findTerms } from './terms.ts'
import { readTurns } from '../sieves/turn.ts'

/** Everything attributed in a document, in no order, speakers not yet looked up; and its scare quotes. */
export function attribute(document: Document): { findings: Finding[]; terms: Set<number> } {
  const { terms, blank } = findTerms(document)
  const ignored = new Set([...terms, ...blank])
  const stretches = readStretches(document, ignored)
  const turns = readTurns(document, stretches)
  const readings: Reading[] = []
  for (const stretch of stretches) {
    const reading: Reading = {
      document,
      stretch,
      items: stretch.items,
      cues: findCues(stretch.items, stretch.heading),
      taken: new Uint8Array(stretch.items.length),
      usedCues: new Set(),
      findings: [],
    }
    for (const sieve of sieves) sieve.read(reading)
    if (stretch.within >= 0 || turns.paragraphs.has(stretch.paragraph))
      reading.findings = dropInnerThoughts(reading)
    readings.push(reading)
  }
  const outer = readings.filter(({ stretch }) => stretch.within < 0)
  followOn(document, outer, turns.paragraphs)
  return { findings: [...turns.findings, ...readings.flatMap(({ findings }) => findings)], terms }
}
