import type { Document, Token } from '../document.ts'
import { playsPart } from '../languages/en/parts.ts'
import { bodies, men, women } from '../languages/en/words.ts'
import { isCalendar, isHonorific, lastName, namesBody, onlyOpens, splitTitles } from './name.ts'

/** Full names in the text, by last word, in order of appearance. */
export type FullNames = ReadonlyMap<string, readonly FullName[]>
type FullName = { name: string; at: number; man: boolean | null; quoted: boolean }

/**
 * Every run of two to five capitalised words that may be a person's full name; one that stands in somebody's words
 * only where the reporter names nobody of that last name.
 */
export function readFullNames({ text, tokens, regions }: Document): FullNames {
  const names = new Map<string, FullName[]>()
  let region = 0
  let first = 0
  while (first < tokens.length) {
    const opening = tokens[first]
    if (opening === undefined) break
    while (region < regions.length && (regions[region]?.end ?? 0) <= opening.start) region++
    if (opening.kind !== 'word' || !opening.capital || onlyOpens(tokens, first)) {
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
  for (const [index, { kind, capital, lower }] of tokens.entries()) {
    const title = tokens[index - 1]?.lower ?? ''
    if (kind !== 'word' || !capital || !isHonorific(title) || !(men.has(title) || women.has(title))) continue
    const [only, other] = names.get(lower) ?? []
    if (only && other === undefined && only.man === null) only.man = men.has(title)
  }
  return new Map(
    [...names].map(([last, list]) => {
      const reported = list.filter(({ quoted }) => !quoted)
      return [last, reported.length > 0 ? reported : list] as const
    }),
  )

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
    if (tokens.slice(start, run.end).every(({ lower }) => playsPart(lower))) return
    const name = text.slice(head.start, last.end)
    const list = names.get(last.lower) ?? []
    const quoted = head.quotation >= 0
    const same = list.find((known) => known.name === name)
    if (same && !quoted) same.quoted = false
    else if (same === undefined && list.length < 12) list.push({ name, at: head.start, man, quoted })
    names.set(last.lower, list)
  }
}

/** Names of bodies of two or more words in the article, by their first word; those that open with a general noun left out. */
export function readBodyNames({ text, tokens }: Document): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (let first = 0; first < tokens.length; first++) {
    const opening = tokens[first]
    if (opening?.kind !== 'word' || !opening.capital || opening.quotation >= 0) continue
    let end = first + 1
    while (tokens[end]?.kind === 'word' && tokens[end]?.capital && tokens[end]?.sentence === opening.sentence)
      end++
    const from = onlyOpens(tokens, first) ? first + 1 : first
    const head = tokens[from]
    const last = tokens[end - 1]
    first = end - 1
    if (head === undefined || last === undefined || end - from < 2 || end - from > longestBody) continue
    if (bodies.has(head.lower) || !namesBody(tokens, { first: from, end })) continue
    const name = text.slice(head.start, last.end).replaceAll(/\s+/g, ' ')
    const list = names.get(head.lower) ?? []
    if (list.length < 3 && !list.includes(name)) list.push(name)
    names.set(head.lower, list)
  }
  return names
}

const longestBody = 8

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
  const all = (names.get(last) ?? []).filter(
    (known) =>
      known.name.toLowerCase().endsWith(short.toLowerCase()) &&
      (man === null || known.man === null || known.man === man),
  )
  const cased = all.filter((known) => known.name !== known.name.toUpperCase())
  const fitting = cased.length > 0 ? cased : all
  if (fitting.length <= 1) return fitting[0] ?? null
  const before = fitting.filter((known) => known.at < at)
  return before.at(-1) ?? fitting[0] ?? null
}
