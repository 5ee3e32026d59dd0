import { addFinding } from '../attribution/finding.ts'
import type { Reading, Sieve } from '../attribution/finding.ts'
import { phraseStartingAt } from '../attribution/mention.ts'
import { seek } from '../attribution/clause.ts'
import { hasQuote, trim, words } from './region.ts'
import type { Range } from './region.ts'

/** According to the ministry, the bridge is safe. — The bridge, according to Mara Quill, is safe. */
export const accordingToSieve: Sieve = {
  name: 'according to',
  score: 0.85,
  read(reading) {
    const { items } = reading
    for (let at = 0; at + 2 < items.length; at++)
      if (items[at]?.lower === 'according' && items[at + 1]?.lower === 'to') readAt(reading, at)
  },
}

function readAt(reading: Reading, at: number): void {
  const { items } = reading
  const core = phraseStartingAt(items, at + 2, items.length)
  if (core === null) return
  const from = items[at]
  const to = items[at + 1]
  if (from === undefined || to === undefined) return
  const parts = at <= 1 ? contentAfter(items, core.wholeEnd) : contentAround(reading, at, core.wholeEnd)
  if (parts.length === 0) return
  addFinding(
    reading,
    { name: 'according to', score: parts.some((part) => hasQuote(items, part)) ? 0.88 : 0.85 },
    {
      site: null,
      at,
      mention: core,
      parts,
      cue: {
        span: { start: from.start, end: to.end },
        lemma: 'according to',
        stance: 'neutral',
        reports: 'speech',
        negated: false,
      },
    },
  )
}

function contentAfter(items: Reading['items'], from: number): Range[] {
  const comma = seek(items, from, items.length, ({ lower, kind }) => lower === ',' || kind === 'quote')
  // «According to a survey by Lark, commissioned by Mills, 62% …»: the clause begins after the last such comma.
  let start = comma + 1
  if (items[comma]?.kind === 'quote') start = comma
  const next = items[start]
  if (next !== undefined && /(?:ed|ing)$/.test(next.lower) && !next.capital) {
    const second = seek(items, start, items.length, ({ lower }) => lower === ',')
    if (second < items.length) start = second + 1
  }
  const end = seek(items, start, items.length, ({ lower }) => lower === ';')
  const region = trim(items, [start, end])
  return words(items, region) >= 2 ? [region] : []
}

function contentAround(reading: Reading, at: number, after: number): Range[] {
  const { items, taken } = reading
  let from = 0
  for (let index = at - 1; index > 0; index--)
    if (items[index]?.lower === ';' || (taken[index] === 1 && items[index]?.kind !== 'quote')) {
      from = index + 1
      break
    }
  const left = trim(items, [from, at])
  const parts: Range[] = words(items, left) >= 1 ? [left] : []
  if (items[at - 1]?.lower === ',' && items[after]?.lower === ',') {
    const next = items[after + 1]
    const right = trim(items, [after + 1, items.length])
    if (
      next !== undefined &&
      !/^(?:who|which|a|an|the|and|but|although|while)$/.test(next.lower) &&
      !next.lower.endsWith('ing') &&
      words(items, right) >= 2
    )
      parts.push(right)
  }
  return parts
}
