import { bestLabels, CONTENT, CUE, fillLattice, labelChances, newLattice, SOURCE } from './chain.ts'
import type { Table } from './cue.ts'
import { cueChances } from './cue.ts'
import { readContext } from './context.ts'
import { newSheet, spanFeatures } from './span.ts'
import type { Context } from './context.ts'
import { coarseVerb, TAG } from './tag.ts'
import type { View } from './view.ts'

/** A half-open range of tokens. */
export type Range = readonly [number, number]

/** One reading of who said what, by a rule or by the tagger, with what is known of it. */
export type Proposal = {
  /** The head of its cue, -1 for none. */
  head: number
  content: readonly Range[]
  source: Range | null
  cue: Range | null
  /** Index of the rule's chain it is, -1 for the tagger's. */
  chain: number
  rule: number
  ruleScore: number
  /** Chance that the head is one of a cue. */
  likely: number
  /** Mean chance of its content to be content; expected overlap with the true content; the same of what borders on it. */
  sure: number
  overlap: number
  edge: number
  sourceSure: number
  /** The best chance of any other token to be in the source. */
  sourceElse: number
  score: number
}

export type Tables = { first: Table; second: Table; span: Table; step: Table }
/** What a rule made of a cue, in tokens. */
export type Chain = {
  head: number
  content: readonly Range[]
  source: Range | null
  cue: Range | null
  rule: number
  score: number
}

/** Cues less likely than this are not looked at. */
export const leastLikely = 0.06
/** Of so many tokens of a paragraph more than so many cues are no language; then only the likeliest few are read. */
const crowd = { tokens: 128, most: 32, kept: 6 }

/** Chances of all tokens to head a cue, by both passes. */
export function readChances(view: View, tables: Pick<Tables, 'first' | 'second'>): Float32Array {
  return cueChances(view, cueChances(view, null, tables.first), tables.second)
}

/** The proposals of the tagger and those of the rules, scores still 0. `blocked` tokens head no cue. */
export function propose(
  view: View,
  chances: Float32Array,
  chains: readonly Chain[],
  blocked: Uint8Array,
  tables: Pick<Tables, 'span' | 'step'>,
): { proposals: Proposal[]; context: Context } {
  const context = readContext(view, chances)
  const sheet = newSheet()
  const lattice = newLattice(512)
  const byHead = new Map<number, number[]>()
  for (const [index, { head }] of chains.entries())
    if (head >= 0) byHead.set(head, [...(byHead.get(head) ?? []), index])
  const heads = headsToRead(view, chances, byHead, blocked)
  const proposals: Proposal[] = []
  for (let at = 0; at < view.size; at++) {
    if (heads[at] !== 1) continue
    const own = byHead.get(at)
    spanFeatures(view, context, at, sheet)
    const { first, size } = sheet
    fillLattice(lattice, sheet, at - first, tables.span, tables.step)
    bestLabels(lattice)
    labelChances(lattice)
    const { label, chance } = lattice
    const content = runs(label, CONTENT, first, size)
    const sources = runs(label, SOURCE, first, size).toSorted((a, b) => distance(a, at) - distance(b, at))
    const source = sources[0] ?? null
    const cue =
      runs(label, CUE, first, size).find(([from, end]) => from <= at && at < end) ?? ([at, at + 1] as const)
    const likely = chances[at] ?? 0
    const measured = (ranges: readonly Range[], named: Range | null) =>
      measure(chance, first, size, ranges, named)
    if (content.length > 0 && blocked[at] !== 1)
      proposals.push({
        head: at,
        content,
        source,
        cue,
        chain: -1,
        rule: 0,
        ruleScore: 0,
        likely,
        ...measured(content, source),
        score: 0,
      })
    for (const index of own ?? []) {
      const chain = chains[index]
      if (chain)
        proposals.push({
          ...chain,
          chain: index,
          ruleScore: chain.score,
          likely,
          ...measured(chain.content, chain.source),
          score: 0,
        })
    }
  }
  for (const [index, chain] of chains.entries())
    if (chain.head < 0 || heads[chain.head] !== 1)
      proposals.push({
        ...chain,
        chain: index,
        ruleScore: chain.score,
        likely: 0,
        sure: -1,
        overlap: -1,
        edge: -1,
        sourceSure: -1,
        sourceElse: -1,
        score: 0,
      })
  return { proposals, context }
}

