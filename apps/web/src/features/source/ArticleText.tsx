import type { SourceView } from '@onrecord/schema'
import { paragraphsOf } from '../../lib/segments.ts'
import type { Stretch } from '../../lib/segments.ts'
import { MarkedText } from '../quote/index.ts'
import type { Marks } from './article.ts'
import { words } from './words.ts'

type Region = SourceView['regions'][number]
type Block = { region: Region | null; paragraphs: Stretch[] }

/** The text as captured, paragraph by paragraph, with its marks; what is no article text stands apart. */
export function ArticleText({ source, marks }: { source: SourceView; marks: Marks }) {
  return (
    <div className="article" lang={source.language ?? undefined}>
      {blocksOf(source).map(({ region, paragraphs }) => {
        const inner = paragraphs.map((stretch) => (
          <Paragraph key={stretch.start} text={source.text} marks={marks} stretch={stretch} />
        ))
        return region === null ? (
          inner
        ) : (
          <aside
            key={region.start}
            className={`aside aside-${region.kind}`}
            aria-label={words.aside[region.kind]}
          >
            {inner}
            <p className="aside-name" lang="en">
              {words.aside[region.kind]}
            </p>
          </aside>
        )
      })}
    </div>
  )
}

function Paragraph({ text, marks, stretch }: { text: string; marks: Marks; stretch: Stretch }) {
  const { start, end } = stretch
  return (
    <p dir="auto">
      <MarkedText
        text={text.slice(start, end)}
        offset={start}
        layers={marks.layers.filter((layer) => layer.start < end && layer.end > start)}
        labels={marks.labels.filter(({ at }) => at > start && at <= end)}
        anchors={marks.anchors}
      />
    </p>
  )
}

/** Paragraphs in a row that are of one kind, a heading with what it heads, make one block. */
function blocksOf({ text, regions }: SourceView): Block[] {
  const blocks: Block[] = []
  for (const { start, end } of paragraphsOf(text)) {
    const region = regions.find((one) => one.start <= start && end <= one.end) ?? null
    const last = blocks.at(-1)
    if (last !== undefined && last.region?.kind === region?.kind) last.paragraphs.push({ start, end })
    else blocks.push({ region, paragraphs: [{ start, end }] })
  }
  return blocks
}
