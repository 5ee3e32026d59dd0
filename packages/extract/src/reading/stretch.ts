import type { Document } from '../document.ts'
import { tuning } from '../tuning.ts'
import type { Sentence } from './sentence.ts'
import type { Token } from './token.ts'

/**
 * A sentence as the sieves read it: words outside quotations, and each quotation that may be speech as one
 * item of kind `quote`. Words in scare quotes stand as plain words, their marks left out.
 */
export type Stretch = {
  items: readonly Token[]
  /** Index into quotations of the quotation this sentence stands in, -1 outside all. */
  within: number
  paragraph: number
  heading: boolean
  /** The text of the stretch ends here, full stop included. */
  end: number
}

/**
 * The sentences of the article, those outside quotations first in order, then those inside them.
 * `terms` are the quotations read as scare quotes. Linear.
 */
export function readStretches(document: Document, terms: ReadonlySet<number>): Stretch[] {
  const { tokens, paragraphs, sentences, innerSentences, quotations } = document
  const blocked = blockedTokens(document)
  const owners = new Map<number, number>()
  for (const [index, quotation] of quotations.entries()) {
    owners.set(quotation.outerStart, index)
    if (!quotation.closed) continue
    owners.set(quotation.outerEnd - 1, index)
    if (!owners.has(quotation.outerEnd - 2)) owners.set(quotation.outerEnd - 2, index)
  }
  const outer = sentences.flatMap((sentence) => build(sentence, -1))
  const inner = innerSentences.flatMap((sentence) =>
    pieces(sentence).flatMap(({ first, end, within }) =>
      build({ ...sentence, first, endToken: end }, within),
    ),
  )
  return [...outer, ...inner]

  function build({ first, endToken, paragraph }: Sentence, within: number): Stretch[] {
    const items: Token[] = []
    for (let index = first; index < endToken; index++) {
      const token = tokens[index]
      if (token === undefined || blocked[index] === 1) continue
      if (token.kind === 'quote' || token.quotation !== within) {
        const at = outermost(token, within)
        if (at === null) continue
        const quotation = quotations[at]
        if (quotation === undefined) continue
        if (terms.has(at)) {
          if (token.kind !== 'quote') items.push({ ...token, quotation: within })
          continue
        }
        if (items.at(-1)?.kind === 'quote' && items.at(-1)?.quotation === at) continue
        items.push({
          ...token,
          start: quotation.outerStart,
          end: quotation.outerEnd,
          lower: '“”',
          kind: 'quote',
          capital: false,
          quotation: at,
        })
        continue
      }
      items.push(token)
    }
    const stretches: Stretch[] = []
    for (let from = 0; from < items.length; from += tuning.longestStretch) {
      const part = items.slice(from, from + tuning.longestStretch)
      const heading = paragraphs[paragraph]?.heading ?? false
      stretches.push({ items: part, within, paragraph, heading, end: part.at(-1)?.end ?? 0 })
    }
    return stretches
  }

  /** The quotation a token belongs to, one level below `within`; null for marks that belong to none. */
  function outermost(token: Token, within: number): number | null {
    let at = token.kind === 'quote' ? markOwner(token, within) : token.quotation
    for (let depth = 0; depth < 6; depth++) {
      const parent = quotations[at]?.parent
      if (parent === undefined) return null
      if (parent === within) return at
      at = parent
    }
    return null
  }

  function markOwner(token: Token, within: number): number {
    if (token.quotation !== within) return token.quotation
    return owners.get(token.start) ?? -1
  }

  function pieces({ first, endToken }: Sentence): { first: number; end: number; within: number }[] {
    const found: { first: number; end: number; within: number }[] = []
    for (let index = first; index < endToken; index++) {
      const token = tokens[index]
      const within = base(token?.quotation ?? -1)
      if (token === undefined || within < 0 || blocked[index] === 1) continue
      const open = found.at(-1)
      if (open?.within === within) open.end = index + 1
      else found.push({ first: index, end: index + 1, within })
    }
    return found.filter(({ first: from, end }) => end - from >= 4)
  }

  function base(at: number): number {
    let index = at
    for (let depth = 0; depth < 6; depth++) {
      const parent = quotations[index]?.parent ?? -1
      if (parent < 0) break
      index = parent
    }
    return terms.has(index) ? -1 : index
  }
}

function blockedTokens({ tokens, regions }: Document): Uint8Array {
  const blocked = new Uint8Array(tokens.length)
  let region = 0
  for (const [index, { start }] of tokens.entries()) {
    while (region < regions.length && (regions[region]?.end ?? 0) <= start) region++
    const current = regions[region]
    if (current !== undefined && current.start <= start) blocked[index] = 1
  }
  return blocked
}
