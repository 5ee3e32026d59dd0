export type Bar = { key: string; label: string; count: number; href: string; current: boolean }

const HEIGHT = 44
const GAP = 3
/** Bars are no wider than this, and no narrower than can be told apart. */
const WIDEST = 40
const NARROWEST = 6

/** Counts as bars that are links, drawn in about `space` units; shrunk where there is less room. */
export function BarChart({ title, bars, space }: { title: string; bars: readonly Bar[]; space: number }) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const step = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(space / Math.max(1, bars.length))))
  const width = Math.max(1, bars.length) * step
  return (
    <figure aria-label={title}>
      <svg
        className="bars"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        preserveAspectRatio="xMinYMax meet"
      >
        {bars.map(({ key, label, count, href, current }, index) => {
          const height = count === 0 ? 0 : Math.max(3, Math.round((count / most) * (HEIGHT - 2)))
          return (
            <a key={key} href={href} aria-label={label} aria-current={current ? 'true' : undefined}>
              <title>{label}</title>
              <rect className="bar-space" x={index * step} y={0} width={step} height={HEIGHT} />
              <rect className="bar" x={index * step} y={HEIGHT - height} width={step - GAP} height={height} />
            </a>
          )
        })}
      </svg>
    </figure>
  )
}
