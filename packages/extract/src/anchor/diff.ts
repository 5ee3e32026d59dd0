import type { AnchorToken } from './token.ts'

/** One run of words as a reader compares two versions. */
export type Difference = { op: 'equal' | 'delete' | 'insert'; text: string }

type Gap = { from: number; to: number; otherFrom: number; otherTo: number }

/**
 * Pairs equal tokens of `left[from, to)` and `right[otherFrom, otherTo)`, in order, and tells each pair: what both
 * begin and end with, then tokens that stand once in both (patience), then longest common subsequence where the
 * rest is small. Uses no recursion; what is large and unlike stays unpaired.
 */
export function pairTokens(
  left: readonly AnchorToken[],
  right: readonly AnchorToken[],
  whole: Gap,
  diffCells: number,
  pair: (index: number, other: number) => void,
): void {
  const gaps: Gap[] = [whole]
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    const rest = trimmed(left, right, gap, pair)
    if (rest.from >= rest.to || rest.otherFrom >= rest.otherTo) continue
    if ((rest.to - rest.from) * (rest.otherTo - rest.otherFrom) <= diffCells)
      commonSubsequence(left, right, rest, pair)
    else gaps.push(...gapsBetween(uniquePairs(left, right, rest), rest))
  }
}

function trimmed(
  left: readonly AnchorToken[],
  right: readonly AnchorToken[],
  gap: Gap,
  pair: (index: number, other: number) => void,
): Gap {
  let { from, to, otherFrom, otherTo } = gap
  while (from < to && otherFrom < otherTo && left[from]?.text === right[otherFrom]?.text)
    pair(from++, otherFrom++)
  while (from < to && otherFrom < otherTo && left[to - 1]?.text === right[otherTo - 1]?.text)
    pair(--to, --otherTo)
  return { from, to, otherFrom, otherTo }
}

// The gaps between paired tokens keep the paired ones at their head, so that trimming tells them.
function gapsBetween(pairs: readonly (readonly [number, number])[], gap: Gap): Gap[] {
  if (pairs.length === 0) return []
  const starts: (readonly [number, number])[] = [[gap.from, gap.otherFrom], ...pairs]
  return starts.flatMap(([from, otherFrom], index) => {
    const [to, otherTo] = starts[index + 1] ?? [gap.to, gap.otherTo]
    return from === to && otherFrom === otherTo ? [] : [{ from, to, otherFrom, otherTo }]
  })
}

function uniquePairs(
  left: readonly AnchorToken[],
  right: readonly AnchorToken[],
  gap: Gap,
): (readonly [number, number])[] {
  const ours = singles(left, gap.from, gap.to)
  const theirs = singles(right, gap.otherFrom, gap.otherTo)
  const pairs: (readonly [number, number])[] = []
  for (const [text, index] of ours) {
    const other = theirs.get(text)
    if (index >= 0 && other !== undefined && other >= 0) pairs.push([index, other])
  }
  return longestRising(
    pairs.sort((a, b) => a[0] - b[0]),
    ([, other]) => other,
  )
}

function singles(tokens: readonly AnchorToken[], from: number, to: number): Map<string, number> {
  const seen = new Map<string, number>()
  for (let index = from; index < to; index++) {
    const text = tokens[index]?.text ?? ''
    seen.set(text, seen.has(text) ? -1 : index)
  }
  return seen
}

/** The longest part of a list whose values rise. */
export function longestRising<T>(items: readonly T[], valueOf: (item: T) => number): T[] {
  const tails: number[] = []
  const before: number[] = []
  items.forEach((item, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      const tail = items[tails[middle] ?? 0]
      if (tail !== undefined && valueOf(tail) < valueOf(item)) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (tails[low - 1] ?? -1) : -1)
    tails[low] = index
  })
  const rising: T[] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const item = items[index]
    if (item !== undefined) rising.push(item)
  }
  return rising.toReversed()
}

function commonSubsequence(
  left: readonly AnchorToken[],
  right: readonly AnchorToken[],
  gap: Gap,
  pair: (index: number, other: number) => void,
): void {
  const width = gap.otherTo - gap.otherFrom + 1
  const height = gap.to - gap.from + 1
  const lengths = new Uint32Array(width * height)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  const isEqual = (row: number, column: number) =>
    left[gap.from + row]?.text === right[gap.otherFrom + column]?.text
  // A word in common weighs more than a comma, or the commas would decide what is paired.
  const weight = (row: number) => (left[gap.from + row]?.isWord === true ? 4 : 1)
  for (let row = height - 2; row >= 0; row--) {
    for (let column = width - 2; column >= 0; column--) {
      const skipped = Math.max(at(row + 1, column), at(row, column + 1))
      lengths[row * width + column] = isEqual(row, column)
        ? Math.max(skipped, at(row + 1, column + 1) + weight(row))
        : skipped
    }
  }
  let row = 0
  let column = 0
  while (row < height - 1 && column < width - 1) {
    if (isEqual(row, column) && at(row, column) === at(row + 1, column + 1) + weight(row))
      pair(gap.from + row++, gap.otherFrom + column++)
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
}

/** The words of two stretches side by side: what stayed, what went, what came, in reading order. */
export function differencesOf(
  left: readonly AnchorToken[],
  right: readonly AnchorToken[],
  diffCells: number,
): Difference[] {
  const mate = new Map<number, number>()
  const whole = { from: 0, to: left.length, otherFrom: 0, otherTo: right.length }
  pairTokens(left, right, whole, diffCells, (index, other) => mate.set(index, other))
  const differences: Difference[] = []
  let column = 0
  left.forEach((token, index) => {
    const other = mate.get(index)
    if (other === undefined) add(differences, 'delete', left, index)
    else {
      while (column < other) add(differences, 'insert', right, column++)
      add(differences, 'equal', left, index)
      column = other + 1
    }
    return token
  })
  while (column < right.length) add(differences, 'insert', right, column++)
  return differences
}

function add(
  differences: Difference[],
  op: Difference['op'],
  tokens: readonly AnchorToken[],
  index: number,
): void {
  const token = tokens[index]
  if (token === undefined) return
  const isApart = (tokens[index - 1]?.end ?? token.start) < token.start
  const last = differences.at(-1)
  if (last?.op === op) last.text += (isApart ? ' ' : '') + token.text
  else differences.push({ op, text: token.text })
}
