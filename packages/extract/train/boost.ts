import type { Trees } from '../src/model/trees.ts'

const bins = 48

/**
 * Boosted trees of one depth for a target of 0 or 1, log loss, Newton steps; `rows` holds `width` numbers a row.
 * No chance in it: the same rows give the same trees.
 */
export function learnTrees(
  rows: Float32Array,
  width: number,
  targets: Uint8Array,
  {
    count,
    depth,
    rate,
    ridge,
    least,
  }: { count: number; depth: number; rate: number; ridge: number; least: number },
): Trees {
  const size = targets.length
  const edges = Array.from({ length: width }, (_unused, feature) => edgesOf(rows, width, feature, size))
  const binned = new Uint8Array(size * width)
  for (let row = 0; row < size; row++)
    for (let feature = 0; feature < width; feature++)
      binned[row * width + feature] = binOf(edges[feature] ?? [], rows[row * width + feature] ?? 0)
  const inner = (1 << depth) - 1
  const leaves = 1 << depth
  const trees: Trees = {
    depth,
    bias: 0,
    feature: new Uint8Array(count * inner),
    threshold: new Float32Array(count * inner).fill(3e38),
    leaf: new Float32Array(count * leaves),
  }
  const positive = targets.reduce((sum, value) => sum + value, 0)
  trees.bias = Math.log(positive / Math.max(1, size - positive))
  const sums = new Float64Array(size).fill(trees.bias)
  const slopes = new Float64Array(size)
  const curves = new Float64Array(size)
  const nodes = new Uint16Array(size)
  for (let tree = 0; tree < count; tree++) {
    for (let row = 0; row < size; row++) {
      const chance = 1 / (1 + Math.exp(-(sums[row] ?? 0)))
      slopes[row] = (targets[row] ?? 0) - chance
      curves[row] = Math.max(1e-6, chance * (1 - chance))
      nodes[row] = 0
    }
    for (let level = 0; level < depth; level++) {
      const from = (1 << level) - 1
      const wide = 1 << level
      const slope = new Float64Array(wide * width * bins)
      const curve = new Float64Array(wide * width * bins)
      for (let row = 0; row < size; row++) {
        const base = ((nodes[row] ?? 0) - from) * width * bins
        const g = slopes[row] ?? 0
        const h = curves[row] ?? 0
        for (let feature = 0; feature < width; feature++) {
          const slot = base + feature * bins + (binned[row * width + feature] ?? 0)
          slope[slot] = (slope[slot] ?? 0) + g
          curve[slot] = (curve[slot] ?? 0) + h
        }
      }
      const cut = new Int16Array(wide).fill(-1)
      const cutBin = new Int16Array(wide)
      for (let node = 0; node < wide; node++) {
        let best = 1e-3
        for (let feature = 0; feature < width; feature++) {
          const base = (node * width + feature) * bins
          let totalSlope = 0
          let totalCurve = 0
          for (let bin = 0; bin < bins; bin++) {
            totalSlope += slope[base + bin] ?? 0
            totalCurve += curve[base + bin] ?? 0
          }
          const whole = (totalSlope * totalSlope) / (totalCurve + ridge)
          let leftSlope = 0
          let leftCurve = 0
          for (let bin = 0; bin + 1 < bins; bin++) {
            leftSlope += slope[base + bin] ?? 0
            leftCurve += curve[base + bin] ?? 0
            if (leftCurve < least || totalCurve - leftCurve < least) continue
            const gain =
              (leftSlope * leftSlope) / (leftCurve + ridge) +
              (totalSlope - leftSlope) ** 2 / (totalCurve - leftCurve + ridge) -
              whole
            if (gain <= best) continue
            best = gain
            cut[node] = feature
            cutBin[node] = bin
          }
        }
        const feature = cut[node] ?? -1
        if (feature < 0) continue
        trees.feature[tree * inner + from + node] = feature
        trees.threshold[tree * inner + from + node] = edges[feature]?.[cutBin[node] ?? 0] ?? 3e38
      }
      for (let row = 0; row < size; row++) {
        const node = nodes[row] ?? 0
        const feature = cut[node - from] ?? -1
        const right = feature >= 0 && (binned[row * width + feature] ?? 0) > (cutBin[node - from] ?? 0)
        nodes[row] = 2 * node + (right ? 2 : 1)
      }
    }
    const g = new Float64Array(leaves)
    const h = new Float64Array(leaves)
    for (let row = 0; row < size; row++) {
      const leaf = (nodes[row] ?? 0) - inner
      g[leaf] = (g[leaf] ?? 0) + (slopes[row] ?? 0)
      h[leaf] = (h[leaf] ?? 0) + (curves[row] ?? 0)
    }
    for (let leaf = 0; leaf < leaves; leaf++)
      trees.leaf[tree * leaves + leaf] = (rate * (g[leaf] ?? 0)) / ((h[leaf] ?? 0) + ridge)
    for (let row = 0; row < size; row++)
      sums[row] = (sums[row] ?? 0) + (trees.leaf[tree * leaves + (nodes[row] ?? 0) - inner] ?? 0)
  }
  return trees
}

/** Upper edges of bins with about as many rows each. */
function edgesOf(rows: Float32Array, width: number, feature: number, size: number): number[] {
  const values = Float32Array.from(
    { length: size },
    (_unused, row) => rows[row * width + feature] ?? 0,
  ).toSorted()
  const found: number[] = []
  for (let bin = 1; bin < bins; bin++) {
    const value = values[Math.floor((bin * size) / bins)] ?? 0
    if (found.length === 0 || value > (found.at(-1) ?? 0)) found.push(value)
  }
  return found
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle] ?? 0) >= value) high = middle
    else low = middle + 1
  }
  return low
}
