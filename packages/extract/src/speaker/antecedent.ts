import type { Finding } from '../attribution/finding.ts'
import type { Document, Token } from '../document.ts'
import { cueOf } from '../languages/en/cues.ts'
import { documents, looksVerbal, prepositions } from '../languages/en/words.ts'
import { countryOf } from './countries.ts'
import { namesBody, onlyOpens, postNominals, splitTitles } from './name.ts'
import type { NameRun } from './name.ts'
import type { FullNames } from './person.ts'
import { fullNameOf } from './person.ts'

export type Antecedent =
  | { state: 'found'; name: string; span: { start: number; end: number } }
  | { state: 'ambiguous' }
  | { state: 'none' }

/**
 * The person a `he` or `she` stands for: the only one named earlier in its sentence, else in one of the two sentences
 * before, quotations left out. Of several the one that opens the sentence, unless another is joined to it by «and».
 */
export function personBefore(
  document: Document,
  names: FullNames,
  finding: Finding,
  man: boolean,
  isKnown: (name: string) => boolean,
): Antecedent {
  const { tokens, sentences } = document
  const pronoun = finding.stretch.items[finding.mention?.first ?? 0]
  if (pronoun === undefined) return { state: 'none' }
  const here = sentences[pronoun.sentence]
  if (here === undefined) return { state: 'none' }
  for (let back = 0; back <= 2; back++) {
    const sentence = sentences[pronoun.sentence - back]
    if (sentence === undefined || here.paragraph - sentence.paragraph > 1) break
    const all = personsIn(
      document,
      names,
      sentence.first,
      sentence.endToken,
      back === 0 ? pronoun.start : Infinity,
      man,
      isKnown,
    )
    const sure = all.filter((one) => one.sure)
    const only = new Set(sure.map(({ name }) => name)).size === 1 && !coordinated(tokens, all)
    const found = only ? sure : all
    const first = found[0]
    if (first === undefined) continue
    const distinct = new Set(found.map(({ name }) => name))
    if (distinct.size > 1 && (coordinated(tokens, found) || back === 0)) return { state: 'ambiguous' }
    return { state: 'found', ...first }
  }
  return { state: 'none' }
}

type Person = {
  name: string
  span: { start: number; end: number }
  endToken: number
  first: number
  sure: boolean
}

function personsIn(
  { tokens, text, regions }: Document,
  names: FullNames,
  first: number,
  end: number,
  before: number,
  man: boolean,
  isKnown: (name: string) => boolean,
): Person[] {
  const found: Person[] = []
  const skip = afterLabel(tokens, first, end)
  for (let at = skip; at < end && at - first < 200; at++) {
    const token = tokens[at]
    if (token === undefined || token.start >= before) break
    if (!token.capital || token.quotation >= 0 || onlyOpens(tokens, at)) continue
    let to = at + 1
    while (to < end && tokens[to]?.capital && tokens[to]?.quotation === -1) to++
    const run = { first: at, end: to }
    const { from, man: gender } = splitTitles(tokens, run)
    const head = tokens[from]
    at = to - 1
    if (to - from > 1 && postNominals.has(tokens[to - 1]?.lower ?? '')) to--
    const last = tokens[to - 1]
    if (head === undefined || last === undefined || from >= to || namesBody(tokens, run)) continue
    const name = text.slice(head.start, last.end)
    if (countryOf(name) !== null || (gender !== null && gender !== man)) continue
    const full = fullNameOf(names, name, head.start, gender)
    if (full === null && gender === null && !isKnown(name)) continue
    if (full !== null && full.man !== null && full.man !== man) continue
    found.push({
      name: full?.name ?? name,
      span: { start: head.start, end: last.end },
      endToken: to,
      first: from,
      sure: gender !== null,
    })
  }
  return regions.length > 0
    ? found.filter(
        ({ span }) =>
          !regions.slice(0, 20).some(({ start, end: stop }) => start <= span.start && span.end <= stop),
      )
    : found
}

/** Where the words of a turn begin: MS QUILL: … */
function afterLabel(tokens: readonly Token[], first: number, end: number): number {
  for (let at = first; at < end && at - first < 6; at++) {
    if (tokens[at]?.lower === ':') return at + 1
    if (!tokens[at]?.capital) break
  }
  return first
}

