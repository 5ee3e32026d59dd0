import type { Context } from './context.ts'
import type { Proposal, Range } from './propose.ts'
import { treeChance } from './trees.ts'
import type { Trees } from './trees.ts'
import { TAG } from './tag.ts'
import type { View } from './view.ts'

export const judgeWidth = 52
/** Tokens of a stretch of text whose proposals are compared with each other. */
const shelf = 128

const logit = (chance: number): number => Math.log(Math.max(chance, 1e-4) / Math.max(1 - chance, 1e-4))

/** Numbers of every proposal beside the others of its surroundings, one row each. Linear: only neighbours are compared. */
export function judgeRows(
  view: View,
  context: Context,
  chances: Float32Array,
  proposals: readonly Proposal[],
): Float32Array {
  const rows = new Float32Array(proposals.length * judgeWidth)
  const counted = wordSums(view)
  const words = (ranges: readonly Range[]): number =>
    ranges.reduce((sum, [from, end]) => sum + (counted[end] ?? 0) - (counted[from] ?? 0), 0)
  const sizes = proposals.map(({ content }) => words(content))
  const shelves = new Map<number, number[]>()
  for (const [index, proposal] of proposals.entries())
    for (const at of shelvesOf(proposal)) {
      const shelved = shelves.get(at)
      if (shelved) {
        if (shelved.at(-1) !== index) shelved.push(index)
      } else shelves.set(at, [index])
    }
  for (const [index, proposal] of proposals.entries()) {
    const row = rows.subarray(index * judgeWidth, (index + 1) * judgeWidth)
    const near = new Set<number>()
    for (const at of shelvesOf(proposal)) for (const other of shelves.get(at) ?? []) near.add(other)
    near.delete(index)
    ownNumbers(view, context, chances, proposal, sizes[index] ?? 0, row)
    besideNumbers(view, proposals, proposal, near, sizes, index, row, counted)
  }
  return rows
}

/** The shelves of its content, its cue and its source; one may come twice. */
function* shelvesOf({ content, head, source }: Proposal): Generator<number> {
  let last = -1
  for (const [from, end] of content)
    for (let at = Math.max(last + 1, Math.floor(from / shelf)); at <= Math.floor((end - 1) / shelf); at++) {
      last = at
      yield at
    }
  if (head >= 0) yield Math.floor(head / shelf)
  if (source !== null) yield Math.floor(source[0] / shelf)
}

export function wordSums({ size, tag }: View): Int32Array {
  const sums = new Int32Array(size + 1)
  for (let at = 0; at < size; at++)
    sums[at + 1] = (sums[at] ?? 0) + ((tag[at] ?? 0) >= TAG.number && tag[at] !== TAG.apostrophe ? 1 : 0)
  return sums
}

function ownNumbers(
  view: View,
  context: Context,
  chances: Float32Array,
  proposal: Proposal,
  size: number,
  row: Float32Array,
): void {
  const { head, content, source, chain, rule, likely } = proposal
  const { tag, quote, sentence, paragraph } = view
  const first = content[0]?.[0] ?? 0
  const last = (content.at(-1)?.[1] ?? 1) - 1
  let inMarks = 0
  let tokens = 0
  for (const [from, end] of content)
    for (let at = from; at < end; at++) {
      if ((tag[at] ?? 0) < TAG.number) continue
      tokens++
      if ((quote[at] ?? 0) === 1 || (quote[at] ?? 0) === 2) inMarks++
    }
  const home = head >= 0 ? head : first
  const own = sentence[home] ?? 0
  const from = view.sentenceFirst[own] ?? 0
  const to = view.sentenceEnd[own] ?? 0
  let strongest = 0
  let strongCount = 0
  for (let at = Math.max(from, home - 80); at < Math.min(to, home + 80); at++) {
    if (at !== head) strongest = Math.max(strongest, chances[at] ?? 0)
    if ((chances[at] ?? 0) > 0.4) strongCount++
  }
  row[0] = chain >= 0 ? 1 : 0
  row[1] = head < 0 ? -12 : logit(likely)
  row[2] = proposal.sure
  row[3] = proposal.overlap
  row[4] = proposal.edge
  row[5] = proposal.sourceSure
  row[6] = proposal.sourceElse
  row[7] = source === null ? 0 : 1
  row[8] = tokens === 0 ? 0 : inMarks / tokens
  row[9] = size
  row[10] = content.length
  row[11] = head < 0 ? 0 : (first < head ? 1 : 0) + (last > head ? 2 : 0)
  row[12] = head < 0 ? -1 : distanceTo(content, head)
  row[13] = source === null || head < 0 ? 0 : source[0] > head ? source[0] - head : head - source[1] + 1
  row[14] = source === null || source[0] < head ? 0 : 1
  row[15] = source === null ? 0 : (tag[source[1] - 1] ?? 0)
  row[16] = source === null ? 0 : (tag[source[0]] ?? 0)
  row[17] = source === null ? 0 : source[1] - source[0]
  row[18] = head < 0 ? 0 : (tag[head] ?? 0)
  row[19] = head < 0 ? 0 : (tag[head + 1] ?? 0)
  row[20] = head < 0 ? 0 : (tag[head - 1] ?? 0)
  row[21] = head < 0 ? 0 : (quote[head] ?? 0)
  row[22] = view.heading[paragraph[home] ?? 0] ?? 0
  row[23] = to - from
  row[24] = Math.min(home - (view.paragraphFirst[paragraph[home] ?? 0] ?? 0), 200)
  row[25] = tag[first] ?? 0
  row[26] = tag[last] ?? 0
  row[27] = strongest
  row[28] = strongCount
  row[29] = to - last
  row[30] = first - from
  row[31] = Math.abs((sentence[last] ?? 0) - own) + Math.abs((sentence[first] ?? 0) - own)
  row[32] = rule
  row[33] = proposal.ruleScore
  row[34] = proposal.sure * likely
  row[35] = context.strength[own + 1] ?? 0
  row[36] = own > 0 ? (context.strength[own - 1] ?? 0) : 0
  row[37] = tag[first - 1] ?? 0
  row[38] = proposal.cue === null ? 0 : proposal.cue[1] - proposal.cue[0]
}

