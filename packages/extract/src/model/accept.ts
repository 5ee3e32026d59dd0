import { wordSums } from './judge.ts'
import type { Proposal } from './propose.ts'
import type { View } from './view.ts'

/**
 * The proposals to put forward: the surest first, dropping what shares over half its words with one accepted before.
 * Linear but for the sorting.
 */
export function accept(
  view: View,
  proposals: readonly Proposal[],
  passes: (proposal: Proposal) => boolean,
): Proposal[] {
  const covered = new Uint8Array(view.size)
  const counted = wordSums(view)
  const isWord = (at: number): boolean => (counted[at + 1] ?? 0) > (counted[at] ?? 0)
  const accepted: Proposal[] = []
  const order = proposals
    .map((_proposal, index) => index)
    .toSorted((a, b) => (proposals[b]?.score ?? 0) - (proposals[a]?.score ?? 0) || a - b)
  for (const index of order) {
    const proposal = proposals[index]
    if (proposal === undefined) continue
    let size = 0
    let both = 0
    for (const [from, end] of proposal.content)
      for (let at = from; at < end; at++) {
        if (!isWord(at)) continue
        size++
        both += covered[at] ?? 0
      }
    if (size === 0 || both / size > 0.5 || !passes(proposal)) continue
    for (const [from, end] of proposal.content) covered.fill(1, from, end)
    accepted.push(proposal)
  }
  return accepted
}
