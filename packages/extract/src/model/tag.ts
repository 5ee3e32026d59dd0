import type { Token } from '../document.ts'
import { cueOf } from '../languages/en/cues.ts'
import {
  adverbs,
  auxiliaries,
  conjunctions,
  days,
  determiners,
  documents,
  months,
  people,
  plainVerbs,
  prepositions,
  pronouns,
} from '../languages/en/words.ts'

/** Word classes, rough; their order is part of the weights. */
export const TAG = {
  edge: 0,
  mark: 1,
  comma: 2,
  stop: 3,
  colon: 4,
  semicolon: 5,
  dash: 6,
  bracket: 7,
  quote: 8,
  number: 9,
  name: 10,
  day: 11,
  determiner: 12,
  possessive: 13,
  apostrophe: 14,
  pronoun: 15,
  relative: 16,
  that: 17,
  wh: 18,
  to: 19,
  modal: 20,
  be: 21,
  have: 22,
  not: 23,
  preposition: 24,
  conjunction: 25,
  subordinator: 26,
  adverb: 27,
  said: 28,
  base: 29,
  third: 30,
  ing: 31,
  plain: 32,
  ed: 33,
  otherIng: 34,
  unknownVerb: 35,
  document: 36,
  people: 37,
  plural: 38,
  noun: 39,
  adjective: 40,
  according: 41,
} as const

const modals = new Set(
  "will would can could may might shall should must 'll 'd cannot can't won't wouldn't couldn't shouldn't do does did don't doesn't didn't".split(
    ' ',
  ),
)
const beings = new Set(
  "is are was were be been being am 're 'm isn't aren't wasn't weren't gets got get".split(' '),
)
const subordinate = new Set(
  'although though while whereas because if when unless after as before since until once'.split(' '),
)
const objects = new Set('me us him them her whom himself herself themselves'.split(' '))
const possessives = new Set('his her their its our my your whose'.split(' '))
const adjectiveEnd = /(?:ous|ful|ive|ible|able|ical|less|ish|ary)$/

/** The base form a verb or noun may have, rough: criticised, criticising, criticises → criticis. */
export function lemmaOf(lower: string): string {
  const cue = cueOf(lower)
  if (cue !== null) return cue.lemma
  if (lower.length < 5) return lower
  if (lower.endsWith('ies') || lower.endsWith('ied')) return `${lower.slice(0, -3)}y`
  for (const end of ['ing', 'ed', 'es', 's', 'e']) {
    if (!lower.endsWith(end) || lower.length - end.length < 3 || lower.endsWith('ss')) continue
    const stem = lower.slice(0, -end.length)
    return stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[ls]$/.test(stem) ? stem.slice(0, -1) : stem
  }
  return lower
}

/** The class of a token; `before` is the class of the one before it, `opens` says whether a sentence begins with it. */
export function tagOf({ kind, lower, capital }: Token, before: number, opens: boolean): number {
  if (kind === 'quote') return TAG.quote
  if (kind === 'number') return TAG.number
  if (kind === 'mark') {
    if (lower === ',') return TAG.comma
    if (lower === ':') return TAG.colon
    if (lower === ';') return TAG.semicolon
    if (/^[.?!…]/.test(lower)) return TAG.stop
    if (/^[—–-]/.test(lower)) return TAG.dash
    return /^[()[\]]/.test(lower) ? TAG.bracket : TAG.mark
  }
  if (lower === "'s") return TAG.apostrophe
  if (lower === 'that') return TAG.that
  if (lower === 'to') return TAG.to
  if (lower === 'according') return TAG.according
  if (lower === 'who' || lower === 'which') return TAG.relative
  if (/^(?:what|how|why|where|whom|whether)$/.test(lower)) return TAG.wh
  if (possessives.has(lower)) return TAG.possessive
  if (objects.has(lower) || (pronouns.has(lower) && lower !== 'one')) return TAG.pronoun
  if (days.has(lower) || (months.has(lower) && lower !== 'may' && lower !== 'march')) return TAG.day
  if (capital && !opens) return TAG.name
  if (lower === 'not' || lower === 'never' || lower === "n't") return TAG.not
  if (modals.has(lower)) return TAG.modal
  if (beings.has(lower)) return TAG.be
  if (auxiliaries.has(lower)) return TAG.have
  if (determiners.has(lower)) return TAG.determiner
  if (subordinate.has(lower)) return TAG.subordinator
  if (prepositions.has(lower)) return TAG.preposition
  if (conjunctions.has(lower)) return TAG.conjunction
  if (adverbs.has(lower) || lower.endsWith('ly')) return TAG.adverb
  const cue = cueOf(lower)
  if (cue !== null && before !== TAG.determiner && before !== TAG.possessive && before !== TAG.apostrophe) {
    if (cue.form === 'ing') return TAG.ing
    if (cue.form === 's') return TAG.third
    return cue.form === 'base' ? TAG.base : TAG.said
  }
  if (plainVerbs.has(lower) && before !== TAG.determiner && before !== TAG.possessive) return TAG.plain
  if (documents.has(lower)) return TAG.document
  if (people.has(lower)) return TAG.people
  if (capital) return TAG.name
  if (lower.length > 4 && lower.endsWith('ing')) return TAG.otherIng
  if (lower.length > 4 && lower.endsWith('ed')) return TAG.ed
  if (before === TAG.to || before === TAG.modal || before === TAG.pronoun || before === TAG.relative)
    return TAG.unknownVerb
  if (adjectiveEnd.test(lower)) return TAG.adjective
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? TAG.plural : TAG.noun
}

/** The coarse class of a word class, as in View. */
export function coarseOf(tag: number): number {
  if (tag === TAG.number || (tag >= TAG.name && tag <= TAG.pronoun) || tag >= TAG.document)
    return tag === TAG.according ? 3 : 1
  if ((tag >= TAG.modal && tag <= TAG.have) || (tag >= TAG.said && tag <= TAG.unknownVerb)) return 2
  if (tag === TAG.preposition || tag === TAG.to) return 3
  if (tag === TAG.conjunction || tag === TAG.subordinator) return 4
  if (tag === TAG.comma) return 5
  if (tag === TAG.quote) return 6
  return tag === TAG.that || tag === TAG.wh || tag === TAG.relative ? 7 : 0
}

/** Whether a token may be the head of a cue at all. */
export const mayHead = (tag: number): boolean =>
  tag === TAG.colon ||
  tag === TAG.dash ||
  (tag > TAG.quote && tag !== TAG.number && tag !== TAG.apostrophe && tag !== TAG.comma)

/** Whether a class is one of main verbs. */
export const coarseVerb = (tag: number): boolean => tag >= TAG.said && tag <= TAG.unknownVerb
