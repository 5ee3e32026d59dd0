import type { State } from './build.ts'
import { measuredAfter } from './measured.ts'
import type { Numeral } from './number.ts'
import type { RangeEnd } from './range.ts'

const contests =
  /^(?:won|win|wins|winning|beat|beats|beaten|beating|lost|lose|lead|led|leading|victory|victories|defeat|defeats|defeated|draw|drew|drawn|loss|score|scored|record|tied|tie|level|ahead|behind|vote|voted|game|match|final|rout|triumph|thrashing|edged|downed)$/

/** «2-1», «won 31-14», «a 5-4 ruling»: two bare small numbers joined by a dash and nothing measured. */
export function looksLikeScore(state: State, numeral: Numeral, range: RangeEnd): boolean {
  const { lexemes } = state
  if (
    !/^[-–‐‑]$/.test(range.connector) ||
    range.money ||
    range.firstUnit ||
    numeral.form !== 'digits' ||
    numeral.scale > 1
  )
    return false
  const second = range.numeral
  if (second.scale > 1 || !Number.isInteger(numeral.value) || !Number.isInteger(second.value)) return false
  const next = lexemes[second.next]
  if (measuredAfter(state, second.next)) return false
  if (next?.gap === 0 && /^[-–]$/.test(next.lower)) return true
  if (numeral.value > second.value) return true
  if (second.value > 160) return false
  for (let place = numeral.first - 1; place >= Math.max(state.floor, numeral.first - 6); place--)
    if (contests.test(lexemes[place]?.lower ?? '')) return true
  return next !== undefined && contests.test(next.lower)
}
