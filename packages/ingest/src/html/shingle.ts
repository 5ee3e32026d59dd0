/** The words of a text in lower case, without what stands between them. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Runs of four words, the measure in which two texts are compared; fewer words give one run of all. */
export function shinglesOf(text: string): string[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  if (words.length < 4) return [words.join(' ')]
  return words.slice(3).map((_, index) => words.slice(index, index + 4).join(' '))
}

/** Share of the shingles of `part` that `whole` has too, from 0 to 1; 1 for a part without words. */
export function coverage(part: string, whole: ReadonlySet<string>): number {
  const shingles = shinglesOf(part)
  return shingles.length === 0 ? 1 : shingles.filter((shingle) => whole.has(shingle)).length / shingles.length
}