/** «Ms Quill and her deputy, Anna Hale»: two in one subject. */
function coordinated(tokens: readonly Token[], found: readonly Person[]): boolean {
  const [first, second] = found
  if (first === undefined || second === undefined) return false
  for (let at = first.endToken; at < second.first && at - first.endToken < 8; at++)
    if (tokens[at]?.lower === 'and') return true
  return false
}

/** The document an `it` may stand for: named in the sentence before or earlier in its own. */
export function documentBefore(
  { tokens, sentences }: Document,
  finding: Finding,
): (NameRun & { items: readonly Token[] }) | null {
  const pronoun = finding.stretch.items[finding.mention?.first ?? 0]
  if (pronoun === undefined) return null
  const from = sentences[pronoun.sentence - 1]
  const here = sentences[pronoun.sentence]
  if (from === undefined || here === undefined || from.paragraph !== here.paragraph) return null
  for (let at = from.endToken - 1; at >= from.first && from.endToken - at < 60; at--) {
    const token = tokens[at]
    if (token?.kind !== 'word' || token.quotation >= 0 || !documents.has(token.lower)) continue
    const next = tokens[at + 1]
    if (
      next?.kind === 'word' &&
      !prepositions.has(next.lower) &&
      !looksVerbal(next.lower) &&
      cueOf(next.lower) === null &&
      !/(?:ed|that|which|and)$/.test(next.lower)
    )
      continue
    const first = determinerBefore(tokens, at)
    if (first !== null) return { first, end: at + 1, items: tokens }
  }
  return null
}

function determinerBefore(tokens: readonly Token[], at: number): number | null {
  for (let index = at - 1; index >= 0 && at - index <= 4; index--) {
    const token = tokens[index]
    if (token?.kind !== 'word') return null
    if (/^(?:the|a|an|this|that|its|their)$/.test(token.lower)) return index
  }
  return null
}

/**
 * Who issued the document that «the paper» stands for: the subject of the nearest earlier sentence that brings one in
 * (The council …, in a white paper; The council published a report), as items and the run of its name.
 */
export function issuerOf(
  { tokens, sentences }: Document,
  head: string,
  at: number,
): { run: NameRun; items: readonly Token[]; article: boolean } | null {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= 0 && low - index <= 40; index--) {
    const sentence = sentences[index]
    if (sentence === undefined) break
    for (let token = sentence.first; token < sentence.endToken && token - sentence.first < 120; token++) {
      const noun = tokens[token]
      if (
        noun?.kind !== 'word' ||
        noun.quotation >= 0 ||
        !(noun.lower === head || (documents.has(noun.lower) && general.has(head))) ||
        noun.start >= at
      )
        continue
      if (!/^(?:a|an|its|their|his|her)$/.test(tokens[determinerBefore(tokens, token) ?? -1]?.lower ?? ''))
        continue
      const run = subjectRun(tokens, sentence.first, token)
      if (run !== null) return { run, items: tokens, article: tokens[run.first - 1]?.lower === 'the' }
    }
  }
  return null
}

/** Words that may stand for a document brought in under another one. */
const general = new Set(['paper', 'document', 'report'])

/** The first name in the sentence, before the document is mentioned. */
function subjectRun(tokens: readonly Token[], first: number, before: number): NameRun | null {
  for (let at = first; at < before; at++) {
    const token = tokens[at]
    if (
      token === undefined ||
      !token.capital ||
      token.quotation >= 0 ||
      (at === first &&
        /^(?:the|a|an|in|on|at|last|this|earlier|according|figures|asked|when|after|under)$/.test(
          token.lower,
        ))
    )
      continue
    let end = at
    while (end < before && (tokens[end]?.capital || tokens[end]?.lower === '&')) end++
    while (
      end < before &&
      /^(?:party|government|ministry|council|company|bank|office|agency|union|group|university)$/.test(
        tokens[end]?.lower ?? '',
      )
    )
      end++
    return { first: at, end }
  }
  return null
}
