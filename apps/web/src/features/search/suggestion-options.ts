import { countWords } from '../../lib/number.ts'
import type { Suggested } from './suggestions.ts'

export type Option = { filter: 'speaker' | 'source'; value: string; label: string; detail: string }

/** The suggestions in one order, speakers first. */
export function optionsOf({ speakers, sources }: Suggested): Option[] {
  return [
    ...speakers.map(({ slug, name, quotes, role }) => ({
      filter: 'speaker' as const,
      value: slug,
      label: name,
      detail: [role, countWords(quotes, 'quote')].filter((part) => part !== null).join(' · '),
    })),
    ...sources.map(({ value, label, quotes }) => ({
      filter: 'source' as const,
      value,
      label,
      detail: countWords(quotes, 'quote'),
    })),
  ]
}
