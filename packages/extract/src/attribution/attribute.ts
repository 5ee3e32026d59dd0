import type { Document } from '../document.ts'
import { applyModel } from '../model/apply.ts'
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

type Read = { readings: Reading[]; turns: ReturnType<typeof readTurns>; terms: Set<number> }

/** Every sentence of a document after the sieves, before quotations without a cue are given away. */
export function readAll(document: Document): Read {
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
  return { readings, turns, terms }
}

/** Everything attributed in a document, in no order, speakers not yet looked up; and its scare quotes. */
export function attribute(
  document: Document,
  model: Model | null,
): { findings: Finding[]; terms: Set<number> } {
  const { readings, turns, terms } = readAll(document)
  const outer = readings.filter(({ stretch }) => stretch.within < 0)
  if (model !== null && isEnglish(document.language))
    for (const reading of outer)
      if (!turns.paragraphs.has(reading.stretch.paragraph)) applyModel(reading, model)
  followOn(document, outer, turns.paragraphs)
  return { findings: [...turns.findings, ...readings.flatMap(({ findings }) => findings)], terms }
}
