import * as fc from 'fast-check'
import type { Anchor } from '../anchor.ts'
import type { Method } from '../method.ts'
import type { Occurrence } from '../occurrence.ts'
import { anchorsIn, article, id, isoTime, maybe, score, words } from './arbitrary-value.ts'

export const method: fc.Arbitrary<Method> = fc.record({
  kind: fc.constantFrom('human', 'rule', 'model', 'import'),
  name: words,
  version: maybe(words),
  score: maybe(score),
  at: isoTime,
})

const attribution = {
  basis: fc.constantFrom('explicit' as const, 'turn' as const, 'none' as const),
  rule: words,
  score,
  via: maybe(fc.constantFrom('spokesperson' as const, 'lawyer' as const)),
  addressee: maybe(words),
}
const cue = {
  lemma: maybe(words),
  stance: maybe(fc.constantFrom('neutral' as const, 'denying' as const)),
  reports: fc.constantFrom('speech' as const, 'act' as const),
  negated: fc.boolean(),
}

/** Four stretches of a text: two parts, then cue and mention, so that nothing overlaps. */
function occurrenceOf(anchors: readonly Anchor[]): fc.Arbitrary<Occurrence> {
  const [first, second, third, fourth] = anchors
  const parts = first && second ? [first, second] : []
  const kinds = [
    { kind: 'direct' as const, verbatim: parts },
    { kind: 'mixed' as const, verbatim: parts.slice(1) },
    { kind: 'indirect' as const, verbatim: [] },
    { kind: 'term' as const, verbatim: parts },
  ]
  return fc
    .record({
      id: id('occ'),
      revisionId: id('rev'),
      parts: fc.constant(parts),
      cue: third ? maybe(fc.record({ anchor: fc.constant(third), ...cue })) : fc.constant(null),
      mention: fc.constantFrom(
        null,
        { anchor: null, kind: 'implicit' as const, text: null },
        ...(fourth ? [{ anchor: fourth, kind: 'name' as const, text: fourth.exact }] : []),
      ),
      nested: maybe(id('occ')),
      cites: maybe(
        fc.record({ sourceId: maybe(id('src')), anchor: fc.constant(fourth ?? null), text: words }),
      ),
      continues: maybe(id('occ')),
      attribution: fc.record({ ...attribution, evidence: fc.constant(anchors.slice(2)) }),
      foundBy: method,
      createdAt: isoTime,
    })
    .chain((fields) => fc.constantFrom(...kinds).map((kind) => ({ ...fields, ...kind })))
}
/** A quote's occurrence in some text. */
export const occurrence = article.chain((of) => anchorsIn(of, 4, 4)).chain(occurrenceOf)
