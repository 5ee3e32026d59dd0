import { readRuled } from '../src/attribution/attribute.ts'
import { accept } from '../src/model/accept.ts'
import { readChains } from '../src/model/chains.ts'
import { blockedTokens } from '../src/model/combine.ts'
import { judgeRows, wordsInCommon, wordSums } from '../src/model/judge.ts'
import { propose } from '../src/model/propose.ts'
import type { Proposal, Range, Tables } from '../src/model/propose.ts'
import type { Sample } from './gold.ts'

/** The proposals for one document, the numbers the judge sees of each, and which attribution each is right about (-1: none). */
export type Judged = { sample: Sample; proposals: Proposal[]; rows: Float32Array; right: Int32Array }

/** The pool of rules and tagger for a document, as at run time, with what is right in it. */
export function readJudged(
  sample: Sample,
  chances: Float32Array,
  tables: Pick<Tables, 'span' | 'step'>,
): Judged {
  const { document, view } = sample
  const { ruled } = readRuled(document)
  const chains = readChains(document, view, ruled.findings).map(({ chain }) => chain)
  const { proposals, context } = propose(view, chances, chains, blockedTokens(document, ruled.turns), tables)
  const rows = judgeRows(view, context, chances, proposals)
  return { sample, proposals, rows, right: rightOf(sample, proposals) }
}

/** Right end to end: half of the words of content in common, and the source touched, or rightly none. */
function rightOf({ view, aligned }: Sample, proposals: readonly Proposal[]): Int32Array {
  const sums = wordSums(view)
  const words = (ranges: readonly Range[]): number =>
    ranges.reduce((sum, [from, end]) => sum + (sums[end] ?? 0) - (sums[from] ?? 0), 0)
  const gold = aligned.map(({ label }) => ({ content: rangesOf(label, 1), source: rangesOf(label, 2) }))
  return Int32Array.from(proposals, ({ content, source }) => {
    let best = -1
    let most = 0
    for (const [index, own] of gold.entries()) {
      const both = wordsInCommon(sums, content, own.content)
      const share = both / Math.max(1, words(content) + words(own.content) - both)
      const named =
        source === null
          ? own.source.length === 0
          : own.source.some(([from, end]) => from < source[1] && source[0] < end)
      if (share < 0.5 || share <= most || !named) continue
      most = share
      best = index
    }
    return best
  })
}

function rangesOf(label: ReadonlyMap<number, number>, value: number): Range[] {
  const found: [number, number][] = []
  for (const at of [...label]
    .flatMap(([token, own]) => (own === value ? [token] : []))
    .toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last[1] === at) last[1] = at + 1
    else found.push([at, at + 1])
  }
  return found
}

/** End-to-end F1 at a threshold, of proposals with scores. */
export function f1At(all: readonly Judged[], threshold: number): number {
  let gold = 0
  let given = 0
  let hit = 0
  for (const { sample, proposals, right } of all) {
    const place = new Map(proposals.map((proposal, index) => [proposal, index]))
    const accepted = accept(sample.view, proposals, ({ score }) => score >= threshold)
    gold += sample.aligned.length
    given += accepted.length
    hit += new Set(
      accepted.map((proposal) => right[place.get(proposal) ?? -1] ?? -1).filter((index) => index >= 0),
    ).size
  }
  return (2 * hit) / (gold + given)
}
