import type { Judgement } from '@onrecord/schema'

type Answer = Pick<Judgement, 'id' | 'left' | 'right' | 'answer' | 'kept' | 'at'>

/**
 * The connected components over `same`: for each record judged the same as another, all of its cluster, the
 * canonical one first (the one the last judgement kept), the others by id. Records in no pair are not in the map.
 * Depends on nothing but the judgements: not on their order, nor on what was computed before.
 */
export function clusters(judgements: Iterable<Answer>): ReadonlyMap<string, readonly string[]> {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    for (let step = id; step !== root;) {
      const up = parent.get(step) ?? root
      parent.set(step, root)
      step = up
    }
    return root
  }
  const pairs = [...judgements].filter(({ answer }) => answer === 'same')
  for (const { left, right } of pairs) {
    if (!parent.has(left)) parent.set(left, left)
    if (!parent.has(right)) parent.set(right, right)
    parent.set(rootOf(right), rootOf(left))
  }
  const lastOf = new Map<string, Answer>()
  for (const pair of pairs) {
    const root = rootOf(pair.left)
    const last = lastOf.get(root)
    if (last === undefined || last.at < pair.at || (last.at === pair.at && last.id < pair.id))
      lastOf.set(root, pair)
  }
  const members = Map.groupBy([...parent.keys()], rootOf)
  const found = new Map<string, readonly string[]>()
  for (const [root, ids] of members) {
    const kept = lastOf.get(root)?.kept ?? null
    const sorted = ids.toSorted()
    const cluster = kept === null ? sorted : [kept, ...sorted.filter((id) => id !== kept)]
    for (const id of ids) found.set(id, cluster)
  }
  return found
}
