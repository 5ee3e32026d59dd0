import { useSyncExternalStore } from 'react'
import { trailOf } from '../../lib/trail.ts'
import { words } from './words.ts'

const never = () => () => undefined

/** A way back to the list the reader came from; without script, or from elsewhere, nothing. */
export function BackToResults({ id }: { id: string }) {
  const trail = useSyncExternalStore(
    never,
    () => trailOf(id),
    () => null,
  )
  if (trail === null) return <span />
  return (
    <a className="back" href={trail.address} data-back="">
      <span aria-hidden="true">‹ </span>
      {words.back(trail.at === null ? null : words.place(trail.at, trail.of))}
    </a>
  )
}
