import type { Finding, Reading } from '../attribution/finding.ts'
import type { Document } from '../document.ts'
import { accept } from './accept.ts'
import { readChains } from './chains.ts'
import type { Linked } from './chains.ts'
import { findingOf, maySpeak, readPlaces } from './finding.ts'
import { judge, wordsInCommon, wordSums } from './judge.ts'
import { propose, readChances } from './propose.ts'
import type { Chain, Proposal, Range } from './propose.ts'
import { tuning } from './tuning.ts'
import { TAG } from './tag.ts'
import { readView } from './view.ts'
import type { View } from './view.ts'
import type { Model } from './weights.ts'

export type Ruled = {
  document: Document
  readings: readonly Reading[]
  /** Findings of the rules outside quotations, with those that go on from them. */
  findings: readonly Finding[]
  /** Paragraphs that are turns of a transcript: the rules have them. */
  turns: ReadonlySet<number>
}

/**
 * The findings of the rules and of the tagger, the surest first, dropping what shares over half its words with one
 * accepted before. Where both read a cue alike the rules' finding stands: they know the edges of quotations, and what
 * goes on from them. What a rule found inside another's content stays, as told inside it. Linear.
 */
export function combine(ruled: Ruled, model: Model): Finding[] {
  const { document, readings, findings } = ruled
  const view = readView(document)
  const linked = readChains(document, view, findings)
  const proposals = judged(ruled, view, linked, model)
  const free = yieldToRules(view, proposals, linked)
  const places = readPlaces(readings)
  const byHead = new Map(
    linked.flatMap(({ chain, findings: [root] }) =>
      chain.head >= 0 && root ? [[chain.head, root] as const] : [],
    ),
  )
  const made = new Map<Proposal, Finding>()
  const accepted = accept(view, free, (proposal) => {
    if (proposal.chain >= 0) {
      const quoted = quotedShare(view, proposal)
      return quoted >= wholly || proposal.score >= (quoted > 0 ? tuning.leastRuledQuoted : tuning.leastRuled)
    }
    if (proposal.score < model.threshold) return false
    const finding = findingOf(document, places, proposal, byHead.get(proposal.head) ?? null)
    if (finding === null || (!byHead.has(proposal.head) && !isSound(view, proposal, finding))) return false
    made.set(proposal, finding)
    return true
  })
  const kept: Finding[] = []
  const covered = new Int32Array(view.size).fill(-1)
  const taken = new Set<number>()
  for (const [index, proposal] of accepted.entries()) {
    for (const [from, end] of proposal.content) covered.fill(index, from, end)
    const finding = made.get(proposal)
    if (finding) kept.push(finding)
    const group = linked[proposal.chain]
    if (group === undefined) continue
    taken.add(proposal.chain)
    for (const member of group.findings) kept.push(Object.assign(member, { score: proposal.score }))
  }
  for (const [index, { chain, findings: group }] of linked.entries())
    if (!taken.has(index) && isInside(chain, covered, accepted)) kept.push(...group)
  return kept
}

/** What no rule found is put forward where it has the look of an attribution. */
function isSound(view: View, { head, score, content }: Proposal, { mention, stretch }: Finding): boolean {
  if (mention === null) return score >= tuning.leastNameless
  if (isName(view, content)) return false
  // A colon outside the title opens a list or an explanation.
  if (view.tag[head] === TAG.colon && (view.paragraph[head] ?? 0) > 0) return false
  return maySpeak(stretch.items, mention)
}

/** Whether content is little more than a few words in marks: called it “shovel-ready”. */
function isName({ tag, quote }: View, content: readonly Range[]): boolean {
  let outside = 0
  let short = 0
  for (const [from, end] of content)
    for (let at = from; at < end; at++) {
      if ((tag[at] ?? 0) < TAG.number) continue
      if (quote[at] === 1) return false
      if (quote[at] === 2) short++
      else outside++
    }
  return short > 0 && outside <= tuning.longestName
}

