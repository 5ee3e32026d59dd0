import type { Document, Token } from '../document.ts'
import { bodies, documents, people, prepositions, relatives } from '../languages/en/words.ts'
import { issuerOf } from './antecedent.ts'
import { playsPart } from '../languages/en/parts.ts'
import { countryOf } from './countries.ts'
import { extendBody, isAcronym, isHonorific, lastName, namesBody, namesCompany, splitTitles } from './name.ts'
import { fullNameOf, readBodyNames } from './person.ts'
import type { FullNames } from './person.ts'
import {
  acronymOf,
  apposedName,
  firstRun,
  governmentOf,
  possessorOf,
  spanOf,
  textOf,
  viaOf,
} from './phrase.ts'
import type { Registry } from './registry.ts'

export type Found = {
  speaker: number | null
  source: number | null
  via: 'spokesperson' | 'lawyer' | null
}

/** Who a phrase is, whatever sentence it stands in; adds speakers and documents to the registry. */
export function openLookup(document: Document, names: FullNames, registry: Registry) {
  const { text } = document
  const inside = capitalsInside(document)
  const bodyNames = readBodyNames(document)
  const addressed = readAddressed(document)
  return { byPhrase, person, labelled, agrees }

  function byPhrase(
    items: readonly Token[],
    first: number,
    end: number,
    wholeFirst: number,
    wholeEnd: number,
    paragraph: number,
  ): Found {
    const head = items[end - 1]
    const none = { source: null, via: null }
    if (head === undefined) return { speaker: null, ...none }
    const via = viaOf(items, first, end)
    if (via !== null && !items[end - 1]?.capital) {
      const body = lastName(items, end, wholeEnd) ?? lastName(items, first, end)
      if (body !== null) return { speaker: named(items, body, wholeEnd, false), source: null, via }
    }
    if (
      documents.has(head.lower) &&
      !(head.capital && first < end - 1 && lastName(items, first, end)?.end === end)
    )
      return byDocument(items, first, end, wholeEnd)
    const apposed = apposedName(items, end, wholeEnd)
    if (apposed !== null && (lastName(items, first, end) === null || !items[end - 1]?.capital)) {
      const name = textOf(text, items, apposed.first, apposed.end)
      if (apposed.end - apposed.first > 1)
        return { speaker: named(items, apposed, apposed.end, false), ...none }
      const full = fullNameOf(names, name, items[first]?.start ?? 0, null)
      return { speaker: person(full?.name ?? name, name, full?.man ?? null), ...none }
    }
    const government = governmentOf(items, first, end)
    if (government !== null) {
      const index = registry.add('government', `Government of ${government}`)
      registry.alias(index, textOf(text, items, first, end), 'full')
      return { speaker: index, ...none }
    }
    const run = lastName(items, first, end)
    if (run !== null && !generic(items, run, first))
      return { speaker: named(items, run, Math.max(end, wholeEnd), items[first]?.lower === 'the'), ...none }
    return { speaker: nominal(items, first, end, wholeFirst, wholeEnd, paragraph), ...none }
  }

  /** A capital only because the sentence begins: Experts say. */
  function generic(items: readonly Token[], run: { first: number; end: number }, first: number): boolean {
    const only = items[run.first]
    if (only === undefined || run.end - run.first > 1) return false
    return (
      people.has(only.lower) ||
      bodies.has(only.lower) ||
      documents.has(only.lower) ||
      (run.first === 0 && run.first === first && only.lower.endsWith('s') && !inside.has(only.lower))
    )
  }

  function named(
    items: readonly Token[],
    run: { first: number; end: number },
    limit: number,
    article: boolean,
  ): number {
    let { first } = run
    const body = namesBody(items, run)
    const whole = body || article ? extendBody(items, run, limit) : run
    const raw = textOf(text, items, whole.first, whole.end)
    const country = countryOf(raw) ?? governmentOf(items, whole.first, whole.end)
    if (country !== null) {
      const index = registry.add('government', `Government of ${country}`)
      registry.alias(index, raw, 'short')
      return index
    }
    if (body || namesBody(items, whole) || isApposedBody(items, whole.end)) return addBody(raw)
    const { from, man, titled } = splitTitles(items, run)
    if (from >= run.end) return registry.add('unnamed', raw)
    first = from
    const name = textOf(text, items, first, run.end)
    const start = items[first]?.start ?? 0
    if (run.end - first === 1 || isHonorific(items[run.first]?.lower ?? '')) {
      const full = fullNameOf(names, name, start, man)
      if (full !== null) return person(full.name, name, man ?? full.man)
      if (!titled) {
        if (addressed.has(name.toLowerCase())) return person(name, name, man)
        if (isAcronym(name) || article || run.end - first === 1)
          return addBody(fullBodyOf(name) ?? name, name)
      }
      return person(name, name, man)
    }
    if (article) return addBody(name)
    return person(name, name, man)
  }

  function person(name: string, alias: string, man: boolean | null): number {
    const index = registry.add('person', name, man)
    registry.alias(index, alias, 'short')
    const speaker = registry.speakers[index]
    if (speaker && speaker.man === null) speaker.man = man
    return index
  }

  /** The only body of the text whose name begins with a short one: Harlow → Harlow Ferries. */
  function fullBodyOf(short: string): string | null {
    const fitting = bodyNames.get(short.toLowerCase()) ?? []
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }

  function addBody(name: string, short = name): number {
    const index = bodyOf(name)
    registry.alias(index, short, isAcronym(short) ? 'acronym' : 'short')
    return index
  }

  function bodyOf(name: string): number {
    const existing = registry.speakers.findIndex(
      ({ kind, name: other }) => kind === 'organization' && (other === name || acronymOf(other) === name),
    )
    if (existing >= 0) {
      registry.alias(existing, name, isAcronym(name) ? 'acronym' : 'short')
      return existing
    }
    return registry.add('organization', name)
  }

  function byDocument(items: readonly Token[], first: number, end: number, wholeEnd: number): Found {
    const name = textOf(text, items, first, end).replace(/^(?:the|a|an|this|that|its|his|her|their)\s+/i, '')
    const span = spanOf(items, first, end)
    const byIssuer = items[end]
    let issuer: number | null = null
    if (byIssuer !== undefined && end < wholeEnd && /^(?:of|by|from)$/.test(byIssuer.lower)) {
      const run = lastName(items, end + 1, wholeEnd)
      if (run !== null)
        issuer = named(
          items,
          firstRun(items, end + 1, wholeEnd) ?? run,
          wholeEnd,
          items[end + 1]?.lower === 'the',
        )
    }
    const possessor = possessorOf(items, first, end)
    if (issuer === null && possessor !== null)
      issuer = named(items, possessor, possessor.end, items[first]?.lower === 'the')
    if (issuer === null) {
      const brought = issuerOf(document, items[end - 1]?.lower ?? '', items[first]?.start ?? 0)
      if (brought !== null) issuer = named(brought.items, brought.run, brought.run.end, brought.article)
    }
    const earlier = registry.sources.findIndex(
      (source) => source.issuer === issuer && (issuer !== null || source.name === name),
    )
    if (earlier >= 0) {
      registry.sources[earlier]?.mentions.push(span)
      return { speaker: issuer, source: earlier, via: null }
    }
    return { speaker: issuer, source: registry.source(name, issuer, span), via: null }
  }

  function nominal(
    items: readonly Token[],
    first: number,
    end: number,
    _wholeFirst: number,
    wholeEnd: number,
    _paragraph: number,
  ): number | null {
    const head = items[end - 1]?.lower ?? ''
    const definite = /^(?:the|its|his|her|their|this)$/.test(items[first]?.lower ?? '')
    if (definite && bodies.has(head)) {
      const country = head === 'government' ? governmentOf(items, first, end) : null
      if (country !== null) return registry.add('government', `Government of ${country}`)
      const known = registry.speakers.findLastIndex(
        ({ kind, name }) =>
          kind === 'organization' && new RegExp(`\\b${head.replaceAll(/[^a-z]/g, '')}\\b`, 'i').test(name),
      )
      if (known >= 0) return known
      const firms = registry.speakers.flatMap(({ kind, name }, index) =>
        kind === 'organization' && namesCompany(name) ? [index] : [],
      )
      if (firms[0] !== undefined && firms.length === 1 && /^(?:company|firm)$/.test(head)) return firms[0]
    }
    const hangs =
      items[end]?.lower === 'of' ||
      items[end]?.lower === 'for' ||
      items[end]?.lower === 'at' ||
      items[end]?.lower === 'from'
        ? wholeEnd
        : end
    const to = hangs - first <= 9 ? hangs : end
    const phrase = textOf(text, items, first, to)
    const collective = /^(?:coalition|group|alliance|network|collection|number|majority|team|crowd)$/.test(
      head,
    )
    if (bodies.has(head) && !collective) return registry.add('organization', phrase)
    if (collective) return registry.add('group', phrase)
    return registry.add('unnamed', phrase)
  }

  function labelled(words: string, label: string): number {
    const parts = words.split(/\s+/)
    const shouted = words === words.toUpperCase()
    const bare = parts.filter(
      (word) => !isHonorific(word.toLowerCase()) && !isHonorific(`${word.toLowerCase()}.`),
    )
    const cased = shouted ? bare.map(inCase) : bare
    const run = cased.join(' ').replace(/^(?:The|THE)\s+/, '')
    const name =
      words === label
        ? run
        : run.replace(
            /^(?:(?:Captain|Professor|President|Senator|Judge|Justice|Minister|Inspector|Councillor|Superintendent|Lieutenant|Colonel|General|Major)\s+)+/,
            '',
          )
    const full = fullNameOf(names, name, label0, null)
    if (full !== null) {
      const shouting = full.name === full.name.toUpperCase()
      const index = person(shouting ? inCase(full.name) : full.name, name, full.man)
      registry.alias(index, label, 'short')
      return index
    }
    if (parts.every((word) => playsPart(word.toLowerCase()))) return registry.add('unnamed', label)
    const titled = bare.length < parts.length
    const index =
      titled || cased.length > 1 || words !== label
        ? registry.add('person', name)
        : registry.add('unnamed', words)
    registry.alias(index, label, 'short')
    return index
  }

  /** Whether a person of that name is known and nothing says that it is the other sex. */
  function agrees(name: string, man: boolean): boolean {
    const index = registry.find('person', name)
    const known = index === null ? undefined : registry.speakers[index]
    return known !== undefined && (known.man === null || known.man === man)
  }
}

