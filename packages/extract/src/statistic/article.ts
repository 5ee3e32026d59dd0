import { boundBefore } from './approximator.ts'
import { blank, spans } from './build.ts'
import type { Found, State } from './build.ts'
import { canBeCounted } from './counted.ts'
import { measuredAfter } from './measured.ts'

/** «over a year», «a liter», «an hour and a half»: one of a unit, where something says that it is measured. */
export function articleFigure(state: State, at: number): Found | null {
  const { lexemes } = state
  const article = lexemes[at]
  if (article?.lower !== 'a' && article?.lower !== 'an') return null
  const measured = measuredAfter(state, at + 1)
  if (measured === null || measured.unit.kind === 'percent' || lexemes[measured.next]?.lower === '-')
    return null
  const bound = boundBefore(lexemes, at, state.floor, measured.unit.kind === 'time')
  const half =
    lexemes[measured.next]?.lower === 'and' &&
    lexemes[measured.next + 1]?.lower === 'a' &&
    lexemes[measured.next + 2]?.lower === 'half'
  const before = lexemes[at - 1]
  const time = measured.unit.kind === 'time'
  const lasting = time && before !== undefined && /^(?:for|lasted|lasting|took|takes)$/.test(before.lower)
  const of =
    time &&
    lexemes[measured.next]?.lower === 'of' &&
    before?.kind !== 'number' &&
    canBeCounted(lexemes[measured.next + 1])
  const alone = at === 0 && measured.next >= lexemes.length
  if (!bound && !half && !of && !alone && !lasting) return null
  if (
    bound &&
    /^(?:within|inside|near|past|below|under|above|beyond|some)$/.test(lexemes[bound.first]?.lower ?? '') &&
    bound.next - bound.first === 1 &&
    !time
  )
    return null
  const next = half ? measured.next + 3 : measured.next
  return {
    figure: {
      ...blank,
      ...spans(state, bound?.first ?? at, next, at, next),
      value: half ? 1.5 : 1,
      approximator: bound?.bound ?? 'exact',
      unit: measured.unit,
      unitName: measured.name,
      kind: 'level',
      rule: 'article',
      score: 0.6,
    },
    next,
  }
}
