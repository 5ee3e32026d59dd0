import { boundBefore } from './approximator.ts'
import { directionBefore } from './direction.ts'
import { noUnit } from './figure.ts'
import type { Figure } from './figure.ts'
import { countedAfter, measuredAfter } from './measured.ts'
import type { Measured, MoneyBefore, Source } from './measured.ts'
import type { Multiple } from './multiple.ts'
import type { Numeral } from './number.ts'
import type { Proportion } from './proportion.ts'

export type State = Source & { taken: Uint8Array; floor: number }

export type Found = { figure: Figure | null; next: number }

export function spans(state: State, first: number, next: number, numberFirst: number, numberNext: number) {
  const { lexemes } = state
  return {
    first,
    next,
    start: lexemes[first]?.start ?? 0,
    end: lexemes[next - 1]?.end ?? 0,
    numberStart: lexemes[numberFirst]?.start ?? 0,
    numberEnd: lexemes[numberNext - 1]?.end ?? 0,
  }
}

export const blank = {
  value: null,
  low: null,
  high: null,
  digits: null,
  unit: noUnit,
  unitName: null,
  direction: null,
  unread: null,
  verb: -1,
} as const

export function rankFigure(
  state: State,
  first: number,
  next: number,
  numberNext: number,
  value: number,
): Figure {
  return {
    ...blank,
    ...spans(state, first, next, first, numberNext),
    value,
    approximator: 'exact',
    kind: 'rank',
    rule: 'rank',
    score: 0.8,
  }
}

export function orderFigure(
  state: State,
  order: { first: number; next: number; low: number; high: number },
): Found {
  const of = state.lexemes[order.next]?.lower === 'of' ? order.next + 1 : order.next
  const measured = measuredAfter(state, of) ?? countedAfter(state, of, false)
  const bound = boundBefore(state.lexemes, order.first, state.floor, false)
  const next = measured?.next ?? order.next
  return {
    figure: {
      ...blank,
      ...spans(state, bound?.first ?? order.first, next, order.first, order.next),
      low: order.low,
      high: order.high,
      approximator: 'order',
      unit: measured?.unit ?? noUnit,
      unitName: measured?.name ?? null,
      kind: 'level',
      rule: 'order',
      score: 0.7,
    },
    next,
  }
}

export function multipleFigure(state: State, multiple: Multiple): Found {
  const { first, next, value } = multiple
  const bound = boundBefore(state.lexemes, first, state.floor, false)
  const told = directionBefore(state.lexemes, bound?.first ?? first, state.floor)
  return {
    figure: {
      ...blank,
      ...spans(state, bound?.first ?? first, next, first, next),
      value,
      approximator: bound?.bound ?? 'exact',
      unit: { kind: 'other', code: null, text: 'times', per: null },
      unitName: 'times',
      kind: 'ratio',
      direction: multiple.direction ?? told?.direction ?? null,
      rule: `multiple-${multiple.rule}`,
      score: 0.75,
    },
    next,
  }
}

export function proportionFigure(state: State, proportion: Proportion): Found {
  const { lexemes } = state
  const { first, value } = proportion
  let { next } = proportion
  const bound = boundBefore(lexemes, first, state.floor, false)
  const told = directionBefore(lexemes, bound?.first ?? first, state.floor)
  let numberNext = next
  let counted: Measured | null = null
  if (proportion.rule === 'in') {
    counted = countedAfter(state, next, false)
    next = counted?.next ?? next
  } else {
    const measured = measuredAfter(state, next)
    if (measured && measured.unit.kind !== 'percent') {
      // «half a mile» is a length, no share.
      return {
        figure: {
          ...blank,
          ...spans(state, bound?.first ?? first, measured.next, first, numberNext),
          value,
          approximator: bound?.bound ?? 'exact',
          unit: measured.unit,
          unitName: measured.name,
          kind: 'level',
          rule: 'fraction-of-unit',
          score: 0.7,
        },
        next: measured.next,
      }
    }
  }
  numberNext = proportion.next
  return {
    figure: {
      ...blank,
      ...spans(state, bound?.first ?? first, next, first, numberNext),
      value,
      approximator: bound?.bound ?? 'exact',
      unit: counted?.unit ?? noUnit,
      unitName: counted?.name ?? null,
      kind: told?.change ? 'change' : 'share',
      direction: told?.change ? told.direction : null,
      verb: told?.at ?? -1,
      rule: `proportion-${proportion.rule}`,
      score: 0.75,
    },
    next,
  }
}

export function unreadFigure(state: State, numeral: Numeral, money: MoneyBefore | null): Figure {
  const first = money?.first ?? numeral.first
  return {
    ...blank,
    ...spans(state, first, numeral.next, first, numeral.next),
    approximator: 'exact',
    unit: money?.unit ?? noUnit,
    unitName: money?.name ?? null,
    kind: 'level',
    unread: numeral.unread,
    rule: 'unread',
    score: 0.2,
  }
}
