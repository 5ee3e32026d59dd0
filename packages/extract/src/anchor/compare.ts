import { longestRising, pairTokens } from './diff.ts'
import { tokenize } from './token.ts'
import type { Tokenized } from './token.ts'
import type { AnchorTuning } from './tuning.ts'

/** Two revisions side by side. */
export type Comparison = {
  from: Tokenized
  to: Tokenized
  /** For each token of `from` the token of `to` it became, or -1. */
  mates: Int32Array
  /** For each paragraph of `from` the one of `to` that continues it, or -1. */
  counterparts: Int32Array
  /** Whether a paragraph of `from` kept its place among those that were kept. */
  keptOrder: readonly boolean[]
}

/** Pairs the paragraphs of two revisions (equal ones first, then the most alike), and the words inside each pair. */
export function compare(from: string, to: string, tuning: AnchorTuning): Comparison {
  const left = tokenize(from)
  const right = tokenize(to)
  const counterparts = pairParagraphs(left, right, tuning)
  const mates = new Int32Array(left.tokens.length).fill(-1)
  const pairs: { ours: number; theirs: number }[] = []
  counterparts.forEach((theirs, ours) => {
    const range = left.paragraphs[ours]
    const other = right.paragraphs[theirs]
    if (range === undefined || other === undefined) return
    pairs.push({ ours, theirs })
    const gap = { from: range.from, to: range.to, otherFrom: other.from, otherTo: other.to }
    pairTokens(left.tokens, right.tokens, gap, tuning.diffCells, (index, mate) => {
      mates[index] = mate
    })
  })
  const inOrder = new Set(longestRising(pairs, ({ theirs }) => theirs).map(({ ours }) => ours))
  return {
    from: left,
    to: right,
    mates,
    counterparts,
    keptOrder: left.paragraphs.map((_, index) => inOrder.has(index)),
  }
}

function pairParagraphs(left: Tokenized, right: Tokenized, tuning: AnchorTuning): Int32Array {
  const counterparts = new Int32Array(left.paragraphs.length).fill(-1)
  const taken = new Set<number>()
  const pair = (ours: number, theirs: number) => {
    counterparts[ours] = theirs
    taken.add(theirs)
  }
  const same = new Map<string, number[]>()
  right.paragraphs.forEach((_, index) => {
    const words = wordsOf(right, index).join(' ')
    const known = same.get(words)
    if (known === undefined) same.set(words, [index])
    else known.push(index)
  })
  // Equal paragraphs in order: the first to the first, also where one stands twice.
  for (const known of same.values()) known.reverse()
  left.paragraphs.forEach((_, index) => {
    const theirs = same.get(wordsOf(left, index).join(' '))?.pop()
    if (theirs !== undefined) pair(index, theirs)
  })
  for (const { ours, theirs } of alike(left, right, counterparts, taken, tuning)) {
    if (counterparts[ours] === -1 && !taken.has(theirs)) pair(ours, theirs)
  }
  return counterparts
}

function alike(
  left: Tokenized,
  right: Tokenized,
  counterparts: Int32Array,
  taken: ReadonlySet<number>,
  { likeness, commonest }: AnchorTuning,
): { ours: number; theirs: number; score: number }[] {
  const index = new Map<string, number[]>()
  const sizes: number[] = []
  right.paragraphs.forEach((_, theirs) => {
    if (taken.has(theirs) || isCorrection(right, theirs)) return
    const pairs = pairsOf(right, theirs)
    sizes[theirs] = pairs.size
    for (const pair of pairs) {
      const known = index.get(pair)
      if (known === undefined) index.set(pair, [theirs])
      else if (known.length <= commonest) known.push(theirs)
    }
  })
  const found: { ours: number; theirs: number; score: number }[] = []
  left.paragraphs.forEach((_, ours) => {
    if (counterparts[ours] !== -1) return
    const pairs = pairsOf(left, ours)
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      const known = index.get(pair) ?? []
      if (known.length <= commonest)
        for (const theirs of known) shared.set(theirs, (shared.get(theirs) ?? 0) + 1)
    }
    for (const [theirs, count] of shared) {
      // Of the shorter: a paragraph that was cut or grew is still the same one.
      const score = count / Math.max(1, Math.min(pairs.size, sizes[theirs] ?? 0))
      if (score >= likeness) found.push({ ours, theirs, score: score * count })
    }
  })
  return found.sort((a, b) => b.score - a.score || a.ours - b.ours)
}

function wordsOf({ tokens, paragraphs }: Tokenized, paragraph: number): string[] {
  const range = paragraphs[paragraph]
  return range === undefined ? [] : tokens.slice(range.from, range.to).map(({ text }) => text)
}

function pairsOf(tokenized: Tokenized, paragraph: number): Set<string> {
  const words = wordsOf(tokenized, paragraph).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
  return new Set(pairs.length > 0 ? pairs : words)
}

// Passages that tell what an earlier version said repeat old words without saying them any more.
const correction =
  /^\W*(?:correction|clarification|editor['’]s note|update)\b.{0,4}[:.–—-]|\b(?:earlier|previous) version of (?:this|the)|\bthis (?:article|story|piece|report) (?:was|has been) (?:amended|corrected|updated|changed)/iu

/** Whether a paragraph is a note about an earlier version. */
export function isCorrection({ text, tokens, paragraphs }: Tokenized, paragraph: number): boolean {
  const range = paragraphs[paragraph]
  const start = tokens[range?.from ?? 0]?.start ?? 0
  const end = tokens[(range?.to ?? 1) - 1]?.end ?? 0
  return correction.test(text.slice(start, end))
}
