/** Trees of one depth, all nodes there: node n has children 2n+1 and 2n+2; a value above the threshold goes right. */
export type Trees = {
  depth: number
  bias: number
  feature: Uint8Array
  threshold: Float32Array
  leaf: Float32Array
}

/** The sum of the leaves that a row of features falls into, as a chance. */
export function treeChance({ depth, bias, feature, threshold, leaf }: Trees, row: Float32Array): number {
  const inner = (1 << depth) - 1
  const leaves = 1 << depth
  const count = leaf.length / leaves
  let sum = bias
  for (let tree = 0; tree < count; tree++) {
    let node = 0
    for (let level = 0; level < depth; level++) {
      const at = tree * inner + node
      node = 2 * node + ((row[feature[at] ?? 0] ?? 0) > (threshold[at] ?? 0) ? 2 : 1)
    }
    sum += leaf[tree * leaves + node - inner] ?? 0
  }
  return 1 / (1 + Math.exp(-sum))
}