/** Marks the tokens to read as heads of cues: likely ones and those of the rules, of a crowd only the likeliest. Linear. */
function headsToRead(
  view: View,
  chances: Float32Array,
  byHead: ReadonlyMap<number, unknown>,
  blocked: Uint8Array,
): Uint8Array {
  const heads = new Uint8Array(view.size)
  for (const [paragraph, first] of view.paragraphFirst.entries()) {
    const end = view.paragraphEnd[paragraph] ?? first
    for (let from = first; from < end; from += crowd.tokens) {
      const found: number[] = []
      for (let at = from; at < Math.min(end, from + crowd.tokens); at++)
        if (byHead.has(at) || ((chances[at] ?? 0) >= leastLikely && blocked[at] !== 1)) found.push(at)
      if (found.length > crowd.most) {
        found.sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0) || a - b)
        found.length = crowd.kept
      }
      for (const at of found) heads[at] = 1
    }
  }
  return heads
}

function measure(
  chance: Float64Array,
  first: number,
  size: number,
  content: readonly Range[],
  source: Range | null,
) {
  let inside = 0
  let count = 0
  let all = 0
  let edge = 1
  for (let at = 0; at < size; at++) all += chance[at * 4 + CONTENT] ?? 0
  for (const [from, end] of content) {
    for (let at = from; at < end; at++) {
      count++
      if (at >= first && at < first + size) inside += chance[(at - first) * 4 + CONTENT] ?? 0
    }
    edge = Math.min(
      edge,
      at(from, CONTENT),
      at(end - 1, CONTENT),
      1 - at(from - 1, CONTENT),
      1 - at(end, CONTENT),
    )
  }
  let sourceSure = 0
  let sourceElse = 0
  for (let index = 0; index < size; index++) {
    const value = chance[index * 4 + SOURCE] ?? 0
    if (source && index + first >= source[0] && index + first < source[1])
      sourceSure = Math.max(sourceSure, value)
    else sourceElse = Math.max(sourceElse, value)
  }
  return {
    sure: count === 0 ? 0 : inside / count,
    overlap: inside / Math.max(1, count + all - inside),
    edge,
    sourceSure,
    sourceElse,
  }

  function at(index: number, label: number): number {
    return index < first || index >= first + size ? 0 : (chance[(index - first) * 4 + label] ?? 0)
  }
}

const distance = ([first, end]: Range, at: number): number =>
  at < first ? first - at : at >= end ? at - end + 1 : 0

function runs(labels: Uint8Array, label: number, offset: number, size: number): Range[] {
  const found: Range[] = []
  for (let at = 0; at < size; at++) {
    if (labels[at] !== label) continue
    const first = at
    while (at < size && labels[at] === label) at++
    found.push([first + offset, at + offset])
  }
  return found
}

/** The word of a cue that stands for it: its first main verb, else its first word that means something. */
export function headOf({ tag }: View, cue: readonly number[]): number | null {
  const of = (at: number): number => tag[at] ?? 0
  const verb = cue.find((at) => of(at) === TAG.according || coarseVerb(of(at)))
  if (verb !== undefined) return verb
  const noun = cue.find((at) => of(at) >= TAG.document || of(at) === TAG.name)
  if (noun !== undefined) return noun
  const light = [TAG.be, TAG.have, TAG.modal, TAG.to, TAG.adverb, TAG.not]
  const able = cue.filter((at) => of(at) > TAG.quote || of(at) === TAG.colon || of(at) === TAG.dash)
  return able.find((at) => !light.some((tagOf) => tagOf === of(at))) ?? able[0] ?? null
}