function besideNumbers(
  view: View,
  proposals: readonly Proposal[],
  proposal: Proposal,
  near: ReadonlySet<number>,
  sizes: readonly number[],
  index: number,
  row: Float32Array,
  sums: Int32Array,
): void {
  const { head, content } = proposal
  const size = sizes[index] ?? 0
  let outer = 0
  let inner = 0
  let rival = 0
  let rivalLikely = 0
  let agreement = 0
  let agreeing: Proposal | null = null
  let ownOther = 0
  let sourceInside = 0
  for (const at of near) {
    const other = proposals[at]
    if (other === undefined) continue
    const chance = other.likely * Math.max(0, other.sure)
    const both = wordsInCommon(sums, content, other.content)
    const share = both / Math.max(1, size + (sizes[at] ?? 0) - both)
    if (other.chain >= 0 !== proposal.chain >= 0 && share > agreement) {
      agreement = share
      agreeing = other
    }
    if (other.head === head) {
      ownOther = Math.max(ownOther, share)
      continue
    }
    if (share > 0.5) {
      rival = Math.max(rival, chance)
      rivalLikely = Math.max(rivalLikely, other.likely)
    } else if (head >= 0 && holds(other.content, head)) outer = Math.max(outer, chance)
    else if (other.head >= 0 && holds(content, other.head)) inner = Math.max(inner, chance)
    if (proposal.source !== null && holds(other.content, proposal.source[0]))
      sourceInside = Math.max(sourceInside, chance)
  }
  row[39] = outer
  row[40] = inner
  row[41] = rival
  row[42] = rivalLikely
  row[43] = agreement
  row[44] = agreeing === null ? 0 : agreeing.rule
  row[45] = agreeing === null ? -1 : agreeing.ruleScore
  row[46] = agreeing === null ? -1 : sameSource(proposal, agreeing)
  row[47] = agreeing === null ? -1 : agreeing.head === head ? 1 : 0
  row[48] = agreeing === null ? -1 : agreeing.likely
  row[49] = ownOther
  row[50] = sourceInside
  row[51] = view.quoted[view.sentence[content[0]?.[0] ?? 0] ?? 0] ?? 0
}

const distanceTo = (content: readonly Range[], head: number): number =>
  content.reduce(
    (least, [start, end]) => Math.min(least, head < start ? start - head : head >= end ? head - end + 1 : 0),
    Infinity,
  )

const sameSource = (a: Proposal, b: Proposal): number =>
  a.source === null || b.source === null
    ? a.source === b.source
      ? 1
      : 0
    : a.source[0] < b.source[1] && b.source[0] < a.source[1]
      ? 2
      : 0

const holds = (ranges: readonly Range[], at: number): boolean =>
  (ranges[endsAfter(ranges, at)]?.[0] ?? Infinity) <= at

/** Words that two lists of ranges, both in order, have in common; `sums` as of wordSums. The shorter list is gone through. */
export function wordsInCommon(sums: Int32Array, a: readonly Range[], b: readonly Range[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let words = 0
  for (const [from, end] of short)
    for (let at = endsAfter(long, from); at < long.length; at++) {
      const [start, stop] = long[at] ?? [end, end]
      if (start >= end) break
      words += (sums[Math.min(end, stop)] ?? 0) - (sums[Math.max(from, start)] ?? 0)
    }
  return words
}

/** Index of the first range that ends after `at`. */
function endsAfter(ranges: readonly Range[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Gives every proposal its score: the chance that it counts, and content and speaker are right. */
export function judge(
  view: View,
  context: Context,
  chances: Float32Array,
  proposals: Proposal[],
  trees: Trees,
): void {
  const rows = judgeRows(view, context, chances, proposals)
  for (const [index, proposal] of proposals.entries())
    proposal.score = treeChance(trees, rows.subarray(index * judgeWidth, (index + 1) * judgeWidth))
}
