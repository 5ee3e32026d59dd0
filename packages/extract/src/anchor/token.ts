/** A word, a number with its separators, or one other character that is no white space. UTF-16 offsets. */
export type AnchorToken = { text: string; start: number; end: number; isWord: boolean }

/** A text cut up for comparison. `paragraphOf[i]` is the paragraph (line) of token i; paragraphs without tokens do not count. */
export type Tokenized = {
  text: string
  tokens: readonly AnchorToken[]
  paragraphOf: readonly number[]
  /** Half-open ranges of tokens. */
  paragraphs: readonly { from: number; to: number }[]
  places: ReadonlyMap<string, readonly number[]>
}

const pattern = /\n|[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu

export function tokenize(text: string): Tokenized {
  const tokens: AnchorToken[] = []
  const paragraphOf: number[] = []
  const paragraphs: { from: number; to: number }[] = []
  const places = new Map<string, number[]>()
  let from = 0
  const close = () => {
    if (tokens.length > from) paragraphs.push({ from, to: tokens.length })
    from = tokens.length
  }
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (found === '\n') {
      close()
      continue
    }
    const known = places.get(found)
    if (known === undefined) places.set(found, [tokens.length])
    else known.push(tokens.length)
    paragraphOf.push(paragraphs.length)
    tokens.push({ text: found, start: index, end: index + found.length, isWord: /[\p{L}\p{N}]/u.test(found) })
  }
  close()
  return { text, tokens, paragraphOf, paragraphs, places }
}

/** The half-open range of tokens a span touches; null where it touches none. */
export function tokenRange(
  tokens: readonly AnchorToken[],
  span: { start: number; end: number },
): { from: number; to: number } | null {
  const from = firstAfter(tokens, span.start)
  let to = from
  for (let token = tokens[to]; token !== undefined && token.start < span.end; token = tokens[to]) to++
  return to > from ? { from, to } : null
}

function firstAfter(tokens: readonly AnchorToken[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token !== undefined && token.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