/** Last names that stand behind Mr or Ms somewhere, in lower case: nobody says so of a body. */
function readAddressed({ tokens }: Document): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, token] of tokens.entries())
    if (token.capital && isHonorific(tokens[index - 1]?.lower ?? '')) found.add(token.lower)
  return found
}

/** SANDOVAL-REYES → Sandoval-Reyes */
const inCase = (words: string): string =>
  words.toLowerCase().replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())

/** «Halcyon Reach, a shipping firm, …»: the head of what is put beside the name says that it is a body. */
function isApposedBody(items: readonly Token[], end: number): boolean {
  if (items[end]?.lower !== ',' || !/^(?:a|an|the)$/.test(items[end + 1]?.lower ?? '')) return false
  let at = end + 2
  while (items[at]?.kind === 'word' && !prepositions.has(items[at]?.lower ?? '') && at - end < 8) {
    if (relatives.has(items[at]?.lower ?? '')) break
    at++
  }
  const head = items[at - 1]
  return at > end + 2 && head !== undefined && !head.capital && bodies.has(head.lower)
}

const label0 = Number.MAX_SAFE_INTEGER

/** Words that carry a capital inside a sentence. */
function capitalsInside({ tokens, sentences }: Document): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, token] of tokens.entries())
    if (token.capital && sentences[token.sentence]?.first !== index) found.add(token.lower)
  return found
}
