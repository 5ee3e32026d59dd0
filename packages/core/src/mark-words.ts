import type { Mark } from '@onrecord/schema'
import { foldKeys, foldWithPlaces, keysFor } from './folding.ts'
import type { Term } from './store.ts'

/** Where whole words of `needle` (folded words, one space between) stand in a folded text. */
function* placesOf(needle: string, folded: string, prefix: boolean): Generator<number> {
  if (needle === '') return
  let at = folded.indexOf(needle)
  while (at !== -1) {
    const end = at + needle.length
    const begins = at === 0 || folded[at - 1] === ' '
    if (begins && (prefix || end === folded.length || folded[end] === ' ')) yield at
    at = folded.indexOf(needle, at + 1)
  }
}

/** Whether a term is found in a text given by its keys (`foldKeys`); a term without words is found nowhere. */
export function holdsTerm(keys: readonly string[], term: Pick<Term, 'text' | 'prefix'>): boolean {
  return foldKeys(term.text).some((needle) =>
    keys.some((key) => !placesOf(needle, key, term.prefix).next().done),
  )
}

/**
 * Where the terms stand in a text, in its own UTF-16 units, in order and apart: whole words, of a prefix only the
 * letters typed, of a phrase all of it. Excluded terms mark nothing.
 */
export function markWords(text: string, terms: readonly Term[]): Mark[] {
  const needles = terms
    .filter(({ excluded }) => !excluded)
    .flatMap(({ text: words, prefix }) => foldKeys(words).map((needle) => ({ needle, prefix })))
  if (needles.length === 0) return []
  const found: Mark[] = []
  for (const key of keysFor(text)) {
    const folded = foldWithPlaces(text, key)
    for (const { needle, prefix } of needles)
      for (const at of placesOf(needle, folded.text, prefix)) {
        const start = folded.starts[at]
        const end = folded.ends[at + needle.length - 1]
        if (start !== undefined && end !== undefined) found.push({ start, end })
      }
  }
  return apart(found)
}

function apart(marks: Mark[]): Mark[] {
  const merged: Mark[] = []
  for (const mark of marks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last !== undefined && mark.start <= last.end) last.end = Math.max(last.end, mark.end)
    else merged.push({ ...mark })
  }
  return merged
}
