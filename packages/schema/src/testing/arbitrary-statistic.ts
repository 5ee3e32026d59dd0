import * as fc from 'fast-check'
import type { Statistic } from '../statistic.ts'
import { anchorsIn, article, figure, id, interval, maybe, text, when, words } from './arbitrary-value.ts'
import { rank, reviewStatus, versioned } from './arbitrary-versioned.ts'

const nothing = { value: null, low: null, high: null }

/** Value, bounds and approximator that go together. */
const reading: fc.Arbitrary<Pick<Statistic, 'value' | 'low' | 'high' | 'approximator' | 'unread'>> = fc.oneof(
  fc.record({
    value: figure,
    low: fc.constant(null),
    high: fc.constant(null),
    approximator: fc.constantFrom('exact', 'about', 'atLeast', 'moreThan', 'atMost', 'lessThan'),
    unread: fc.constant(null),
  }),
  fc
    .tuple(
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('range' as const, 'order' as const),
    )
    .map(([low, width, approximator]) => ({
      value: null,
      low,
      high: low + width,
      approximator,
      unread: null,
    })),
  fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 99 })).map(([value, margin]) => ({
    value,
    low: value - margin,
    high: value + margin,
    approximator: 'plusMinus' as const,
    unread: null,
  })),
  words.map((unread) => ({ ...nothing, approximator: 'exact' as const, unread })),
)

const unit: fc.Arbitrary<Statistic['unit']> = fc.oneof(
  fc.constant({ kind: 'none' as const, code: null, text: null, per: null }),
  fc.record({
    kind: fc.constant('currency' as const),
    code: fc.constantFrom('EUR', null),
    text: maybe(words),
    per: maybe(fc.record({ kind: fc.constant('time' as const), code: fc.constant('a'), text: maybe(words) })),
  }),
  fc.record({
    kind: fc.constantFrom('count' as const, 'physical' as const, 'other' as const),
    code: fc.constant(null),
    text: words,
    per: fc.constant(null),
  }),
)

export const statistic: fc.Arbitrary<Statistic> = article
  .chain((of) => anchorsIn(of, 1, 1))
  .chain(([anchor = null]) => {
    const anchored = fc.record({ text: words, anchor: fc.constant(anchor) })
    return fc
      .record({
        id: id('sta'),
        surface: words,
        digits: maybe(fc.integer({ min: 1, max: 9 })),
        unit,
        kind: fc.constantFrom('level' as const, 'change' as const, 'ratio' as const),
        direction: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
        status: fc.constantFrom('observed' as const, 'forecast' as const),
        measure: maybe(
          fc.record({
            text: words,
            statType: fc.constantFrom('count' as const, 'other' as const),
            property: maybe(words),
            anchor: fc.constant(anchor),
          }),
        ),
        denominator: maybe(anchored),
        population: maybe(
          fc.record({
            text: words,
            anchor: fc.constant(anchor),
            constraints: fc.array(fc.record({ property: words, value: words }), { maxLength: 2 }),
          }),
        ),
        place: maybe(
          fc.record({
            text: words,
            anchor: fc.constant(anchor),
            scheme: fc.constant('iso3166-1' as const),
            code: words,
          }),
        ),
        period: maybe(
          fc.tuple(interval, maybe(words), maybe(when)).map(([dates, said, relativeTo]) => ({
            text: said,
            anchor,
            ...dates,
            grain: 'year' as const,
            asOf: false,
            relativeTo,
          })),
        ),
        base: maybe(fc.record({ value: maybe(figure), period: maybe(words), text: words })),
        assertedBy: maybe(id('spk')),
        measuredBy: maybe(
          fc.record({ speakerId: maybe(id('spk')), text: maybe(words), citationId: maybe(id('cit')) }),
        ),
        marginOfError: maybe(figure),
        method: maybe(text),
        quoteId: maybe(id('quo')),
        links: fc.record({
          measure: maybe(words),
          population: maybe(words),
          place: maybe(words),
          period: maybe(words),
          asserter: maybe(words),
        }),
        occurrenceIds: fc.uniqueArray(id('occ'), { minLength: 1, maxLength: 3 }),
        review: reviewStatus,
        rank,
      })
      .chain((fields) =>
        fc.tuple(reading, versioned).map(([read, times]) => ({ ...fields, ...read, ...times })),
      )
  })
