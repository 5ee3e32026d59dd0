import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { Layer } from '../../lib/segments.ts'
import { segmentsOf } from '../../lib/segments.ts'

/** What a stretch of an article is: its underline follows from it. */
export type Role = 'verbatim' | 'reported' | 'term' | 'statistic' | 'cue' | 'aside'

/** A label behind a mark: `q1`, a link with its full name; not part of the copied text. */
export type Label = {
  at: number
  id: string | null
  text: string
  name: string
  href: string
  of: string
  term: boolean
}

type Props = {
  text: string
  /** Where `text` starts in the revision the offsets count in. */
  offset: number
  layers: readonly Layer<Role>[]
  labels?: readonly Label[]
  /** Where each record's own address in the page is: at the mark that starts there. */
  anchors?: ReadonlyMap<string, number>
}

/** A passage of an article with what was found in it; always text, never HTML of the source. */
export function MarkedText({ text, offset, layers, labels = [], anchors }: Props) {
  const segments = segmentsOf(text, layers, offset)
  return segments.map((segment) => {
    const start = segment.start + offset
    const end = segment.end + offset
    return (
      <Fragment key={segment.start}>
        {segment.layers.reduceRight<ReactNode>(
          (inner, layer) => (
            <span
              className={`m m-${layer.role}`}
              data-of={layer.id}
              id={anchors?.get(layer.id) === start ? layer.id : undefined}
            >
              {inner}
            </span>
          ),
          segment.text,
        )}
        {labels
          .filter(({ at }) => at === end)
          .map((label) => (
            <a
              key={label.text}
              className={label.term ? 'label label-term' : 'label'}
              id={label.id ?? undefined}
              href={label.href}
              aria-label={`${label.text} ${label.name}`}
              data-of={label.of}
            >
              {label.text}
            </a>
          ))}
      </Fragment>
    )
  })
}
