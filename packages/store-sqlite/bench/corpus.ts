/** A generator of numbers from 0 to 1 that gives the same ones each time. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SYLLABLES = [
  'ba',
  'ke',
  'li',
  'mo',
  'nu',
  'ra',
  'se',
  'ti',
  'vo',
  'zu',
  'dan',
  'fel',
  'gor',
  'hil',
  'jun',
  'mar',
  'nes',
  'pol',
  'sun',
  'tor',
]
export const STOP_WORDS = [
  'the',
  'of',
  'and',
  'to',
  'a',
  'in',
  'that',
  'is',
  'was',
  'for',
  'it',
  'with',
  'on',
  'be',
  'not',
]

/** The word of a rank: stop words first, then pseudo-words, all different. */
export function wordOf(rank: number): string {
  const stop = STOP_WORDS[rank]
  if (stop !== undefined) return stop
  let word = ''
  for (let rest = rank; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? ''
  return `${word}${word.length < 4 ? 'x' : ''}`
}

/** A rank drawn by Zipf's law among `size`: half of all draws fall among the first few hundred. */
export function zipf(next: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** next()) - 1)
}

/** A quote of about 25 words, spread as lengths of real ones are. */
export function quoteText(next: () => number): string {
  const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const length = Math.max(3, Math.round(Math.exp(Math.log(21) + 0.6 * normal)))
  return Array.from({ length }, () => wordOf(zipf(next, 100_000))).join(' ')
}
