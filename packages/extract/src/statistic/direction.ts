import type { Lexeme } from './lexeme.ts'

export type Direction = 'up' | 'down'

const ups =
  'up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing gain gains gained gaining ' +
  'jump jumps jumped jumping surge surges surged surging soar soars soared soaring advance advances advanced advancing add adds added expand expands expanded expanding expansion ' +
  'swell swelled swollen spike spiked improve improved rally rallied rallies leap leapt leaped rebound rebounded accelerate accelerated higher raise raised raises raising ' +
  'edged-up ticked-up boost boosted boosts hike hiked appreciate appreciated strengthened inflate inflated escalate escalated mount mounted uptick upsurge'
const downs =
  'down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing lose loses lost losing slip slips slipped ' +
  'slide slides slid sliding plunge plunges plunged plunging tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking sink sinks sank sunk plummet plummets plummeted plummeting ' +
  'dip dips dipped dipping cut cuts cutting reduce reduces reduced reducing reduction slump slumps slumped contract contracts contracted contraction ease eased lower lowers lowered ' +
  'weaken weakened crash crashed dive dived retreat retreated shed sheds slash slashed trim trimmed tumbled depreciate depreciated deteriorate deteriorated dwindled collapse collapsed downturn slowed cooled'

const verbs: ReadonlyMap<string, Direction> = new Map([
  ...ups.split(' ').map((word): [string, Direction] => [word, 'up']),
  ...downs.split(' ').map((word): [string, Direction] => [word, 'down']),
])
/** Nouns that follow their figure: «a 3% rise», «12% higher». */
const followers: ReadonlyMap<string, Direction> = new Map([
  ...'higher up rise increase gain jump growth surge improvement uptick advance hike'
    .split(' ')
    .map((word): [string, Direction] => [word, 'up']),
  ...'lower down fall drop decline decrease loss reduction cut slump dip plunge slide contraction discount'
    .split(' ')
    .map((word): [string, Direction] => [word, 'down']),
])
const between: ReadonlySet<string> = new Set(
  'by of another a an as much sharply further some its their his her only just even nearly slightly modestly steeply roughly about around over more than at least up'.split(
    ' ',
  ),
)

export type FoundDirection = { direction: Direction; at: number; change: boolean; level: boolean }

export const directionOf = (word: string): Direction | null => verbs.get(word) ?? null

/**
 * The direction told by the words before lexeme `at`, where a figure with its approximator begins. «rose by 3»
 * is a change; «fell to 6.4%» a level that was come down to.
 */
export function directionBefore(
  lexemes: readonly Lexeme[],
  at: number,
  floor: number,
): FoundDirection | null {
  for (let place = at - 1, steps = 0; place >= floor && steps < 4; place--, steps++) {
    const word = lexemes[place]
    if (word === undefined || word.kind !== 'word') return null
    const direction = verbs.get(word.lower)
    if (direction !== undefined && !isNounUse(lexemes, place, at)) {
      const to = lexemes[at - 1]?.lower === 'to' && place < at - 1
      const by = place < at - 1 && lexemes[place + 1]?.lower === 'by'
      return { direction, at: place, change: !to, level: to && !by }
    }
    if (word.lower === 'to' ? place !== at - 1 : !(between.has(word.lower) || word.lower.endsWith('ly')))
      return null
    if (lexemes[place + 1]?.gap === 2) return null
  }
  return null
}

const transitive = new Set(
  'add adds added lost lose loses losing shed sheds cut cuts cutting raise raised raises raising gain gains gained boost slash slashed trim trimmed'.split(
    ' ',
  ),
)
/** «lost 300 people», «raised $5m», «added 20 jobs»: something was gained or lost, and the figure counts it. */
export const isTransitive = (word: string): boolean => transitive.has(word)

function isNounUse(lexemes: readonly Lexeme[], place: number, at: number): boolean {
  const word = lexemes[place]?.lower ?? ''
  const before = lexemes[place - 1]?.lower ?? ''
  const next = lexemes[place + 1]?.lower ?? ''
  if (word === 'fall' && /^(?:this|last|the|next|every)$/.test(before)) return true
  if ((word === 'up' || word === 'down') && (next === 'to' || next === 'the')) return true
  if (word === 'higher' || word === 'lower') return true
  // A noun needs «of» before its figure: «an increase of 3%».
  if (/^(?:growth|expansion|reduction|contraction|uptick|upsurge|downturn)$/.test(word))
    return place + 1 < at && next !== 'of'
  return false
}

/** The direction told by the word after a figure that ends before lexeme `at`. */
export function directionAfter(lexemes: readonly Lexeme[], at: number): Direction | null {
  const word = lexemes[at]
  if (word === undefined || word.kind !== 'word' || word.gap === 2) return null
  return followers.get(word.lower) ?? null
}

/** «was €2,310.50 ($2,541), up from €2,198»: the direction told behind a level, past one pair of brackets. */
export function directionFrom(lexemes: readonly Lexeme[], at: number): Direction | null {
  let place = at
  if (lexemes[place]?.lower === '(') {
    while (place < at + 8 && lexemes[place]?.lower !== ')') place++
    place++
  }
  if (lexemes[place]?.lower !== ',' || lexemes[place + 2]?.lower !== 'from') return null
  const word = lexemes[place + 1]?.lower
  return word === 'up' ? 'up' : word === 'down' ? 'down' : null
}
