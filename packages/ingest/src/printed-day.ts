import type { Extraction, IsoTime, When } from '@onrecord/schema'
import { daysIn } from './date.ts'
import { MOST_HEAD_LINE, PUBLISHED_LINES } from './tuning.ts'

type Stretch = { start: number; end: number }

/**
 * The day a text prints as that of its publication: the one on a line «Published: …», else the only one in its
 * datelines, bylines and first two short lines. Null where there is none or more than one, where it is after `at`,
 * and for days in running text.
 */
export function printedDay(text: string, { regions, dates }: Extraction, at: IsoTime): When | null {
  const lines = headLines(text)
  const told = lines.flatMap(({ start, end }) => {
    const line = text.slice(start, end)
    return PUBLISHED.test(line) ? daysIn(line).map(({ day }) => day) : []
  })
  const shown = [
    ...regions.filter(({ kind }) => kind === 'dateline' || kind === 'byline').flatMap(stretchDays),
    ...lines.slice(0, 2).filter(isShort).flatMap(endDays),
  ]
  const days = new Set(told.length > 0 ? told : shown)
  const [day = null] = days
  return days.size === 1 && day !== null && day <= at.slice(0, 10) ? day : null

  function stretchDays({ start, end }: Stretch): string[] {
    const read = dates.flatMap(({ span, from, grain }) =>
      grain === 'day' && from !== null && span.start >= start && span.end <= end ? [from] : [],
    )
    return [...daysIn(text.slice(start, end)).map(({ day }) => day), ...read]
  }

  // «The Water Hour, 3 February 2025» is a date line, «Fares rise on 1 May 2025» a headline.
  function endDays({ start, end }: Stretch): string[] {
    const line = text.slice(start, end)
    return daysIn(line).flatMap((found) =>
      found.end === line.length && BEFORE_DAY.test(line.slice(0, found.start)) ? [found.day] : [],
    )
  }
}

const PUBLISHED = /^(?:first )?(?:published|posted|publication date|date published)(?: on| at)?\s*[:\s]\s*/iu
const BEFORE_DAY = /(?:^|[,;:|·•–—-])\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?$/iu

function isShort({ start, end }: Stretch): boolean {
  return end - start <= MOST_HEAD_LINE
}

/** The first lines with words, white space around them left out. */
function headLines(text: string): Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  while (start < text.length && lines.length < PUBLISHED_LINES) {
    const feed = text.indexOf('\n', start)
    const next = feed < 0 ? text.length : feed
    const line = text.slice(start, next)
    const words = line.trim()
    const first = start + (line.length - line.trimStart().length)
    if (words !== '') lines.push({ start: first, end: first + words.length })
    start = next + 1
  }
  return lines
}
