import type { Filter } from './filters.ts'
import { words } from './words.ts'

/** The filters in use; each is a link to the same search without it. */
export function Chips({ filters }: { filters: readonly Filter[] }) {
  if (filters.length === 0) return null
  return (
    <ul className="chips" aria-label={words.filtersOn}>
      {filters.map(({ key, what, value, href }) => (
        <li key={key}>
          <a className="chip" href={href} data-chip="" aria-label={words.removeChip(what, value)}>
            <span className="chip-what">{what}: </span>
            <span dir="auto">{value}</span>
            <span aria-hidden="true" className="chip-x">
              ×
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
