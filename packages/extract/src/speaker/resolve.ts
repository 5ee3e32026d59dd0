import type { QuoteCandidate, Span } from '@onrecord/schema'
import type { Document, Token } from '../document.ts'
import type { Finding } from '../attribution/finding.ts'
import { bodies, documents, people, singularMan, singularWoman } from '../languages/en/words.ts'
import { clauseStart } from '../attribution/clause.ts'
import { subjectBefore } from '../attribution/mention.ts'
import { tuning } from '../tuning.ts'
import { affiliationsOf } from './affiliation.ts'
import { documentBefore, issuerOf, personBefore } from './antecedent.ts'
import { countryOf } from './countries.ts'
import { extendBody, isAcronym, isHonorific, lastName, namesBody, splitTitles } from './name.ts'
import { fullNameOf, readFullNames } from './person.ts'
import type { FullNames } from './person.ts'
import {
  acronymOf,
  antecedent,
  apposedName,
  firstRun,
  governmentOf,
  possessorOf,
  spanOf,
  textOf,
  viaOf,
} from './phrase.ts'
import { openRegistry } from './registry.ts'
import type { Registry } from './registry.ts'

export type Resolved = {
  mention: QuoteCandidate['mention']
  speaker: number | null
  source: number | null
  via: 'spokesperson' | 'lawyer' | null
  evidence: Span[]
}

export type Resolver = { registry: Registry; resolve: (finding: Finding) => Resolved }

