import type { OccurrenceView, QuoteView } from '@onrecord/schema'
import { Fragment } from 'react'
import { noSpeaker } from './record-words.ts'
import { words } from './words.ts'

/** In one sentence the words of the article that the attribution rests on; the rule and its figures folded. */
export function WhySpeaker({ quote, occurrence }: { quote: QuoteView; occurrence: OccurrenceView }) {
  const { attribution, cue, mention, foundBy } = occurrence
  if (attribution === null) return null
  const evidence =
    attribution.evidence.length > 0
      ? attribution.evidence
      : [mention?.anchor, cue?.anchor].filter((anchor) => anchor != null)
  return (
    <section className="why" aria-labelledby="why">
      <h2 id="why">{words.why}</h2>
      <p>
        <strong dir="auto">{quote.speaker?.name ?? noSpeaker}.</strong> {words.basis[attribution.basis]}
        {evidence.map(({ start, exact }, index) => (
          <Fragment key={start}>
            {index === 0 ? ': ' : ', '}
            <q className="evidence" lang={quote.language} dir="auto">
              {exact}
            </q>
          </Fragment>
        ))}
        .
      </p>
      <details className="how">
        <summary>{words.how}</summary>
        <dl className="fields">
          <div>
            <dt>{words.foundBy[foundBy.kind]}</dt>
            <dd>
              {foundBy.name}
              {foundBy.version !== null && `, ${words.version(foundBy.version)}`}
            </dd>
          </div>
          <div>
            <dt>{words.rule}</dt>
            <dd>{attribution.rule}</dd>
          </div>
          {cue?.lemma != null && (
            <div>
              <dt>{words.cueWord}</dt>
              <dd lang={quote.language}>{cue.lemma}</dd>
            </div>
          )}
          <div>
            <dt>{words.score}</dt>
            <dd>{words.scoreOf(attribution.score)}</dd>
          </div>
        </dl>
      </details>
    </section>
  )
}
