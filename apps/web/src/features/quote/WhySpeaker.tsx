import type { OccurrenceView, QuoteView } from '@onrecord/schema'
import { noSpeaker } from './record-words.ts'
import { words } from './words.ts'

/** The rule and the words of the article that the attribution rests on. */
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
      </p>
      <dl className="fields">
        {evidence.length > 0 && (
          <div>
            <dt>{words.evidence}</dt>
            <dd lang={quote.language} dir="auto">
              {evidence.map(({ start, exact }) => (
                <q key={start} className="evidence">
                  {exact}
                </q>
              ))}
            </dd>
          </div>
        )}
        {cue?.lemma != null && (
          <div>
            <dt>{words.cueWord}</dt>
            <dd lang={quote.language}>{cue.lemma}</dd>
          </div>
        )}
        <div>
          <dt>{words.rule}</dt>
          <dd>
            {attribution.rule} · {words.score.toLowerCase()} {attribution.score.toFixed(2)}
          </dd>
        </div>
        <div>
          <dt>{words.foundBy}</dt>
          <dd>
            {foundBy.name}
            {foundBy.version !== null && ` ${foundBy.version}`}
          </dd>
        </div>
      </dl>
    </section>
  )
}