/** Looks up who the mention of each finding is. Findings must come in the order of the text. */
export function openResolver(document: Document): Resolver {
  const { text } = document
  const names: FullNames = readFullNames(document)
  const registry = openRegistry()
  const inside = capitalsInside(document)
  const known = new Map<Finding, Resolved>()
  /** By whether a man: the last one who spoke. */
  const lastOf = new Map<boolean, { index: number; paragraph: number }>()
  let lastPerson: { index: number; paragraph: number } | null = null
  let lastBody: { speaker: number | null; source: number | null; paragraph: number } | null = null

  return {
    registry,
    resolve(finding) {
      const resolved = read(finding)
      known.set(finding, resolved)
      const { speaker } = resolved
      const { paragraph } = finding.stretch
      if (speaker !== null) {
        const person = registry.speakers[speaker]
        if (person?.kind === 'person') {
          lastPerson = { index: speaker, paragraph }
          if (person.man !== null) lastOf.set(person.man, lastPerson)
        } else if (person?.kind !== 'unnamed') lastBody = { speaker, source: resolved.source, paragraph }
      } else if (resolved.source !== null) lastBody = { speaker, source: resolved.source, paragraph }
      return resolved
    },
  }

  function read(finding: Finding): Resolved {
    if (finding.label !== null) return byLabel(finding.label, finding.labelName)
    if (finding.rule === 'dialogue answer' && lastPerson !== null)
      return {
        mention: { span: null, kind: 'implicit' },
        speaker: lastPerson.index,
        source: null,
        via: null,
        evidence: [],
      }
    if (finding.mention === null) {
      const from = finding.continues ? known.get(finding.continues) : undefined
      const evidence = from?.mention?.span ? [from.mention.span] : []
      const mention =
        finding.basis === 'none' || from === undefined ? null : { span: null, kind: 'implicit' as const }
      return {
        mention,
        speaker: from?.speaker ?? null,
        source: from?.source ?? null,
        via: from?.via ?? null,
        evidence,
      }
    }
    const { items, paragraph } = finding.stretch
    const { first, end, wholeFirst, wholeEnd } = finding.mention
    const start = items[first]
    const last = items[end - 1]
    if (start === undefined || last === undefined)
      return { mention: null, speaker: null, source: null, via: null, evidence: [] }
    const span = { start: start.start, end: last.end }
    if (finding.mention.kind === 'pronoun') return byPronoun(finding, start, span)
    const mention = { span, kind: finding.mention.kind }
    const found = byPhrase(items, first, end, wholeFirst, wholeEnd, paragraph)
    if (found.speaker !== null) {
      registry.mention(found.speaker, span)
      affiliationsOf(
        text,
        items,
        { first, end, wholeEnd },
        registry.speakers[found.speaker]?.kind ?? 'unnamed',
      ).forEach((affiliation) => {
        const speaker = found.speaker === null ? undefined : registry.speakers[found.speaker]
        if (
          speaker &&
          !speaker.affiliations.some(
            (other) => other.role === affiliation.role && other.organization === affiliation.organization,
          )
        )
          speaker.affiliations.push(affiliation)
      })
    }
    return { mention, ...found, evidence: [] }
  }

  function byPhrase(
    items: readonly Token[],
    first: number,
    end: number,
    wholeFirst: number,
    wholeEnd: number,
    paragraph: number,
  ): Pick<Resolved, 'speaker' | 'source' | 'via'> {
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
    if (body || namesBody(items, whole)) {
      return addBody(raw)
    }
    const { from, man, titled } = splitTitles(items, run)
    if (from >= run.end) return registry.add('unnamed', raw)
    first = from
    const name = textOf(text, items, first, run.end)
    const start = items[first]?.start ?? 0
    if (run.end - first === 1 || isHonorific(items[run.first]?.lower ?? '')) {
      const full = fullNameOf(names, name, start, man)
      if (full !== null) return person(full.name, name, man ?? full.man)
      if (!titled) {
        if (isAcronym(name) || article || run.end - first === 1) return addBody(name)
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

  function addBody(name: string): number {
    const existing = registry.speakers.findIndex(
      ({ kind, name: other }) => kind === 'organization' && (other === name || acronymOf(other) === name),
    )
    if (existing >= 0) {
      registry.alias(existing, name, isAcronym(name) ? 'acronym' : 'short')
      return existing
    }
    return registry.add('organization', name)
  }

  function byDocument(
    items: readonly Token[],
    first: number,
    end: number,
    wholeEnd: number,
  ): Pick<Resolved, 'speaker' | 'source' | 'via'> {
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

  function byPronoun(finding: Finding, token: Token, span: Span): Resolved {
    const mention = { span, kind: 'pronoun' as const }
    const none: Resolved = { mention, speaker: null, source: null, via: null, evidence: [] }
    const { paragraph, within } = finding.stretch
    const { lower } = token
    if (within >= 0) return none
    if (lower === 'who' || lower === 'which') return byRelative(finding, mention)
    const man = singularMan.has(lower) ? true : singularWoman.has(lower) ? false : null
    if (man !== null) {
      const found = personBefore(document, names, finding, man, (name) => agrees(name, man))
      if (found.state === 'ambiguous') {
        lastPerson = null
        lastOf.clear()
        return none
      }
      if (found.state === 'found') {
        const speaker = person(found.name, found.name, man)
        registry.mention(speaker, span)
        return { ...none, speaker, evidence: [found.span] }
      }
      const recent = [lastOf.get(man), lastPerson].find(
        (candidate) => candidate && paragraph - candidate.paragraph <= tuning.pronounReach,
      )
      const known = recent ? registry.speakers[recent.index] : undefined
      if (recent && known && (known.man === null || known.man === man)) {
        known.man = man
        registry.mention(recent.index, span)
        return { ...none, speaker: recent.index }
      }
      return none
    }
    if (lower === 'it') {
      const found = documentBefore(document, finding)
      if (found !== null) {
        const answer = byPhrase(found.items, found.first, found.end, found.first, found.end, paragraph)
        if (answer.speaker !== null) registry.mention(answer.speaker, span)
        return { ...none, ...answer }
      }
      if (lastBody !== null && paragraph - lastBody.paragraph <= 1) {
        if (lastBody.speaker !== null) registry.mention(lastBody.speaker, span)
        return { ...none, speaker: lastBody.speaker, source: lastBody.source }
      }
    }
    return none
  }

  /** Whether a person of that name is known and nothing says that it is the other sex. */
  function agrees(name: string, man: boolean): boolean {
    const index = registry.find('person', name)
    const known = index === null ? undefined : registry.speakers[index]
    return known !== undefined && (known.man === null || known.man === man)
  }

  function byRelative(finding: Finding, mention: Resolved['mention']): Resolved {
    const none: Resolved = { mention, speaker: null, source: null, via: null, evidence: [] }
    const { items, paragraph } = finding.stretch
    const at = finding.mention?.first ?? 0
    const subject = subjectBefore(items, at, finding.mention?.wholeFirst === at ? clauseStart(items, at) : 0)
    const core = subject !== null && subject.kind !== 'pronoun' ? subject : antecedent(items, at)
    if (core === null) return none
    const found = byPhrase(items, core.first, core.end, core.first, core.end, paragraph)
    const span = spanOf(items, core.first, core.end)
    return { ...none, ...found, evidence: [span] }
  }

  function byLabel(label: Span, name: string | null): Resolved {
    const words = text.slice(label.start, label.end)
    return {
      mention: { span: label, kind: 'name' },
      speaker: labelled(name ?? words, words),
      source: null,
      via: null,
      evidence: [],
    }
  }

  function labelled(words: string, label: string): number {
    const parts = words.split(/\s+/)
    const shouted = words === words.toUpperCase()
    const bare = parts.filter(
      (word) => !isHonorific(word.toLowerCase()) && !isHonorific(`${word.toLowerCase()}.`),
    )
    const cased = shouted
      ? bare.map((word) => (word.length > 1 ? word.charAt(0) + word.slice(1).toLowerCase() : word))
      : bare
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
      const index = person(full.name, name, full.man)
      registry.alias(index, label, 'short')
      return index
    }
    const titled = bare.length < parts.length
    const index =
      titled || cased.length > 1 || words !== label
        ? registry.add('person', name)
        : registry.add('unnamed', words)
    registry.alias(index, label, 'short')
    return index
  }
}

const label0 = Number.MAX_SAFE_INTEGER

/** Words that carry a capital inside a sentence. */
function capitalsInside({ tokens, sentences }: Document): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, token] of tokens.entries())
    if (token.capital && sentences[token.sentence]?.first !== index) found.add(token.lower)
  return found
}
