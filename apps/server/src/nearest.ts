/** The one of `names` that `typed` differs least from, by letters added, left out or changed; the first of equals. */
export function nearest(typed: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, edits: editsBetween(typed, name) }))
  return ranked.toSorted((a, b) => a.edits - b.edits)[0]?.name ?? ''
}

function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
