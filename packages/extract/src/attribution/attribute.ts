import type { Document } from '../document.ts'
import { combine } from '../model/combine.ts'
import type { Ruled } from '../model/combine.ts'
import type { Model } from '../model/weights.ts'
import { isEnglish } from '../reading/language.ts'
import { readStretches } from '../reading/stretch.ts'
import { sieves } from '../sieves/index.ts'
import { dropInnerThoughts } from './nested.ts'
import { findCues } from './cue.ts'
import type { Finding, Reading } from './finding.ts'
import { followOn } from './follow.ts'
import { findTerms } from './terms.ts'
import { readTurns } from '../sieves/turn.ts'

/** What the rules make of a document: findings outside quotations, the other ones, scare quotes. */
export function readRuled(document: Document): { ruled: Ruled; others: Finding[]; terms: Set<number> } {
  const { terms, blank } = findTerms(document)
  const stretches = readStretches(document, new Set([...terms, ...blank]))
  const turns = readTurns(document, stretches)
  const readings = stretches.map((stretch) => {
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
    return reading
  })
  const outer = readings.filter(({ stretch }) => stretch.within < 0)
  followOn(document, outer, turns.paragraphs)
  const free = outer.filter(({ stretch }) => !turns.paragraphs.has(stretch.paragraph))
  const findings = free.flatMap((reading) => reading.findings)
  const known = new Set(findings)
  const others = readings.flatMap((reading) => reading.findings).filter((finding) => !known.has(finding))
  return {
    ruled: { document, readings, findings, turns: turns.paragraphs },
    others: [...turns.findings, ...others],
    terms,
  }
}

/** Everything attributed in a document, in no order, speakers not yet looked up; and its scare quotes. */
export function attribute(
  document: Document,
  model: Model | null,
): { findings: Finding[]; terms: Set<number> } {
  const { ruled, others, terms } = readRuled(document)
  const tagged = model !== null && isEnglish(document.language)
  return { findings: [...others, ...(tagged ? combine(ruled, model) : ruled.findings)], terms }
}
