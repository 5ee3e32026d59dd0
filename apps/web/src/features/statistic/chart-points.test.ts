import type { StatisticCard } from '@onrecord/schema'
import { examples } from '@onrecord/schema/examples'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartOf } from './chart-points.ts'
import { CHART } from './tuning.ts'
import { tellerOf } from './words.ts'

const [view] = examples.statisticView
if (view === undefined) throw new RangeError('there is an example of a statistic')
const { links: _l, occurrences: _o, elsewhere: _e, version: _v, createdAt: _c, updatedAt: _u, ...card } = view

let made = 0
function told(year: number | null, said: Partial<StatisticCard>): StatisticCard {
  made += 1
  const period = {
    text: null,
    anchor: null,
    from: String(year),
    to: String((year ?? 0) + 1),
    grain: 'year' as const,
    asOf: false,
    relativeTo: null,
  }
  const bare = {
    value: null,
    low: null,
    high: null,
    approximator: 'exact',
    kind: 'level',
    unread: null,
  } as const
  return {
    ...card,
    ...bare,
    id: `sta_${made}`,
    period: year === null ? null : period,
    speaker: null,
    ...said,
  }
}

test('points stand by period and value, each with its whiskers and bounds', () => {
  const chart = chartOf(
    [
      told(2021, { value: 1.4e6, approximator: 'atLeast' }),
      told(2022, { low: 8e5, high: 9e5, approximator: 'range' }),
      told(2023, { value: 1e6, low: 9e5, high: 1.1e6, approximator: 'plusMinus' }),
      told(2024, { value: 1.2e6, approximator: 'lessThan' }),
    ],
    tellerOf,
  )
  const points = chart?.points ?? []
  expect(points.map(({ bound }) => bound)).toEqual(['up', null, null, 'down'])
  expect(points.map(({ y }) => y === null)).toEqual([false, true, false, false])
  expect(points.map(({ low }) => low === null)).toEqual([true, false, false, true])
  expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).toSorted((a, b) => a - b))
  // More stands higher, which is a smaller y.
  expect(points[0]?.y ?? 0).toBeLessThan(points[3]?.y ?? 0)
  expect(chart?.periods.map(({ text }) => text)).toEqual(['2021', '2022', '2023', '2024'])
  expect(chart?.values.length).toBeGreaterThanOrEqual(2)
})

test('each teller has a shape and one label, and figures of one time do not hide each other', () => {
  const named = (name: string) => ({ ...card.source, publisher: name })
  const chart = chartOf(
    [
      told(2023, { value: 5, source: named('Coast Wire') }),
      told(2024, { value: 5, source: named('Coast Wire') }),
      told(2024, { value: 5, source: named('North Post') }),
    ],
    tellerOf,
  )
  const points = chart?.points ?? []
  expect(points.map(({ shape }) => shape)).toEqual(['circle', 'circle', 'triangle'])
  expect(points.map(({ label }) => label?.text ?? null)).toEqual([null, 'Coast Wire', 'North Post'])
  expect(new Set(points.map(({ x }) => x)).size).toBe(3)
})

test('one figure, or figures without time or value, make no chart', () => {
  expect(chartOf([told(2024, { value: 5 })], tellerOf)).toBeNull()
  expect(chartOf([told(null, { value: 5 }), told(null, { value: 6 })], tellerOf)).toBeNull()
  expect(
    chartOf([told(2024, { value: 5 }), told(2024, { unread: 'two numbers in one' })], tellerOf),
  ).toBeNull()
})

test('whatever the values, everything is drawn inside the chart', () => {
  const value = fc.double({ noNaN: true, min: -1e15, max: 1e15 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1000, max: 2999 }), value), { minLength: 2, maxLength: 12 }),
      (figures) => {
        const chart = chartOf(
          figures.map(([year, one]) => told(year, { value: one })),
          tellerOf,
        )
        for (const { x, y } of chart?.points ?? []) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(CHART.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(CHART.height)
        }
        expect(chart?.points).toHaveLength(figures.length)
        expect(chart?.values.length).toBeLessThanOrEqual(8)
      },
    ),
  )
})
