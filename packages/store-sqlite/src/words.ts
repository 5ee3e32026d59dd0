import { foldKeys } from '@onrecord/core'
import type { Term } from '@onrecord/core'

/** Stands between texts that are indexed in one column, so that no phrase reaches from one into the next. */
const BETWEEN = '\u{e000}'

/** What the word index holds of some texts: each in every way it may be searched for, none twice. */
export function indexed(texts: readonly string[]): string {
  return column(texts.flatMap((text) => foldKeys(text)))
}

/** Folded texts as one column, none twice. */
export function column(keys: readonly string[]): string {
  return [...new Set(keys)].filter((key) => key !== '').join(` ${BETWEEN} `)
}

/** The texts of an indexed column. */
export function partsOf(words: string): string[] {
  return words === '' ? [] : words.split(` ${BETWEEN} `)
}

/**
 * A folded phrase as the word index reads it. The only place where words become part of a query: quoted always, so
 * that none of them is ever syntax.
 */
export function quoted(words: string, prefix = false): string {
  return `"${words.replaceAll('"', '""')}"${prefix ? ' *' : ''}`
}

/** One of these words or phrases; nothing that could be found where there are none. */
export function anyOf(phrases: readonly string[]): string {
  return phrases.length === 0 ? quoted(NOWHERE) : phrases.join(' OR ')
}

/** A facet token that no row has. */
const NOWHERE = 'nowhere'
/** A facet token that every row has: what `NOT` counts from. */
export const EVERYWHERE = 'all'

/** The terms as one expression over some columns; null where a term has no words and so is found nowhere. */
export function termsExpression(terms: readonly Term[], columns: string): string | null {
  const parts = terms.filter(({ excluded }) => !excluded).map((term) => termExpression(term, columns))
  if (parts.some((part) => part === null)) return null
  return parts.length === 0 ? `facets : ${quoted(EVERYWHERE)}` : parts.join(' AND ')
}

/** What must not be found: excluded terms. */
export function excludedExpressions(terms: readonly Term[], columns: string): string[] {
  return terms
    .filter(({ excluded }) => excluded)
    .map((term) => termExpression(term, columns))
    .filter((part) => part !== null)
}

function termExpression({ text, prefix }: Term, columns: string): string | null {
  const needles = foldKeys(text).filter((needle) => needle !== '')
  if (needles.length === 0) return null
  return `{${columns}} : (${needles.map((needle) => quoted(needle, prefix)).join(' OR ')})`
}
