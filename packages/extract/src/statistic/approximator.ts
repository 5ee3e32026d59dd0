import type { Approximator } from '@onrecord/schema'
import type { Lexeme } from './lexeme.ts'

export type Bound = Extract<Approximator, 'about' | 'atLeast' | 'moreThan' | 'atMost' | 'lessThan'>

/** Words before a number, joined by «_», to what they claim. */
const before: ReadonlyMap<string, Bound> = new Map([
  ...list(
    'about',
    'about around roughly approximately approx approx. circa ca ca. c. some nearly almost near nearer close_to closer_to nearing approaching an_estimated estimated_at estimated estimates_of in_the_region_of in_the_order_of on_the_order_of somewhere_around something_like more_or_less just_about virtually practically about_an_estimated not_far_off in_the_neighborhood_of in_the_neighbourhood_of approximating loosely sort_of ~ ≈ ∼ ± ≃ almost_exactly',
  ),
  ...list(
    'atLeast',
    'at_least no_less_than not_less_than no_fewer_than not_fewer_than a_minimum_of minimum_of minimum upwards_of upward_of from_at_least as_low_as equal_or_more_than equal_to_or_greater_than greater_than_or_equal_to more_than_or_equal_to no_smaller_than ≥ ⩾ min min. starting_at',
  ),
  ...list(
    'moreThan',
    'more_than over above greater_than larger_than bigger_than higher_than in_excess_of exceeding exceeds exceed exceeded topping surpassing beyond just_over well_over a_little_over slightly_over slightly_more_than a_bit_more_than a_bit_over a_little_more_than just_more_than well_more_than far_more_than just_above well_above longer_than older_than better_than north_of past > far_over',
  ),
  ...list(
    'atMost',
    'up_to at_most no_more_than not_more_than no_greater_than no_larger_than no_higher_than as_many_as as_much_as a_maximum_of maximum_of maximum within inside less_than_or_equal_to equal_or_less_than as_high_as no_longer_than capped_at ≤ ⩽ max max. as_long_as as_far_as',
  ),
  ...list(
    'lessThan',
    'less_than fewer_than under below lower_than smaller_than just_under well_under a_little_under slightly_under just_below well_below slightly_less_than just_short_of short_of a_little_less_than a_bit_less_than a_bit_under far_less_than far_fewer_than shorter_than younger_than south_of <',
  ),
])

function list(bound: Bound, words: string): [string, Bound][] {
  return words.split(' ').map((word) => [word, bound])
}

const longest = 6
const lasts: ReadonlySet<string> = new Set(
  [...before.keys()].map((key) => key.slice(key.lastIndexOf('_') + 1)),
)

export type FoundBound = { bound: Bound; first: number; next: number }

/** The approximator that ends right before lexeme `at`, not before `floor`; the longest one. */
export function boundBefore(
  lexemes: readonly Lexeme[],
  at: number,
  floor: number,
  isTime: boolean,
): FoundBound | null {
  const end = lexemes[at - 1]
  if (end === undefined || at - 1 < floor || (lexemes[at]?.gap ?? 2) === 2 || !lasts.has(end.lower))
    return signBefore(lexemes, at, floor)
  let key = ''
  let found: FoundBound | null = null
  for (let place = at - 1, words = 0; place >= floor && words < longest; place--, words++) {
    const lexeme = lexemes[place]
    if (lexeme === undefined) break
    key = key === '' ? lexeme.lower : `${lexeme.lower}_${key}`
    const bound = before.get(key)
    if (bound !== undefined) found = { bound, first: place, next: at }
    if (lexeme.gap === 2) break
  }
  if (found === null) return signBefore(lexemes, at, floor)
  return isPreposition(lexemes, found, isTime) ? null : found
}

/** >=, < =, written as two marks. */
function signBefore(lexemes: readonly Lexeme[], at: number, floor: number): FoundBound | null {
  if (lexemes[at - 1]?.lower !== '=' || at - 2 < floor) return null
  const mark = lexemes[at - 2]?.lower
  if (mark === '>') return { bound: 'atLeast', first: at - 2, next: at }
  return mark === '<' ? { bound: 'atMost', first: at - 2, next: at } : null
}

