import { cueChances, cueFeatures, cueWidth, leastFirst } from '../src/model/cue.ts'
import type { Table } from '../src/model/cue.ts'
import { mayHead } from '../src/model/tag.ts'
import { shape } from '../src/model/weights.ts'
import type { Sample } from './gold.ts'
import { learnLogistic, rowCollector } from './learn.ts'
import type { Rows } from './learn.ts'
import { tuning } from './tuning.ts'

/** The weights of both passes, and what models say of each document that have not seen it. */
export type LearnedCues = { first: Float32Array; second: Float32Array; unseen: Float32Array[] }

/** Learns which tokens head a cue, twice: the second pass sees what the first says of the neighbours. */
export function learnCues(samples: readonly Sample[]): LearnedCues {
  const first = learnPass(samples, null, shape.firstBits)
  const second = learnPass(samples, first.unseen, shape.secondBits)
  return { first: first.weights, second: second.weights, unseen: second.unseen }
}

function learnPass(
  samples: readonly Sample[],
  before: readonly Float32Array[] | null,
  bits: number,
): { weights: Float32Array; unseen: Float32Array[] } {
  const { rows, documents } = rowsOf(samples, before)
  const options = { ...tuning.cue, bits }
  const every = Int32Array.from({ length: documents.length }, (_unused, index) => index)
  const unseen: Float32Array[] = []
  for (let fold = 0; fold < tuning.folds; fold++) {
    const others = every.filter((row) => (documents[row] ?? 0) % tuning.folds !== fold)
    const table = tableOf(learnLogistic(rows, others, options))
    for (const [index, { view }] of samples.entries())
      if (index % tuning.folds === fold) unseen[index] = cueChances(view, before?.[index] ?? null, table)
  }
  return { weights: learnLogistic(rows, every, options), unseen }
}

function rowsOf(
  samples: readonly Sample[],
  before: readonly Float32Array[] | null,
): { rows: Rows; documents: Int32Array } {
  const collector = rowCollector()
  const documents: number[] = []
  const features = new Int32Array(cueWidth)
  for (const [index, { view, aligned }] of samples.entries()) {
    const heads = new Set(aligned.map(({ head }) => head))
    const first = before?.[index] ?? null
    for (let at = 0; at < view.size; at++) {
      if (!mayHead(view.tag[at] ?? 0) || (first !== null && (first[at] ?? 0) < leastFirst)) continue
      collector.add(features, cueFeatures(view, at, first, features), heads.has(at) ? 1 : 0)
      documents.push(index)
    }
  }
  return { rows: collector.done(), documents: Int32Array.from(documents) }
}

export const tableOf = (values: Float32Array, width = 1): Table => ({
  values,
  step: 1,
  mask: values.length / width - 1,
})
