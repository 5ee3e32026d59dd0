import { type Anchor, anchorFaults } from '../anchor.ts'
import type { Fault } from './fault.ts'

const codes = { bounds: 'anchorBounds', words: 'anchorWords', context: 'anchorContext' } as const
const messages = {
  bounds: 'the offsets lie outside the text or halve a character',
  words: 'other words stand there',
  context: 'the words before or after are not those around, or are fewer than there are',
} as const

/** Invariants 7 and 8: each anchor slices to its words and to all of its context. Paths are relative to `path`. */
export function checkAnchors(
  text: string,
  anchors: Readonly<Record<string, Anchor | null | undefined>>,
  path = '',
): Fault[] {
  return Object.entries(anchors).flatMap(([name, anchor]) =>
    anchor
      ? anchorFaults(text, anchor).map((fault) => ({
          code: codes[fault],
          path: `${path}/${name}`,
          message: messages[fault],
        }))
      : [],
  )
}