const durative = new Set(
  'for in after with lasted lasting last lasts took take takes taken spent spending been is was be being are were just well a little slightly waited waiting than of has had have'.split(
    ' ',
  ),
)

/** «over five years» is mostly «during»; «within the 12 countries», «around 10 am» and «above 3» are decided elsewhere. */
function isPreposition(lexemes: readonly Lexeme[], found: FoundBound, isTime: boolean): boolean {
  if (found.next - found.first > 1) return false
  const word = lexemes[found.first]?.lower
  const previous = lexemes[found.first - 1]?.lower ?? ''
  if (word === 'over') return isTime && !durative.has(previous)
  if (word === 'within' || word === 'inside') return false
  if (word === 'past' || word === 'near') return previous === 'the' || isTime
  return word === 'minimum' || word === 'maximum' ? false : word === 'estimated' && false
}

const after: ReadonlyMap<string, Bound> = new Map([
  ['or_more', 'atLeast'],
  ['or_greater', 'atLeast'],
  ['or_over', 'atLeast'],
  ['or_above', 'atLeast'],
  ['or_higher', 'atLeast'],
  ['or_older', 'atLeast'],
  ['or_better', 'atLeast'],
  ['and_above', 'atLeast'],
  ['and_over', 'atLeast'],
  ['and_up', 'atLeast'],
  ['and_more', 'atLeast'],
  ['or_longer', 'atLeast'],
  ['and_older', 'atLeast'],
  ['or_larger', 'atLeast'],
  ['or_bigger', 'atLeast'],
  ['plus', 'atLeast'],
  ['at_least', 'atLeast'],
  ['at_minimum', 'atLeast'],
  ['or_less', 'atMost'],
  ['or_fewer', 'atMost'],
  ['or_under', 'atMost'],
  ['or_below', 'atMost'],
  ['or_lower', 'atMost'],
  ['or_younger', 'atMost'],
  ['and_under', 'atMost'],
  ['and_below', 'atMost'],
  ['or_smaller', 'atMost'],
  ['at_most', 'atMost'],
  ['or_shorter', 'atMost'],
  ['at_maximum', 'atMost'],
  ['or_so', 'about'],
  ['odd', 'about'],
  ['approximately', 'about'],
  ['or_thereabouts', 'about'],
  ['ish', 'about'],
])

/** The approximator that begins at lexeme `at`, right after a number or its unit. */
export function boundAfter(lexemes: readonly Lexeme[], at: number): FoundBound | null {
  const first = lexemes[at]
  if (first === undefined || first.gap === 2) return null
  if (first.lower === '+' && first.gap === 0 && lexemes[at + 1]?.kind !== 'number')
    return { bound: 'atLeast', first: at, next: at + 1 }
  if (first.lower === '-' && first.gap === 0) {
    const word = lexemes[at + 1]?.lower
    if (word === 'odd' || word === 'ish') return { bound: 'about', first: at, next: at + 2 }
    return word === 'plus' ? { bound: 'atLeast', first: at, next: at + 2 } : null
  }
  if (first.kind !== 'word') return null
  const two = lexemes[at + 1]
  const pair = two && two.gap < 2 ? after.get(`${first.lower}_${two.lower}`) : undefined
  if (pair !== undefined && !(first.lower === 'at' && lexemes[at + 2]?.kind === 'number'))
    return { bound: pair, first: at, next: at + 2 }
  const one = after.get(first.lower)
  if (one === undefined) return null
  if (
    first.lower === 'plus' &&
    (lexemes[at + 1]?.kind === 'number' || lexemes[at + 1]?.lower === 'a' || lexemes[at + 1]?.kind === 'word')
  )
    return null
  if (first.lower === 'approximately') return null
  return { bound: one, first: at, next: at + 1 }
}
