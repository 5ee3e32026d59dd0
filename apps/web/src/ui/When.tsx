import { dateWords, timeWords } from '../lib/when.ts'

/** A date as far as it is known; an instant tells its time and zone in the title. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at.length > 10 ? `${timeWords(at)} UTC` : undefined}>
      {dateWords(at)}
    </time>
  )
}

/** An instant to the minute, in UTC. */
export function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at} title={`${timeWords(at)} UTC`}>
      {timeWords(at)}
    </time>
  )
}
