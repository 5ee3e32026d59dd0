import type { StatisticCard } from '@onrecord/schema'
import { chartOf } from './chart-points.ts'
import type { Point, Shape } from './chart-points.ts'
import { figureWords, periodWords } from './figure.ts'
import { CHART } from './tuning.ts'
import { tellerOf, words } from './words.ts'

/** Figures of one series by period. Ranges are those stated, none is computed; a bound is an arrow. Nothing for fewer than two. */
export function PeriodChart({
  title,
  rows,
  table,
}: {
  title: string
  rows: readonly StatisticCard[]
  table: string
}) {
  const chart = chartOf(rows, tellerOf)
  if (chart === null) return null
  const { points, values, periods, left } = chart
  const leftOut = rows.length - points.length
  const base = CHART.height - CHART.bottom
  return (
    <figure className="period-chart" aria-label={words.chart(title)}>
      <svg viewBox={`0 0 ${CHART.width} ${CHART.height}`} width={CHART.width} height={CHART.height}>
        <g aria-hidden="true">
          {values.map(({ at, text }) => (
            <g key={text}>
              <line className="chart-line" x1={left} x2={CHART.width} y1={at} y2={at} />
              <text className="chart-tick" x={left - 5} y={at + 4} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          {periods.map(({ at, text }) => (
            <text key={text} className="chart-tick" x={at} y={base + 20} textAnchor="middle">
              {text}
            </text>
          ))}
        </g>
        {points.map((point) => (
          <PointMark key={point.card.id} point={point} />
        ))}
        <g aria-hidden="true">
          {points.map(
            ({ card, label }) =>
              label !== null && (
                <text
                  key={card.id}
                  className="chart-label"
                  x={label.x}
                  y={label.y}
                  textAnchor={label.end ? 'end' : 'start'}
                >
                  {label.text}
                </text>
              ),
          )}
        </g>
      </svg>
      <figcaption>
        {words.chartHow} {leftOut > 0 && words.leftOut(leftOut)} <a href={`#${table}`}>{words.asTable}</a>
      </figcaption>
    </figure>
  )
}

function PointMark({ point: { card, x, y, low, high, bound, shape } }: { point: Point }) {
  const name = [tellerOf(card), figureWords(card), periodWords(card.period)]
    .filter((part) => part !== null)
    .join(', ')
  const at = y ?? ((low ?? 0) + (high ?? 0)) / 2
  return (
    <a href={`/statistics/${card.id}`} aria-label={name}>
      <title>{name}</title>
      <rect className="chart-space" x={x - 12} y={at - 12} width={24} height={24} />
      {low !== null && high !== null && (
        <path className="chart-whisker" d={`M${x - 4} ${high}h8M${x} ${high}V${low}M${x - 4} ${low}h8`} />
      )}
      {y !== null && bound !== null && (
        <path
          className="chart-whisker"
          d={bound === 'up' ? `M${x} ${y}v-18m-4 5l4 -5l4 5` : `M${x} ${y}v18m-4 -5l4 5l4 -5`}
        />
      )}
      {/* A range without a value has its teller's shape at either end: its middle is nobody's figure. */}
      {(y === null ? [low, high] : [y]).map(
        (place) =>
          place !== null && <path key={place} className="chart-point" d={outline(shape, x, place)} />,
      )}
    </a>
  )
}

function outline(shape: Shape, x: number, y: number): string {
  switch (shape) {
    case 'circle':
      return `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z`
    case 'triangle':
      return `M${x} ${y - 5.5}l5.5 10h-11z`
    case 'square':
      return `M${x - 4} ${y - 4}h8v8h-8z`
    case 'diamond':
      return `M${x} ${y - 6}l6 6l-6 6l-6 -6z`
    default:
      return shape satisfies never
  }
}
