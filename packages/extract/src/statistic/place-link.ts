import type { Document } from '../document.ts'
import type { Found } from './index.ts'
import type { Placed } from './link.ts'
import { isGeneral, readPlaces } from './place.ts'
import type { Place } from './place.ts'
import type { Spotted } from './spot.ts'

export type PlaceLink = { place: Place; rule: string; inText: boolean }

/** The place each figure holds in: one of its sentence, else the paragraph's last, else the one the article is about. */
export function placeLinker(
  document: Document,
  { lexemes, phrases }: Spotted,
  { speakers }: Found,
  placed: readonly Placed[],
): (item: Placed) => PlaceLink | null {
  if (placed.length === 0) return () => null
  const taken = new Uint8Array(lexemes.length)
  for (const { first, next } of phrases) taken.fill(1, first, next)
  for (const { start, end } of document.regions) markRegion(lexemes, taken, start, end)
  const names = new Set<string>()
  for (const { kind, mentions } of speakers)
    if (kind !== 'government' && kind !== 'organization')
      for (const { start, end } of mentions) names.add(`${start} ${end}`)
  const places = readPlaces(document.text, lexemes, taken, (start, end) =>
    names.has(`${start} ${end}`),
  ).filter(({ text }) => !titled.test(text))
  const main = mainPlace(document, places)
  let low = 0
  let last: { place: Place; paragraph: number } | null = null
  return ({ figure, sentence, before, after }) => {
    while (low < places.length && (places[low]?.next ?? 0) <= sentence.first) {
      const place = places[low]
      if (place && place.use !== 'named' && !isGeneral(place.text))
        last = { place, paragraph: sentence.paragraph }
      low++
    }
    if (figure.unit.kind === 'time') return null
    let best: Place | null = null
    let least = Infinity
    for (let at = low; at < places.length && at < low + 40; at++) {
      const place = places[at]
      if (place === undefined || place.first >= sentence.next) break
      const behind = place.first >= figure.next
      const crossed = behind
        ? after !== null && place.first >= after.first
        : before !== null && place.next <= before.first
      const apart = behind ? place.first - figure.next : Math.max(0, figure.first - place.next)
      // «the region» belongs to what stands right before it; a place behind another figure to that figure.
      if (behind && crossed) continue
      if (isGeneral(place.text) && (behind ? apart > 3 : crossed)) continue
      const distance = apart + (crossed ? 10 : 0) + (behind ? 0 : 3) + (place.use === 'named' ? 14 : 0)
      if (distance < least) {
        least = distance
        best = place
      }
    }
    if (best)
      return {
        place: best,
        rule: best.first >= figure.next ? `following-${best.use}` : `preceding-${best.use}`,
        inText: true,
      }
    if (last && last.paragraph === sentence.paragraph)
      return { place: last.place, rule: 'paragraph', inText: true }
    // A share of «it» or «that» lies where its whole does, which the sentence does not say.
    if (
      figure.kind === 'ratio' ||
      (figure.kind === 'share' &&
        lexemes[figure.next]?.lower === 'of' &&
        /^(?:it|its|that|this|them|whom|which)$/.test(lexemes[figure.next + 1]?.lower ?? ''))
    )
      return null
    return main ? { place: main, rule: 'article', inText: true } : null
  }
}

/** «from Mr Arne Lund» names nobody's town. */
const titled = /^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady)\b/

function markRegion(lexemes: Spotted['lexemes'], taken: Uint8Array, start: number, end: number): void {
  let low = 0
  let high = lexemes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lexemes[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  for (let at = low; at < lexemes.length && (lexemes[at]?.start ?? 0) < end; at++) taken[at] = 1
}

/** The place an article is about: named with a preposition or as owner at least twice, and twice as often as any other. */
function mainPlace(document: Document, places: readonly Place[]): Place | null {
  const counts = new Map<string, { place: Place; count: number }>()
  for (const place of places) {
    if (isGeneral(place.text)) continue
    const weight = place.use === 'named' ? 1 : 2
    const entry = counts.get(place.text)
    if (entry) entry.count += weight
    else counts.set(place.text, { place, count: weight + (place.end < document.text.length / 6 ? 1 : 0) })
  }
  let best: { place: Place; count: number } | null = null
  let second = 0
  for (const entry of counts.values())
    if (best === null || entry.count > best.count) {
      second = best?.count ?? 0
      best = entry
    } else second = Math.max(second, entry.count)
  return best !== null && best.count >= 4 && best.count >= 2 * second ? best.place : null
}
