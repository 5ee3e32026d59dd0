import type { Token } from '../document.ts'
import { cueOf } from '../languages/en/cues.ts'
import type { CueForm } from '../languages/en/cues.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  negations,
  passives,
  prepositions,
  pronouns,
  titles,
} from '../languages/en/words.ts'
import { isAdverb, phraseStartingAt } from './mention.ts'
import { subjectBefore } from './subject.ts'
import type { Mention } from './mention.ts'
import { clauseStart } from './clause.ts'

/** A verb that reports, found in a stretch; ranges are of its items. */
export type CueSite = {
  /** The verb. */
  at: number
  /** From its first auxiliary to after the verb. */
  first: number
  end: number
  cue: CueForm
  negated: boolean
  /** finite: she said, has said; ing: , noting; infinitive: to say; passive: was told */
  shape: 'finite' | 'ing' | 'infinitive' | 'passive'
  /** Subject to the left; null where none is found. */
  subject: Mention | null
  /** Subject to the right of the verb: said Mara Quill. */
  inverted: Mention | null
  clauseFrom: number
}

/** Every verb of a stretch that may report something, nouns of the same form left out. */
export function findCues(items: readonly Token[], headline: boolean): CueSite[] {
  const sites: CueSite[] = []
  for (let at = 0; at < items.length; at++) {
    const token = items[at]
    if (token?.kind !== 'word') continue
    const cue = cueOf(token.lower)
    if (cue === null) continue
    const site = siteAt(items, at, cue, headline)
    if (site !== null) sites.push(site)
  }
  return sites
}

function siteAt(items: readonly Token[], at: number, cue: CueForm, headline: boolean): CueSite | null {
  // «United States», «House Speaker»: a capital inside the sentence is no verb, but in a headline.
  if (
    items[at]?.capital &&
    at > 0 &&
    !headline &&
    items[at - 1]?.kind !== 'quote' &&
    items[at - 1]?.lower !== ','
  )
    return null
  const group = verbGroup(items, at)
  const before = items[group.first - 1]
  const plain = group.first === at
  if (plain && before !== undefined && before.kind === 'word' && !before.capital) {
    // «the claims», «in reports», «her fear»: a noun.
    const nominal = determiners.has(before.lower) && !pronouns.has(before.lower)
    if (cue.form !== 'past' && cue.form !== 'ing' && (nominal || prepositions.has(before.lower))) return null
    if (
      cue.form === 'past' &&
      nominal &&
      before.lower !== 'all' &&
      before.lower !== 'both' &&
      before.lower !== 'some' &&
      before.lower !== 'many' &&
      before.lower !== 'few' &&
      before.lower !== 'most'
    )
      return null
    if (cue.form === 'ing' && (prepositions.has(before.lower) || nominal)) return null
  }
  if (plain && before?.lower === "'s" && cue.form !== 'past') return null
  if (cue.form === 'participle' && plain) return null
  const passive = group.passive && cue.form !== 'ing'
  const shape = passive
    ? 'passive'
    : group.infinitive
      ? 'infinitive'
      : cue.form === 'ing' && !group.passive
        ? 'ing'
        : 'finite'
  const clauseFrom = clauseStart(items, group.first)
  const subject = shape === 'infinitive' ? null : subjectBefore(items, group.first, clauseFrom)
  if (
    shape === 'finite' &&
    cue.form === 's' &&
    plain &&
    nounLike.has(cue.lemma) &&
    !singularSubject(items, subject)
  )
    return null
  if (shape === 'finite' && cue.form === 'base' && plain && !pluralSubject(items, subject)) return null
  const inverted = invertedSubject(items, at, subject)
  return {
    at,
    first: group.first,
    end: at + 1,
    cue,
    negated: group.negated,
    shape,
    subject,
    inverted,
    clauseFrom,
  }
}

function verbGroup(
  items: readonly Token[],
  at: number,
): { first: number; negated: boolean; passive: boolean; infinitive: boolean } {
  let first = at
  let negated = false
  let passive = false
  let infinitive = false
  for (let index = at - 1; index >= 0 && at - index <= 6; index--) {
    const token = items[index]
    if (token?.kind !== 'word') break
    const { lower } = token
    if (negations.has(lower)) negated = true
    if (lower === 'to') {
      infinitive = true
      first = index
      break
    }
    if (auxiliaries.has(lower)) {
      // A possessive 's is no auxiliary: what follows it is a noun.
      if (
        lower === "'s" &&
        !(items[at]?.lower.endsWith('ing') ?? false) &&
        !pronouns.has(items[index - 1]?.lower ?? '')
      )
        break
      if (passives.has(lower) && !passive && onlyAdverbs(items, index + 1, at)) passive = true
      first = index
    } else if (isAdverb(lower) && !token.capital) {
      if (adverbBelongs(items, index)) first = index
      else break
    } else break
  }
  return { first, negated, passive, infinitive }
}

