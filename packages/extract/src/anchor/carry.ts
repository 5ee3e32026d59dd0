import type { Carried, KnownSource } from '@onrecord/schema'
import { compare } from './compare.ts'
import { reanchorIn } from './reanchor.ts'
import { anchorTuning } from './tuning.ts'
import type { AnchorTuning } from './tuning.ts'

/**
 * What becomes of each quote and statistic of a source's latest revision in a new text, in their order. The two
 * texts are compared once. `parts`: where it stands now (`attached`, `moved`), the nearest words (`changed`), or none.
 */
export function carry(
  known: Pick<KnownSource, 'text' | 'marks'>,
  newText: string,
  tuning: AnchorTuning = anchorTuning,
): Carried[] {
  if (known.marks.length === 0) return []
  const comparison = compare(known.text, newText, tuning)
  return known.marks.map(({ id, parts }) => {
    const result = reanchorIn(comparison, parts, tuning)
    switch (result.state) {
      case 'attached':
      case 'moved':
        return { id, state: result.state, parts: result.parts }
      case 'changed':
        return { id, state: result.state, parts: result.nearest }
      case 'gone':
        return { id, state: result.state, parts: [] }
      default:
        return result satisfies never
    }
  })
}
