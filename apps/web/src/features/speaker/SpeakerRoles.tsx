import type { SpeakerView } from '@onrecord/schema'
import { dateWords, lastBefore } from '../../lib/when.ts'
import { words } from './words.ts'

/** What the speaker is or was, other names, and the records judged to be the same. */
export function SpeakerRoles({ speaker }: { speaker: SpeakerView }) {
  const { affiliations, aliases, description, records, externalIds, name } = speaker
  const others = [...new Set(aliases.map(({ text }) => text))].filter((text) => text !== name)
  return (
    <>
      {description !== null && <p>{description}</p>}
      {affiliations.length > 0 && (
        <ul className="roles">
          {affiliations.map((affiliation) => (
            <li key={`${affiliation.role} ${affiliation.organization} ${affiliation.from}`} dir="auto">
              {[affiliation.role, affiliation.organization].filter((part) => part !== null).join(words.at)}
              <Interval from={affiliation.from} to={affiliation.to} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="aliases">
          {words.alsoWritten}{' '}
          {others.map((text) => (
            <span key={text} className="alias" dir="auto">
              {text}
            </span>
          ))}
        </p>
      )}
      {externalIds.some(({ match }) => match === 'exact') && (
        <p className="aliases">
          {words.elsewhere}{' '}
          {externalIds
            .filter(({ match }) => match === 'exact')
            .map(({ scheme, value }) => (
              <span key={`${scheme} ${value}`} className="alias">
                {scheme} {value}
              </span>
            ))}
        </p>
      )}
      {records.length > 1 && (
        <details className="records">
          <summary>{words.records(records.length)}</summary>
          <ul>
            {records.map(({ id, name, reason, by }) => (
              <li key={id}>
                <span dir="auto">{name}</span>
                {by !== null && ` — ${words.recordBy} ${by}`}
                {reason !== null && ` ${words.reason} ${reason}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Interval({ from, to }: { from: string | null; to: string | null }) {
  if (from === null && to === null) return null
  const last = to === null ? '' : dateWords(lastBefore(to))
  return (
    <span className="interval"> ({from === null ? words.until(last) : `${dateWords(from)}–${last}`})</span>
  )
}