const onlyAdverbs = (items: readonly Token[], from: number, to: number): boolean => {
  for (let index = from; index < to; index++) {
    const lower = items[index]?.lower ?? ''
    if (!isAdverb(lower) && !negations.has(lower) && lower !== 'being' && lower !== 'been') return false
  }
  return true
}
const adverbBelongs = (items: readonly Token[], index: number): boolean => items[index - 1]?.kind === 'word'

/** Verbs whose -s form is as often a plural noun: his comments, the reports. */
const nounLike = new Set(
  'comment remark question report state claim note estimate forecast question fear hope demand order charge post tweet text guess offer answer request show find rule label brand blast judge love hate signal project want doubt joke promise call figure'.split(
    ' ',
  ),
)
function singularSubject(items: readonly Token[], subject: Mention | null): boolean {
  if (subject === null) return false
  const head = items[subject.end - 1]
  if (head === undefined) return false
  if (subject.kind === 'pronoun')
    return /^(?:he|she|it|who|that|which|everyone|everybody|nobody|somebody|one)$/.test(head.lower)
  return subject.kind === 'name'
    ? head.capital
    : determiners.has(items[subject.first]?.lower ?? '') &&
        subject.end - subject.first > 1 &&
        !/(?:al|ive|ous|ic|ful|ble|ing|ed|ary|ent|ant)$/.test(head.lower)
}

const singularEnds = /(?:ss|us|is)$/
function pluralSubject(items: readonly Token[], subject: Mention | null): boolean {
  if (subject === null) return false
  const head = items[subject.end - 1]
  if (head === undefined) return false
  if (subject.kind === 'pronoun') return /^(?:i|we|you|they|who|that|which|others)$/.test(head.lower)
  for (let at = subject.first; at < subject.end; at++) if (items[at]?.lower === 'and') return true
  return (
    (head.lower.endsWith('s') && !singularEnds.test(head.lower)) ||
    /^(?:people|police|men|women|children|many|some|most|few|both|several|all)$/.test(head.lower)
  )
}

function invertedSubject(items: readonly Token[], at: number, subject: Mention | null): Mention | null {
  const before = items[at - 1]
  // Only after a quotation, a comma or at the head of the sentence may the subject follow its verb.
  const opens =
    before === undefined ||
    before.kind === 'quote' ||
    before.lower === ',' ||
    before.lower === '—' ||
    before.lower === '–' ||
    before.lower === '-'
  if (!opens && subject !== null) return null
  if (/^(?:told|tells|telling|tell)$/.test(items[at]?.lower ?? '')) return null
  if (!opens && !conjunctions.has(before?.lower ?? '') && !isAdverb(before?.lower ?? '')) return null
  if (/^(?:nothing|something|anything|little|much|more|so|goodbye)$/.test(items[at + 1]?.lower ?? ''))
    return null
  const next = phraseStartingAt(items, at + 1, items.length)
  if (next === null) return null
  return withApposition(items, next)
}

/** `said Mara Quill, head of the union`: the apposition reaches to the next comma or the end. */
export function withApposition(items: readonly Token[], core: Mention): Mention {
  if (core.kind === 'pronoun' || items[core.wholeEnd]?.lower !== ',') return core
  const opening = items[core.wholeEnd + 1]
  if (opening === undefined || opening.kind !== 'word') return core
  if (!determiners.has(opening.lower) && opening.capital && !titles.has(opening.lower)) return core
  if (pronouns.has(opening.lower) && opening.lower !== 'who') return core
  if (conjunctions.has(opening.lower) || opening.lower.endsWith('ing') || prepositions.has(opening.lower))
    return core
  let end = core.wholeEnd + 1
  while (end < items.length && items[end]?.kind !== 'quote' && !/^[,.;:!?—–]$/.test(items[end]?.lower ?? ''))
    end++
  return { ...core, wholeEnd: end }
}
