import type { State } from './build.ts'
import type { Numeral } from './number.ts'

/** «Dros, 61, has», «aged 66», «who was 12»: an age without its unit; «aged 20 to 40» is a band, which counts nothing. */
export function ageOf(state: State, numeral: Numeral, next: number): 'age' | 'band' | null {
  const { lexemes } = state
  if (!Number.isInteger(numeral.value) || numeral.value > 115 || numeral.value < 1) return null
  const before = lexemes[numeral.first - 1]
  const far = lexemes[numeral.first - 2]
  const after = lexemes[next]
  if (before?.lower === 'aged' || before?.lower === 'ages')
    return next > numeral.next
      ? 'band'
      : before.lower === 'ages'
        ? 'band'
        : after?.lower === 'and' || after?.lower === 'to'
          ? 'band'
          : 'age'
  if (before?.lower === 'age' || (before?.lower === 'of' && far?.lower === 'age')) return 'age'
  if (numeral.form !== 'digits' || lexemes[numeral.first]?.lower.includes('.') || numeral.next !== next)
    return null
  const closed = after !== undefined && /^[,.;)]$/.test(after.lower) && after.gap === 0
  return before?.lower === ',' && far?.capital === true && far.kind === 'word' && closed && numeral.value > 4
    ? 'age'
    : null
}
