/** A stretch of a text: UTF-16 code units, end not included. */
export type Stretch = { start: number; end: number }

/** A stretch of text that means something: `id` names the record, `role` what the stretch is of it. */
export type Layer<Role extends string> = Stretch & { id: string; role: Role }

/** A stretch under which the same layers lie from its first character to its last. */
export type Segment<Role extends string> = {
  start: number
  end: number
  text: string
  layers: readonly Layer<Role>[]
}

/**
 * Cuts `text` into flat segments: together they are the text, none is empty, each carries every layer
 * over it, wider ones first. Layers count from `offset`; what lies outside the text is left out.
 */
export function segmentsOf<Role extends string>(
  text: string,
  layers: readonly Layer<Role>[],
  offset = 0,
): Segment<Role>[] {
  const inside = layers
    .map((layer) => ({
      ...layer,
      start: Math.max(0, layer.start - offset),
      end: Math.min(text.length, layer.end - offset),
    }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const open: Layer<Role>[] = []
  let next = 0
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    for (let layer = inside[next]; layer !== undefined && layer.start <= start; layer = inside[next]) {
      open.push(layer)
      next += 1
    }
    const over = open.filter((layer) => layer.end > start)
    open.splice(0, open.length, ...over)
    return { start, end, text: text.slice(start, end), layers: over }
  })
}

/** The paragraphs of a text: what stands between line breaks, blank lines left out. */
export function paragraphsOf(text: string): Stretch[] {
  return [...text.matchAll(/[^\n\r]+/g)].flatMap((match) =>
    match[0].trim() === '' ? [] : [{ start: match.index, end: match.index + match[0].length }],
  )
}
