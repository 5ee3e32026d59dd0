/** The list a reader came from: its address, the place of the item opened in it, and of how many. */
export type Trail = { address: string; at: number | null; of: string }

type Trails = { address: string; ids: readonly string[]; first: boolean; of: string }
let trails: Trails | null = null
let answered: { id: string; trails: Trails; trail: Trail | null } | null = null

/** Remembers a list whose items may be opened; `first`: it starts at the first result. */
export function leaveTrail(next: Trails): void {
  trails = next
}

/** The list last shown, if the item stands in it. The same object as long as the list is the same. */
export function trailOf(id: string): Trail | null {
  if (trails === null) return null
  if (answered?.id === id && answered.trails === trails) return answered.trail
  const index = trails.ids.indexOf(id)
  const trail =
    index < 0 ? null : { address: trails.address, at: trails.first ? index + 1 : null, of: trails.of }
  answered = { id, trails, trail }
  return trail
}
