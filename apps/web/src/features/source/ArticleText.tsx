import type { SourceView } from '@onrecord/schema'
import { paragraphsOf } from '../../lib/segments.ts'
import { MarkedText } from '../quote/index.ts'
import type { Marks } from './article.ts'
import { words } from './words.ts'

/** The text as captured, paragraph by paragraph, with its marks; what is no article text stands apart. */
export function ArticleText({ source, marks }: { source: SourceView; marks: Marks }) {
  const { text, regions, language } = source
  return (
    <div className="article" lang={language ?? undefined}>
      {paragraphsOf(text).map(({ start, end }) => {
        const inside = (stretch: { start: number; end: number }) => stretch.start < end && stretch.end > start
        const whole = regions.find((region) => region.start <= start && end <= region.end)
        const paragraph = (
          <p key={start} dir="auto">
            <MarkedText
              text={text.slice(start, end)}
              offset={start}
              layers={marks.layers.filter(inside)}
              labels={marks.labels.filter(({ at }) => at > start && at <= end)}
              anchors={marks.anchors}
            />
          </p>
        )
        return whole === undefined ? (
          paragraph
        ) : (
          <aside key={start} className={`aside aside-${whole.kind}`} aria-label={words.aside[whole.kind]}>
            {paragraph}
            <p className="aside-name" lang="en">
              {words.aside[whole.kind]}
            </p>
          </aside>
        )
      })}
    </div>
  )
}
