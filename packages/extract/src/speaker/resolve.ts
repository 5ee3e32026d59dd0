import type { QuoteCandidate, Span } from '@onrecord/schema'
import type { Document, Token } from '../document.ts'
import type { Finding } from '../attribution/finding.ts'
import { singularMan, singularWoman } from '../languages/en/words.ts'
import { clauseStart } from '../attribution/clause.ts'
import { subjectBefore } from '../attribution/subject.ts'
import { tuning } from '../tuning.ts'
import { affiliationsOf } from './affiliation.ts'
import { documentBefore, personBefore } from './antecedent.ts'
import { readFullNames } from './person.ts'
import type { FullNames } from './person.ts'
import { antecedent, spanOf } from './phrase.ts'
import { openRegistry } from './registry.ts'
import type { Registry } from './registry.ts'
import { openLookup } from './lookup.ts'

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
  const { byPhrase, person, labelled, agrees } = openLookup(document, names, registry)
  const known = new Map<Finding, Resolved>()
  /** By whether a man: the last one who spoke. */
  const lastOf = new Map<boolean, { index: number; paragraph: number }>()
  /** By paragraph: whose turn of a transcript it is; in it he or she is somebody else. */
  const turnOf = new Map<number, number>()
  let lastPerson: { index: number; paragraph: number } | null = null
  let lastBody: { speaker: number | null; source: number | null; paragraph: number } | null = null

  return {
    registry,
    resolve(finding) {
      const resolved = read(finding)
      known.set(finding, resolved)
      const { speaker } = resolved
      const { paragraph } = finding.stretch
      if (finding.label !== null && speaker !== null) turnOf.set(paragraph, speaker)
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

  function byPronoun(finding: Finding, token: Token, span: Span): Resolved {
    const mention = { span, kind: 'pronoun' as const }
    const none: Resolved = { mention, speaker: null, source: null, via: null, evidence: [] }
    const { paragraph, within } = finding.stretch
    const { lower } = token
    if (within >= 0) return none
    if (lower === 'who' || lower === 'which') return byRelative(finding, mention)
    const man = singularMan.has(lower) ? true : singularWoman.has(lower) ? false : null
    const speaking = turnOf.get(paragraph) ?? null
    if (man !== null) {
      const found = personBefore(document, names, finding, man, (name) => agrees(name, man))
      if (found.state === 'ambiguous') {
        lastPerson = null
        lastOf.clear()
        return none
      }
      if (found.state === 'found') {
        const speaker = person(found.name, found.name, man)
        if (speaker === speaking) return none
        registry.mention(speaker, span)
        return { ...none, speaker, evidence: [found.span] }
      }
      const recent = [lastOf.get(man), lastPerson].find(
        (candidate) => candidate && paragraph - candidate.paragraph <= tuning.pronounReach,
      )
      const known = recent ? registry.speakers[recent.index] : undefined
      if (recent && recent.index !== speaking && known && (known.man === null || known.man === man)) {
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
}
