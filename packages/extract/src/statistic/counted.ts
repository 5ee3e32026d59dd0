import type { Lexeme } from './lexeme.ts'
import { irregularPlurals, looksPlural } from './plural.ts'

/** A counted noun: from `first` to before `next`, its head last. */
export type Counted = { first: number; next: number }

export const stops: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor of in on at to from by with for as than into onto over under about after before since until between among ' +
    'during while when where who whom whose which what how why if because although though so yet not no is are was were be been being am has have had do does did ' +
    'will would can could may might must shall should he she it they we you i his her its their our your my him them us me per via versus vs each every ' +
    'said says say told added according including such only also still now then there here more most less least fewer up down out off apart away ago later earlier ' +
    'against through across toward towards within without around behind beyond near yesterday today tomorrow both all any some few many much one too very just ' +
    'came went got made took gave found rose fell grew lost won left went goes gets makes takes gives becomes became remains remained equals outside inside above below compared minus plus times ' +
    'last next previous ahead alone together worth old long wide tall high deep'
  ).split(' '),
)
const lateStops: ReadonlySet<string> = new Set(
  'shows says means makes takes gives comes goes gets needs wants remains includes was were rises falls'.split(
    ' ',
  ),
)
const verbTail = /(?:ing|ed)$/
const vague: ReadonlySet<string> = new Set(
  'another other others such same time thing way side hand point day night morning else'.split(' '),
)

/** Longest noun phrase that is looked through for a plural head. */
const longest = 5

/**
 * The noun counted by a number that ends before lexeme `at`: up to its first plural, or for one the first
 * noun. Words only, ended by marks, small words and verbs.
 */
export function readCounted(lexemes: readonly Lexeme[], at: number, singular: boolean): Counted | null {
  const from = lexemes[at]?.lower === '-' && lexemes[at]?.gap === 0 ? at + 1 : at
  let end = -1
  for (let place = from; place < from + longest; place++) {
    const word = lexemes[place]
    if (word === undefined || word.gap === 2) break
    if (word.kind === 'mark') {
      // «oak-framed barns», «T-12 tests»
      if (word.lower === '-' && word.gap === 0 && lexemes[place + 1]?.gap === 0 && place > from) continue
      break
    }
    if (word.kind === 'number') {
      if (word.gap === 0 && lexemes[place - 1]?.lower === '-') continue
      break
    }
    if (stops.has(word.lower) || (place > from && lateStops.has(word.lower))) break
    if (word.lower.endsWith("'s")) {
      if (singular && place === from) return null
      continue
    }
    if (looksPlural(word.lower)) {
      end = place
      // «sales managers», «arms dealers»: a plural right after a plural is the head.
      const next = lexemes[place + 1]
      if (
        next &&
        next.gap === 1 &&
        next.kind === 'word' &&
        looksPlural(next.lower) &&
        !stops.has(next.lower) &&
        !lateStops.has(next.lower) &&
        !isVerbAfterPlural(next.lower)
      )
        continue
      break
    }
    if (singular && end < 0 && !word.capital && !vague.has(word.lower) && !isAdjective(word.lower)) {
      end = place
      const next = lexemes[place + 1]
      if (!(next && next.gap === 1 && next.kind === 'word' && isAdjective(word.lower))) break
    }
    if (
      place > from &&
      verbTail.test(word.lower) &&
      !singular &&
      lexemes[place - 1]?.lower !== '-' &&
      !laterPlural(lexemes, place + 1)
    )
      break
  }
  return end < 0 ? null : { first: from, next: end + 1 }
}

const laterPlural = (lexemes: readonly Lexeme[], at: number): boolean => {
  const word = lexemes[at]
  return word !== undefined && word.gap === 1 && looksPlural(word.lower)
}
const isVerbAfterPlural = (word: string): boolean =>
  /^(?:plays|runs|works|lives|leads|costs)$/.test(word) && !irregularPlurals.has(word)
const isAdjective = (word: string): boolean =>
  /(?:ful|ous|ive|ical|able|ible|less|ish)$/.test(word) ||
  /^(?:new|big|small|large|good|single|more|young|old|great|major|local|particular|big|key|senior|former|separate|different|extra|additional|full|whole|further)$/.test(
    word,
  )

/** Whether a word can begin what is counted. */
export function canBeCounted(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'word' && lexeme.gap === 1 && !stops.has(lexeme.lower)
}
