import type { Document, Token } from '../document.ts'
import { isCalendar, isHonorific, lastName, namesBody, splitTitles } from './name.ts'

/** Full names in the text, by last word, in order of appearance. */
export type FullNames = ReadonlyMap<string, readonly { name: string; at: number; man: boolean | null }[]>

/** Every run of two to four capitalised words that may be a person's full name. */
export function readFullNames({ text, tokens, regions }: Document): FullNames {
  const names = new Map<string, { name: string; at: number; man: boolean | null }[]>()
  let region = 0
  let first = 0
  while (first < tokens.length) {
    const opening = tokens[first]
    if (opening === undefined) break
    while (region < regions.length && (regions[region]?.end ?? 0) <= opening.start) region++
    if (opening.kind !== 'word' || !opening.capital) {
      first++
      continue
    }
    let end = first + 1
    while (end < tokens.length && joins(tokens, end)) end++
    const label = /^[qa]\.$/.test(opening.lower) && tokens[first - 1]?.paragraph !== opening.paragraph
    if (label) {
      first++
      continue
    }
    const covered = (regions[region]?.start ?? Infinity) <= opening.start
    if (!covered) add(first, end)
    first = end
  }
  return names

  function joins(list: readonly Token[], at: number): boolean {
    const token = list[at]
    const before = list[at - 1]
    if (token === undefined || before === undefined || token.kind !== 'word') return false
    if (token.sentence !== before.sentence || token.quotation !== before.quotation) return false
    if (token.capital) return true
    return (
      /^(?:de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le|du)$/.test(token.lower) &&
      (list[at + 1]?.capital ?? false)
    )
  }

  function add(from: number, to: number): void {
    const run = lastName(tokens, from, to)
    if (run === null || namesBody(tokens, run)) return
    const { from: start, man } = splitTitles(tokens, run)
    const length = run.end - start
    const head = tokens[start]
    const last = tokens[run.end - 1]
    if (
      head === undefined ||
      last === undefined ||
      length < 2 ||
      length > 5 ||
      isCalendar(last.lower) ||
      isHonorific(last.lower)
    )
      return
    const name = text.slice(head.start, last.end)
    const list = names.get(last.lower) ?? []
    if (list.length < 12 && !list.some((known) => known.name === name))
      list.push({ name, at: head.start, man })
    names.set(last.lower, list)
  }
}

/**
 * The full name a short one stands for: the only one that ends in it, or the nearest before it that agrees with
 * the title; null where none or several fit.
 */
export function fullNameOf(
  names: FullNames,
  short: string,
  at: number,
  man: boolean | null,
): { name: string; man: boolean | null } | null {
  const last = short.toLowerCase().split(/\s+/).at(-1) ?? ''
  const fitting = (names.get(last) ?? []).filter(
    (known) => known.name.endsWith(short) && (man === null || known.man === null || known.man === man),
  )
  if (fitting.length <= 1) return fitting[0] ?? null
  const before = fitting.filter((known) => known.at < at)
  return before.at(-1) ?? fitting[0] ?? null
}
