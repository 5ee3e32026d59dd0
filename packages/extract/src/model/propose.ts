import type { Finding, Reading } from '../attribution/finding.ts'
import type { Token } from '../document.ts'
import { bestPath, posteriors, readLattice } from './crf.ts'
import { cueFeatures } from './cue-feature.ts'
import { judgeFeatures, judgeWidth } from './judge-feature.ts'
import { readLexemes } from './lexeme.ts'
import type { Lexeme } from './lexeme.ts'
import { pathWidth, spanFeatures, spanWidth } from './span-feature.ts'
import { CONTENT, CUE, SOURCE, shape } from './weights.ts'
import type { Table } from './weights.ts'

/** One way to read a cue: which items are its content and its source. Ranges are half-open, of items. */
export type Candidate = {
  at: number
  /** Probability that the item is a cue at all. */
  likely: number
  content: readonly (readonly [number, number])[]
  source: readonly [number, number] | null
  cue: readonly [number, number]
  /** Mean probability of the content's label over its items. */
  sure: number
  sourceSure: number
  /** What the rules made of the same cue. */
  finding: Finding | null
  /** Share of items that content of rule and candidate have in common. */
  agreement: number
  score: number
}

export type Tables = { cue: Table; span: Table; path: Table }

/** Cues less likely than this are not looked at: one in twenty of them is one. */
const leastLikely = 0.05
const cueBuffer = 48
const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

/** Probability of each item to be the head of a cue. */
export function cueProbabilities(
  { items, cues }: Reading,
  lexemes: readonly Lexeme[],
  table: Table,
): Float64Array {
  const result = new Float64Array(items.length)
  const features = new Int32Array(cueBuffer)
  const mask = (1 << shape.cueBits) - 1
  const sites = new Map(cues.map((site) => [site.at, site]))
  for (let at = 0; at < items.length; at++) {
    if (!mayBeCue(items[at])) continue
    const count = cueFeatures(lexemes, at, sites.get(at), features)
    let sum = 0
    for (let index = 0; index < count; index++) sum += table.values[(features[index] ?? 0) & mask] ?? 0
    result[at] = sigmoid(sum * table.step)
  }
  return result
}

export const mayBeCue = (item: Token | undefined): boolean =>
  item !== undefined && (item.kind === 'word' || item.lower === ':')

/** What the rules say of each item for a cue: 1 outside, 2 content, 3 source, 4 cue; 0 where they say nothing. */
export function ruleLabels({ items, cues }: Reading, at: number, finding: Finding | null): Uint8Array {
  const labels = new Uint8Array(items.length)
  if (finding === null) {
    const subject = cues.find((site) => site.at === at)?.subject
    if (subject) labels.fill(3, subject.wholeFirst, subject.wholeEnd)
    return labels
  }
  labels.fill(1)
  for (const [index, item] of items.entries()) {
    if (finding.parts.some(({ start, end }) => start <= item.start && item.end <= end)) labels[index] = 2
    else if (finding.cue && finding.cue.span.start <= item.start && item.end <= finding.cue.span.end)
      labels[index] = 4
  }
  if (finding.mention) labels.fill(3, finding.mention.wholeFirst, finding.mention.wholeEnd)
  return labels
}

/** Every reading of every likely cue of a stretch, scores still 0. */
export function readCandidates(
  reading: Reading,
  tables: Tables,
): { candidates: Candidate[]; lexemes: Lexeme[] } {
  const { items, findings } = reading
  const lexemes = readLexemes(items)
  const likely = cueProbabilities(reading, lexemes, tables.cue)
  const candidates: Candidate[] = []
  const span = new Int32Array(items.length * spanWidth)
  const path = new Int32Array(items.length * pathWidth)
  for (let at = 0; at < items.length; at++) {
    const finding = findings.find((candidate) => candidate.at === at) ?? null
    if ((likely[at] ?? 0) < leastLikely && finding === null) continue
    const rule = ruleLabels(reading, at, finding)
    spanFeatures(lexemes, at, rule, span, path)
    const lattice = readLattice(
      items.length,
      shape.labels,
      { span, path },
      { ...tables.span, mask: (1 << shape.spanBits) - 1 },
      { ...tables.path, mask: (1 << shape.pathBits) - 1 },
    )
    const labels = bestPath(lattice)
    const chances = posteriors(lattice, null)
    const candidate = candidateOf(at, labels, chances, rule, likely[at] ?? 0, finding)
    if (candidate !== null) candidates.push(candidate)
  }
  return { candidates, lexemes }
}

function candidateOf(
  at: number,
  labels: Uint8Array,
  chances: Float64Array,
  rule: Uint8Array,
  likely: number,
  finding: Finding | null,
): Candidate | null {
  const content = runs(labels, CONTENT)
  if (content.length === 0) return null
  const sources = runs(labels, SOURCE)
  const ruled = finding?.mention ?? null
  const source =
    sources.toSorted((a, b) => distance(a, at) - distance(b, at))[0] ??
    (ruled === null ? null : ([ruled.wholeFirst, ruled.wholeEnd] as const))
  const cue = runs(labels, CUE).find(([first, end]) => first <= at && at < end) ?? ([at, at + 1] as const)
  const mean = (ranges: readonly (readonly [number, number])[], label: number): number => {
    let sum = 0
    let count = 0
    for (const [first, end] of ranges)
      for (let index = first; index < end; index++) {
        sum += chances[index * shape.labels + label] ?? 0
        count++
      }
    return count === 0 ? 0 : sum / count
  }
  let both = 0
  let either = 0
  for (let index = 0; index < labels.length; index++) {
    const ruled = rule[index] === 2
    const tagged = labels[index] === CONTENT
    if (ruled && tagged) both++
    if (ruled || tagged) either++
  }
  return {
    at,
    likely,
    content,
    source,
    cue,
    sure: mean(content, CONTENT),
    sourceSure: sources.length === 0 || source === null ? 0 : mean([source], SOURCE),
    finding,
    agreement: finding === null || either === 0 ? 0 : both / either,
    score: 0,
  }
}

const distance = ([first, end]: readonly [number, number], at: number): number =>
  at < first ? first - at : at >= end ? at - end + 1 : 0

function runs(labels: Uint8Array, label: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = 0; at < labels.length; at++) {
    if (labels[at] !== label) continue
    const first = at
    while (at < labels.length && labels[at] === label) at++
    found.push([first, at])
  }
  return found
}

/** Scores candidates by the table of the judge: the chance that content and source are right and count. */
export function judge(
  reading: Reading,
  candidates: readonly Candidate[],
  lexemes: readonly Lexeme[],
  table: Table,
): void {
  const features = new Int32Array(judgeWidth)
  const mask = (1 << shape.judgeBits) - 1
  for (const candidate of candidates) {
    const count = judgeFeatures(reading, candidate, candidates, lexemes, features)
    let sum = 0
    for (let index = 0; index < count; index++) sum += table.values[(features[index] ?? 0) & mask] ?? 0
    candidate.score = sigmoid(sum * table.step)
  }
}
