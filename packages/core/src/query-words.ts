import type { Term } from './store.ts'
import { fold } from './folding.ts'
import { QUERY_TERMS } from './tuning.ts'

/** One piece of a query as typed: a word or phrase, or `name:value` whose name may be that of a filter. */
export type Piece = { name: string | null; value: string; quoted: boolean; excluded: boolean }

const WHITE = /\s|\0/u
const MARK = /["“”„«»]/u
const NAME = /^([a-z]{1,20}):/i

/**
 * Cuts a query into pieces. Every string is a query: a quotation mark without its twin reaches to the end, and no
 * character means more than that to the store.
 */
export function piecesOf(q: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < q.length) {
    if (WHITE.test(q.charAt(at))) {
      at++
      continue
    }
    const excluded = q[at] === '-' && at + 1 < q.length && !WHITE.test(q.charAt(at + 1))
    if (excluded) at++
    const name = NAME.exec(q.slice(at, at + 21))?.[1] ?? null
    if (name !== null) at += name.length + 1
    const quoted = MARK.test(q.charAt(at))
    const from = quoted ? at + 1 : at
    let to = from
    while (
      to < q.length &&
      !(quoted ? MARK.test(q.charAt(to)) : WHITE.test(q.charAt(to)) || MARK.test(q.charAt(to)))
    )
      to++
    pieces.push({ name: name?.toLowerCase() ?? null, value: q.slice(from, to), quoted, excluded })
    at = quoted ? to + 1 : to
  }
  return pieces
}

/** The words and phrases of pieces; the last plain word is a prefix, since it may still be being typed. */
export function termsFrom(pieces: readonly Piece[]): readonly Term[] {
  const terms = pieces
    .flatMap(({ name, value, quoted, excluded }) => {
      const words = quoted ? [value] : value.split(':')
      return [...(name === null ? [] : [name]), ...words].map((text) => ({
        text,
        phrase: quoted && text === value,
        prefix: false,
        excluded,
      }))
    })
    .filter(({ text }) => fold(text) !== '')
    .slice(0, QUERY_TERMS)
  const last = terms.findLastIndex(({ phrase, excluded }) => !phrase && !excluded)
  return terms.map((term, index) => ({ ...term, prefix: index === last && index === terms.length - 1 }))
}

/** The terms of a query in which no filter is looked for. Never throws. */
export function termsOf(q: string): readonly Term[] {
  return termsFrom(piecesOf(q))
}

/** Pieces as they would be typed, so that `piecesOf` gives them again. */
export function typed(pieces: readonly Piece[]): string {
  return pieces
    .map(
      ({ name, value, quoted, excluded }) =>
        `${excluded ? '-' : ''}${name === null ? '' : `${name}:`}${quoted ? `"${value}"` : value}`,
    )
    .join(' ')
}
