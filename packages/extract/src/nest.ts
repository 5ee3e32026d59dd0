import type { QuoteCandidate } from '@onrecord/schema'
import type { Document } from './document.ts'

/**
 * Adds the scare quotes, puts all in order of their first part, and says of each which quote it is told inside:
 * the smallest other one with a part that holds all of its own. Quotes deeper than eight levels are not looked for.
 */
export function linkNested(
  { quotations, regions }: Document,
  quotes: readonly QuoteCandidate[],
  terms: ReadonlySet<number>,
): QuoteCandidate[] {
  const added: QuoteCandidate[] = []
  let region = 0
  for (const index of [...terms].toSorted((a, b) => a - b)) {
    const quotation = quotations[index]
    if (quotation === undefined || quotation.start >= quotation.end) continue
    while (region < regions.length && (regions[region]?.end ?? 0) <= quotation.start) region++
    if ((regions[region]?.start ?? Infinity) <= quotation.start) continue
    const span = { start: quotation.start, end: quotation.end }
    added.push({
      kind: 'term',
      parts: [span],
      verbatim: [span],
      cue: null,
      mention: null,
      speaker: null,
      source: null,
      nestedIn: null,
      continues: null,
      attribution: { basis: 'none', rule: 'term', score: 0.6, via: null, addressee: null, evidence: [] },
    })
  }
  const before = once([...quotes, ...added])
  const order = before
    .map((_quote, index) => index)
    .toSorted((a, b) => first(before[a]) - first(before[b]) || last(before[b]) - last(before[a]) || a - b)
  const placeOf = new Map(order.map((old, place) => [old, place]))
  const all = order.flatMap((old) => {
    const quote = before[old]
    return quote
      ? [{ ...quote, continues: quote.continues === null ? null : (placeOf.get(quote.continues) ?? null) }]
      : []
  })
  const open: { at: number; end: number }[] = []
  const parts = all
    .flatMap((quote, at) => quote.parts.map((part) => ({ at, ...part })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.at - b.at)
  const result: QuoteCandidate[] = all.map((quote) => ({ ...quote }))
  for (const part of parts) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= part.start) open.pop()
    const quote = result[part.at]
    if (quote && quote.parts[0]?.start === part.start && quote.nestedIn === null) {
      for (let depth = open.length - 1; depth >= 0 && open.length - depth <= 8; depth--) {
        const around = open[depth]
        if (around === undefined || around.at === part.at || around.end < last(quote)) continue
        const outer = result[around.at]
        if (outer?.nestedIn === part.at) continue
        quote.nestedIn = around.at
        break
      }
    }
    open.push({ at: part.at, end: part.end })
  }
  for (const quote of result) {
    const outer = quote.kind === 'term' && quote.nestedIn !== null ? result[quote.nestedIn] : undefined
    if (outer) {
      quote.speaker = outer.speaker
      quote.source = outer.source
    }
  }
  return result
}

/** Each set of parts once: a term that is all of a quote, or a quote read twice, says nothing more. */
function once(quotes: readonly QuoteCandidate[]): QuoteCandidate[] {
  const places = new Map<string, number>()
  const kept: QuoteCandidate[] = []
  const moved: number[] = []
  for (const quote of quotes) {
    const key = quote.parts.map(({ start, end }) => `${start}-${end}`).join()
    const same = kept[places.get(key) ?? -1]
    const twice = same !== undefined && (quote.kind === 'term' || quote.speaker === same.speaker)
    moved.push(twice ? (places.get(key) ?? 0) : kept.length)
    if (twice) {
      const place = places.get(key) ?? 0
      if (quote.attribution.score > same.attribution.score)
        kept[place] = { ...quote, continues: same.continues }
      continue
    }
    if (same === undefined) places.set(key, kept.length)
    kept.push(quote)
  }
  return kept.map((quote) => {
    const continues = quote.continues === null ? null : (moved[quote.continues] ?? null)
    return continues !== null && kept[continues] === quote
      ? { ...quote, continues: null }
      : { ...quote, continues }
  })
}

const first = (quote: QuoteCandidate | undefined): number => quote?.parts[0]?.start ?? 0
const last = (quote: QuoteCandidate | undefined): number => quote?.parts.at(-1)?.end ?? 0
