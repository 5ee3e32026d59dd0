import { foldWithPlaces } from './folding.ts'
import { SLUG_LENGTH } from './tuning.ts'

/** The address form of a name: folded words in Latin letters where they can be, joined by hyphens; `unnamed` where nothing is left. */
export function slugOf(name: string): string {
  const words = foldWithPlaces(name, 'latin')
    .text.replaceAll(/[^\p{Ll}\p{Lo}\p{N} ]/gu, '')
    .split(' ')
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > SLUG_LENGTH) break
    slug = longer
  }
  return slug === ''
    ? Array.from(words[0] ?? 'unnamed')
        .slice(0, SLUG_LENGTH / 2)
        .join('')
    : slug
}

/** `base`, or the first free of `base-2`, `base-3` … in a number of questions that grows with the logarithm of those taken. */
export async function freeSlug(base: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  if (!(await isTaken(base))) return base
  let taken = 1
  let free = 2
  while (await isTaken(`${base}-${free}`)) {
    taken = free
    free *= 2
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (await isTaken(`${base}-${middle}`)) taken = middle
    else free = middle
  }
  return `${base}-${free}`
}
