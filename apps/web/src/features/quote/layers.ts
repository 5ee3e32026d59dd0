import type { Anchor, QuotationKind } from '@onrecord/schema'
import type { Layer, Stretch } from '../../lib/segments.ts'
import type { Role } from './MarkedText.tsx'

/** The underlines of a quote: solid under what stands in quotation marks, dashed under the rest of its parts. */
export function quoteLayers(
  id: string,
  kind: QuotationKind,
  parts: readonly Anchor[],
  verbatim: readonly Anchor[],
): Layer<Role>[] {
  const layer =
    (role: Role) =>
    ({ start, end }: Stretch) => ({ id, role, start, end })
  switch (kind) {
    case 'direct':
      return parts.map(layer('verbatim'))
    case 'indirect':
      return parts.map(layer('reported'))
    case 'term':
      return parts.map(layer('term'))
    case 'mixed':
      return [
        ...verbatim.map(layer('verbatim')),
        ...parts.flatMap((part) => rest(part, verbatim)).map(layer('reported')),
      ]
    default:
      return kind satisfies never
  }
}

/** What is left of a stretch outside others, which are in order and apart. */
function rest(part: Stretch, taken: readonly Stretch[]): Stretch[] {
  let from = part.start
  const pieces: Stretch[] = []
  for (const { start, end } of taken) {
    if (end <= part.start || start >= part.end) continue
    if (start > from) pieces.push({ start: from, end: start })
    from = Math.max(from, end)
  }
  if (from < part.end) pieces.push({ start: from, end: part.end })
  return pieces
}
