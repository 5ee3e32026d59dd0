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
import { hashOf } from './hash.ts'

/** What the models see of one item: hashes of its word, its base form and its class. */
export type Lexeme = {
  word: number
  base: number
  tag: number
  suffix: number
  verbal: boolean
  comma: boolean
  quote: boolean
}

const classes = new Map<string, number>()
const classOf = (name: string): number => {
  const known = classes.get(name)
  if (known !== undefined) return known
  const made = hashOf(`class ${name}`)
  classes.set(name, made)
  return made
}

/** Describes the items of a stretch; linear. */
export function readLexemes(items: readonly Token[]): Lexeme[] {
  return items.map((item, index) => {
    const tag = tagOf(item, index === 0)
    return {
      word: hashOf(item.lower),
      base: hashOf(baseOf(item.lower)),
      tag: classOf(tag),
      suffix: hashOf(`-${item.lower.slice(-3)}`),
      verbal: tag.startsWith('v') || tag === 'aux',
      comma: item.lower === ',',
      quote: item.kind === 'quote',
    }
  })
}

/** The base form a verb or noun may have: criticised, criticising, criticises → criticis. */
export function baseOf(lower: string): string {
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

function tagOf({ kind, lower, capital }: Token, first: boolean): string {
  if (kind === 'quote') return 'quote'
  if (kind === 'number') return 'number'
  if (kind === 'mark') return /^[.,:;?!()—–-]/.test(lower) ? lower.slice(0, 1) : 'mark'
  if (lower === 'to' || lower === 'that' || lower === "'s" || lower === 'by') return lower
  if (pronouns.has(lower) && (!capital || first || lower === 'i'))
    return lower === 'who' || lower === 'which' ? 'wh' : 'pronoun'
  if (capital && !first) return days.has(lower) || months.has(lower) ? 'day' : 'name'
  if (determiners.has(lower))
    return /^(?:his|her|their|its|our|my|your)$/.test(lower) ? 'possessive' : 'determiner'
  if (auxiliaries.has(lower))
    return /^(?:not|never)$/.test(lower)
      ? 'adverb'
      : /^(?:is|are|was|were|be|been|being|'re|'m)$/.test(lower)
        ? 'aux-be'
        : 'aux'
  if (prepositions.has(lower)) return 'preposition'
  if (conjunctions.has(lower)) return 'conjunction'
  if (/^(?:what|how|why|where|whom|whose)$/.test(lower)) return 'wh'
  if (adverbs.has(lower) || lower.endsWith('ly')) return 'adverb'
  const cue = cueOf(lower)
  if (cue !== null) return `v-${cue.form === 'participle' ? 'past' : cue.form}`
  if (plainVerbs.has(lower)) return 'v-plain'
  if (capital) return 'name'
  if (documents.has(lower)) return 'document'
  if (people.has(lower)) return 'people'
  if (lower.length > 4 && lower.endsWith('ing')) return 'v-ing'
  if (lower.length > 4 && lower.endsWith('ed')) return 'v-ed'
  if (lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss')) return 'noun-s'
  return 'noun'
}