function judged({ document, turns }: Ruled, view: View, linked: readonly Linked[], model: Model): Proposal[] {
  const chances = readChances(view, model.tables)
  const { proposals, context } = propose(
    view,
    chances,
    linked.map(({ chain }) => chain),
    blockedTokens(document, turns),
    model.tables,
  )
  judge(view, context, chances, proposals, model.judge)
  return proposals
}

/** Tokens where the tagger looks for no cue: what is no article text, and turns of a transcript. */
export function blockedTokens({ tokens, regions }: Document, turns: ReadonlySet<number>): Uint8Array {
  const blocked = new Uint8Array(tokens.length)
  let region = 0
  for (const [index, { start, paragraph }] of tokens.entries()) {
    while (region < regions.length && (regions[region]?.end ?? 0) <= start) region++
    if ((regions[region]?.start ?? Infinity) <= start || turns.has(paragraph)) blocked[index] = 1
  }
  return blocked
}

/** Share of the words of a proposal that stand in quotation marks. */
function quotedShare({ tag, quote }: View, { content }: Proposal): number {
  let words = 0
  let quoted = 0
  for (const [from, end] of content)
    for (let at = from; at < end; at++) {
      if ((tag[at] ?? 0) < TAG.number) continue
      words++
      if (quote[at] === 1 || quote[at] === 2) quoted++
    }
  return words === 0 ? 0 : quoted / words
}

/**
 * The proposals without those of the tagger that read the same as a rule; the rule has the better of both scores then.
 */
function yieldToRules(view: View, proposals: readonly Proposal[], linked: readonly Linked[]): Proposal[] {
  const sums = wordSums(view)
  const words = (ranges: readonly Range[]): number =>
    ranges.reduce((sum, [from, end]) => sum + (sums[end] ?? 0) - (sums[from] ?? 0), 0)
  const ruleAt = new Map<number, Proposal>()
  const quotedAt = new Map<number, Proposal>()
  const quotedOf = new Map<Proposal, number>()
  const sizeOf = new Map<Proposal, number>()
  for (const proposal of proposals) {
    if (proposal.chain < 0) continue
    if (proposal.head >= 0) ruleAt.set(proposal.head, proposal)
    const spoken = linked[proposal.chain]?.findings.some((finding) => finding.spoken) ?? false
    const quoted = spoken ? 1 : quotedShare(view, proposal)
    quotedOf.set(proposal, quoted)
    sizeOf.set(proposal, words(proposal.content))
    if (quoted >= wholly)
      for (const [from, end] of proposal.content)
        for (let at = from; at < end; at++) quotedAt.set(at, proposal)
  }
  return proposals.filter((proposal) => {
    if (proposal.chain >= 0) return true
    const others = new Set<Proposal>()
    const same = ruleAt.get(proposal.head)
    if (same) others.add(same)
    for (const [from, end] of proposal.content)
      for (let at = from; at < end; at++) {
        const quoted = quotedAt.get(at)
        if (quoted) others.add(quoted)
      }
    for (const rule of others) {
      if (rule.source === null && proposal.source !== null) continue
      const both = wordsInCommon(sums, proposal.content, rule.content)
      const share = both / Math.max(1, words(proposal.content) + (sizeOf.get(rule) ?? 0) - both)
      const quoted = quotedOf.get(rule) ?? 0
      const alike =
        quoted >= wholly ? tuning.alikeDirect : quoted > 0 ? tuning.alikeMixed : tuning.alikeIndirect
      const within = quoted > 0 && both >= tuning.partOfQuoted * words(proposal.content)
      if (share < alike && !within) continue
      rule.score = Math.max(rule.score, proposal.score)
      return false
    }
    return true
  })
}

/** Share of quoted words from which content counts as a direct quote. */
const wholly = 0.95

/** Whether all of a chain lies in the content of one accepted proposal that has another cue. */
function isInside({ content, head }: Chain, covered: Int32Array, accepted: readonly Proposal[]): boolean {
  const owner = covered[content[0]?.[0] ?? 0] ?? -1
  return (
    owner >= 0 &&
    accepted[owner]?.head !== head &&
    content.every(([from, end]) => covered[from] === owner && covered[end - 1] === owner) &&
    (head < 0 || covered[head] === owner)
  )
}
