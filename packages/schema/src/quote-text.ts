/**
 * The text of a quote, from the parts of its first occurrence: joined with one space, each run of white
 * space as one space, nothing else. This is the one normalisation between a captured text and a quote.
 */
export function quoteText(parts: readonly { exact: string }[]): string {
  return parts
    .map(({ exact }) => exact)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
