import { fold } from './folding.ts'

/** Letters to insert, drop, replace or swap with their neighbour to get from one word to the other; `most + 1` where it takes more. */
export function distance(one: string, other: string, most: number): number {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = b.map((_, index) => index)
  last.push(b.length)
  for (const [row, letter] of a.entries()) {
    const next = [row + 1]
    for (const [column, wanted] of b.entries()) {
      let cost = Math.min(
        (last[column] ?? 0) + (letter === wanted ? 0 : 1),
        (last[column + 1] ?? 0) + 1,
        (next[column] ?? 0) + 1,
      )
      if (row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === wanted)
        cost = Math.min(cost, (before[column - 1] ?? 0) + 1)
      next.push(cost)
    }
    before = last
    last = next
  }
  return Math.min(last.at(-1) ?? 0, most + 1)
}

/** How far a typed word is from the nearest word of a name: null where it is no likely slip (one letter in four, two at most). */
export function slipOf(typed: string, name: string): number | null {
  const word = fold(typed)
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  const nearest = Math.min(
    ...fold(name)
      .split(' ')
      .map((part) => distance(word, part, most)),
  )
  return nearest <= most ? nearest : null
}
