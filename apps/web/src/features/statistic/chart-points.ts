import type { StatisticCard } from '@onrecord/schema'
import { periodWords } from './figure.ts'
import { CHART } from './tuning.ts'

export type Shape = 'circle' | 'triangle' | 'square' | 'diamond'
/** A figure drawn: places in the units of the chart. `y` is null where only a range is stated; whiskers end at low and high. */
export type Point = {
  card: StatisticCard
  x: number
  y: number | null
  low: number | null
  high: number | null
  bound: 'up' | 'down' | null
  shape: Shape
  label: { text: string; x: number; y: number; end: boolean } | null
}
export type Tick = { at: number; text: string }
export type Chart = { points: Point[]; values: Tick[]; periods: Tick[]; left: number }

const shapes = ['circle', 'triangle', 'square', 'diamond'] as const
const DAY = 86_400_000

/** Where the readable, dated figures of one series stand in a chart; null for fewer than two. */
export function chartOf(
  cards: readonly StatisticCard[],
  nameOf: (card: StatisticCard) => string,
): Chart | null {
  const dated = cards.flatMap((card) => {
    const day = middleOf(card.period)
    const stated = statedOf(card)
    return day === null || stated.all.length === 0 ? [] : [{ card, day, ...stated, name: nameOf(card) }]
  })
  if (dated.length < 2) return null
  const ticks = ticksBetween(dated.flatMap(({ all }) => all))
  const first = Math.min(...ticks)
  const last = Math.max(...ticks)
  const left = CHART.letter * Math.max(...ticks.map((tick) => compact(tick).length)) + 8
  const days = dated.map(({ day }) => day)
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const inner = CHART.width - left - CHART.right
  const across = (day: number) =>
    Math.round(left + (from === to ? inner / 2 : ((day - from) / (to - from)) * inner))
  const up = (value: number) =>
    Math.round(
      CHART.height -
        CHART.bottom -
        ((value - first) / (last - first)) * (CHART.height - CHART.bottom - CHART.top),
    )
  const names = [...new Set(dated.map(({ name }) => name))]
  const points = dated.map(({ card, day, value, low, high, name }): Point => {
    // Figures of one time stand side by side, so that none hides another.
    const same = dated.filter((other) => other.day === day)
    const place = same.findIndex((other) => other.card.id === card.id) - (same.length - 1) / 2
    const x = across(day) + place * CHART.beside
    const { approximator } = card
    return {
      card,
      x: Math.round(Math.min(CHART.width - CHART.beside, Math.max(left + CHART.beside, x))),
      y: value === null ? null : up(value),
      low: low === null ? null : up(low),
      high: high === null ? null : up(high),
      bound:
        approximator === 'atLeast' || approximator === 'moreThan'
          ? 'up'
          : approximator === 'atMost' || approximator === 'lessThan'
            ? 'down'
            : null,
      shape: shapes[names.indexOf(name) % shapes.length] ?? 'circle',
      label: null,
    }
  })
  return {
    points: labelled(
      points,
      dated.map(({ name }) => name),
    ),
    values: ticks.map((tick) => ({ at: up(tick), text: compact(tick) })),
    periods: apart(
      dated
        .map(({ card, day }) => ({ at: across(day), text: periodWords(card.period) ?? '' }))
        .toSorted((a, b) => a.at - b.at),
    ),
    left,
  }
}

/** What a figure states; a fall counts below nought. */
function statedOf({ value, low, high, kind, direction }: StatisticCard) {
  const sign = kind === 'change' && direction === 'down' ? -1 : 1
  const signed = (stated: number | null) => (stated === null ? null : stated * sign)
  const stated = { value: signed(value), low: signed(low), high: signed(high) }
  return { ...stated, all: Object.values(stated).filter((one) => one !== null) }
}

function middleOf(period: StatisticCard['period']): number | null {
  const from = period?.from ?? period?.to ?? null
  if (period === null || from === null) return null
  const to = period.to ?? from
  return (Date.parse(from) + Date.parse(to)) / 2 / DAY
}

/** Round values that take in all the others, three to six of them; from nought where that is not far. */
function ticksBetween(values: readonly number[]): number[] {
  const most = Math.max(...values)
  const least = Math.min(...values)
  const low = least > 0 && least < most / 2 ? 0 : least
  const high = most < 0 && most > least / 2 ? 0 : most
  const rough = (high - low || Math.abs(high) || 1) / 3
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough
  const start = Math.floor(low / step)
  const end = Math.max(start + 1, Math.ceil(high / step))
  return Array.from({ length: end - start + 1 }, (_, place) =>
    Number(((start + place) * step).toPrecision(12)),
  )
}

function compact(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 4 })
    .format(value)
    .replace('-', '−')
}

/** Each teller's name once, at its latest figure, moved down until it covers no other. */
function labelled(points: readonly Point[], names: readonly string[]): Point[] {
  const taken: { left: number; right: number; y: number }[] = []
  return points.map((point, place) => {
    const name = names[place] ?? ''
    const isLatest = points.every(
      (other, at) => names[at] !== name || other.x < point.x || (other.x === point.x && at >= place),
    )
    if (!isLatest) return point
    const text = name.length > CHART.name ? `${name.slice(0, CHART.name - 1).trimEnd()}…` : name
    const width = text.length * CHART.letter
    const end = point.x + CHART.beside + width > CHART.width
    const x = end ? point.x - CHART.beside : point.x + CHART.beside
    const [left, right] = end ? [x - width, x] : [x, x + width]
    let y = (point.y ?? point.high ?? 0) + CHART.letter / 2
    while (
      taken.some((other) => left < other.right && other.left < right && Math.abs(other.y - y) < CHART.line)
    )
      y += CHART.line
    taken.push({ left, right, y })
    return { ...point, label: { text, x, y, end } }
  })
}

/** Those that have room beside each other. */
function apart(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = []
  for (const tick of ticks) {
    const before = kept.at(-1)
    const room = before === undefined ? 0 : ((before.text.length + tick.text.length) / 2 + 1) * CHART.letter
    if (before === undefined || tick.at - before.at >= room) kept.push(tick)
  }
  return kept
}
