import type { Region, When } from '@onrecord/schema'
import type { Figure } from './figure.ts'
import { readLexemes } from './lexeme.ts'
import type { Lexeme } from './lexeme.ts'
import { readDates, referenceDay } from './period.ts'
import type { DatePhrase } from './period.ts'
import { readFigures } from './reader.ts'

/** What stands in a text before anything is linked: its lexemes, dates and figures, in order. */
export type Spotted = {
  lexemes: readonly Lexeme[]
  phrases: readonly DatePhrase[]
  figures: readonly Figure[]
  reference: When | null
}

/**
 * Reads dates first, then the figures that are left. Nothing is found in `regions`; the date line among
 * them gives the reference for relative dates where `publishedAt` is not known.
 */
export function spot(text: string, regions: readonly Region[], publishedAt: When | null): Spotted {
  const lexemes = readLexemes(text)
  const reference = publishedAt ?? dateLine(text, lexemes, regions)
  const { phrases, taken } = readDates({ text, lexemes, reference: referenceDay(reference) })
  const outside =
    regions.length === 0 ? phrases : phrases.filter(({ start, end }) => !touches(regions, start, end))
  markRegions(lexemes, regions, taken)
  return { lexemes, phrases: outside, figures: readFigures({ text, lexemes }, taken), reference }
}

function markRegions(lexemes: readonly Lexeme[], regions: readonly Region[], taken: Uint8Array): void {
  let at = 0
  for (const { start, end } of regions) {
    while (at < lexemes.length && (lexemes[at]?.end ?? 0) <= start) at++
    while (at < lexemes.length && (lexemes[at]?.start ?? 0) < end) taken[at++] = 1
  }
}

function touches(regions: readonly Region[], start: number, end: number): boolean {
  let low = 0
  let high = regions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((regions[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const region = regions[low]
  return region !== undefined && region.start < end
}

/** The first whole date of a date line or byline, as a day. */
function dateLine(text: string, lexemes: readonly Lexeme[], regions: readonly Region[]): When | null {
  for (const { start, end, kind } of regions) {
    if (kind !== 'dateline' && kind !== 'byline') continue
    const inside = lexemes.filter((lexeme) => lexeme.start >= start && lexeme.end <= end)
    const { phrases } = readDates({ text, lexemes: inside, reference: null })
    for (const { interval } of phrases)
      if (interval.grain === 'day' && interval.from !== null && interval.to === interval.from + 1) {
        const date = new Date(interval.from * 86_400_000)
        return date.toISOString().slice(0, 10)
      }
  }
  return null
}
