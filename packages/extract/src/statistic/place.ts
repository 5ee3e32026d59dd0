import { countries, isDoubtful, longestCountry } from './country.ts'
import { stops } from './counted.ts'
import type { Lexeme } from './lexeme.ts'

/** A place named in the text; `next` is the lexeme after it. */
export type Place = {
  first: number
  next: number
  start: number
  end: number
  text: string
  /** ISO 3166-1 alpha-2 where it is surely a country. */
  code: string | null
  /** How it is named: after a preposition, as owner («Norway’s»), or only named. */
  use: 'locative' | 'possessive' | 'named'
}

const locatives: ReadonlySet<string> = new Set(
  'in at from across near outside throughout around within inside into'.split(' '),
)
const sides =
  'southern northern eastern western central south north east west southeast southwest northeast northwest southeastern southwestern northeastern northwestern upper lower rural urban greater inner outer mainland coastal'
const qualifiers: ReadonlySet<string> = new Set(sides.split(' '))
const kinds: ReadonlySet<string> = new Set(
  (
    'prefecture prefectures province provinces region regions county counties district districts city valley area areas state states territory territories island islands peninsula ' +
    'coast basin bay harbour harbor port village town towns cities borough municipality desert delta mountains river lake park'
  ).split(' '),
)
const general: ReadonlySet<string> = new Set(
  'world globe region country nation city province state county port district island capital town village area continent'.split(
    ' ',
  ),
)
/** Last words of names that are bodies and no places. */
const bodies: ReadonlySet<string> = new Set(
  (
    'bank university institute company inc inc. corp corp. corporation ltd ltd. plc llc group council association union agency office ministry department school college hospital church museum party ' +
    'committee commission project court fund foundation society league congress times news club centre center bureau authority federation organization organisation service services partners capital ' +
    'securities research analytics airlines airways motors systems technologies team police army navy guardian reuters bbc journal post review magazine journal telegraph associates holdings ventures'
  ).split(' '),
)
const parts = new Set(['of', 'the', 'de', 'la', 'le', 'du', 'del', 'al', 'and'])
const notPlaces = new Set(
  'english french german spanish arabic monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december parliament congress god christmas'.split(
    ' ',
  ),
)

/**
 * Places of a text in order and apart. `people` are spans that name somebody, who is no place. Linear:
 * a name has at most a few words.
 */
export function readPlaces(
  text: string,
  lexemes: readonly Lexeme[],
  taken: Uint8Array,
  isName: (start: number, end: number) => boolean,
): Place[] {
  const places: Place[] = []
  const known = new Map<string, string | null>()
  for (let at = 0; at < lexemes.length; at++) {
    const found = taken[at] === 1 ? null : placeAt(text, lexemes, at, taken, isName)
    if (found === null) continue
    places.push(found)
    if (found.use !== 'named') known.set(found.text, found.code)
    at = found.next - 1
  }
  return places
}

function placeAt(
  text: string,
  lexemes: readonly Lexeme[],
  at: number,
  taken: Uint8Array,
  isName: (start: number, end: number) => boolean,
): Place | null {
  const lexeme = lexemes[at]
  if (lexeme?.kind !== 'word') return null
  const before = lexemes[at - 1]
  const after = before !== undefined && lexeme.gap < 2 && locatives.has(before.lower)
  if (lexeme.capital) {
    const country = countryAt(lexemes, at)
    if (country) return place(text, lexemes, at, country.next, country.code, after)
  }
  if (after && (lexeme.lower === 'the' || lexeme.lower === 'this')) {
    const noun = lexemes[at + 1]
    if (
      noun?.gap === 1 &&
      !noun.capital &&
      general.has(noun.lower) &&
      !/^(?:of|when|where)$/.test(lexemes[at + 2]?.lower ?? '')
    )
      return place(text, lexemes, at, at + 2, null, true)
  }
  const from = after && lexeme.lower === 'the' ? at + 1 : at
  const qualified =
    qualifiers.has(lexemes[from]?.lower ?? '') &&
    lexemes[from + 1]?.capital === true &&
    lexemes[from + 1]?.gap === 1
  if (!after && !(qualified && lexemes[from + 1]?.kind === 'word') && !isPossessiveName(lexemes, at))
    return null
  const name = nameFrom(lexemes, from, qualified, taken)
  if (name === null) return null
  const end = lexemes[name - 1]?.end ?? 0
  if (
    bodies.has(lexemes[name - 1]?.lower ?? '') ||
    (lexemes[name]?.capital === false && bodies.has(lexemes[name]?.lower ?? ''))
  )
    return null
  if (isName(lexemes[from]?.start ?? 0, end)) return null
  if (from > at && !kindNear(lexemes, name) && !qualified) return null
  return place(text, lexemes, at, name, null, after)
}

const kindNear = (lexemes: readonly Lexeme[], next: number): boolean =>
  kinds.has(lexemes[next - 1]?.lower ?? '')

function isPossessiveName(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  if (lexeme === undefined || !lexeme.capital || !lexeme.lower.endsWith("'s") || lexeme.lower.length <= 5)
    return false
  const owner = lexeme.lower.slice(0, -2)
  return (
    !stops.has(owner) &&
    !/^(?:that|there|here|what|where|it|let|she|today|yesterday|tomorrow|god|everyone|someone|nobody|everybody)$/.test(
      owner,
    )
  )
}

/** The lexeme after a capitalised name of at most five words, with «and Hotan prefectures», «and nearby areas». */
function nameFrom(
  lexemes: readonly Lexeme[],
  from: number,
  qualified: boolean,
  taken: Uint8Array,
): number | null {
  let next = qualified ? from + 1 : from
  let end = -1
  for (let words = 0; words < 6; words++) {
    const lexeme = lexemes[next]
    if (
      lexeme === undefined ||
      lexeme.kind !== 'word' ||
      (lexeme.gap === 2 && next > from) ||
      taken[next] === 1
    )
      break
    if (lexeme.capital && (!stops.has(lexeme.lower) || end > 0) && !notPlaces.has(lexeme.lower)) {
      end = next + 1
      if (lexeme.lower.endsWith("'s")) break
    } else if (end > 0 && kinds.has(lexeme.lower)) {
      end = next + 1
      break
    } else if (!(end > 0 && parts.has(lexeme.lower) && joins(lexemes, next))) break
    next++
  }
  return end < 0 ? null : withNearby(lexemes, end)
}

const joins = (lexemes: readonly Lexeme[], at: number): boolean => {
  const next = lexemes[at + 1]
  if (next?.kind !== 'word' || next.gap === 2 || !next.capital) return false
  // «in Paris and Reuters said»: an «and» joins two places only where their kind follows.
  return lexemes[at]?.lower !== 'and' || kinds.has(lexemes[at + 2]?.lower ?? '')
}

function withNearby(lexemes: readonly Lexeme[], end: number): number {
  const near = /^(?:nearby|neighbouring|neighboring|surrounding|other|adjacent)$/.test(
    lexemes[end + 1]?.lower ?? '',
  )
  return lexemes[end]?.lower === 'and' && near && kinds.has(lexemes[end + 2]?.lower ?? '') ? end + 3 : end
}

function countryAt(lexemes: readonly Lexeme[], at: number): { code: string; next: number } | null {
  let name = ''
  let found: { code: string; next: number } | null = null
  for (let place = at; place < at + longestCountry; place++) {
    const lexeme = lexemes[place]
    if (lexeme?.kind !== 'word' || (place > at && lexeme.gap !== 1)) break
    const word = lexeme.lower.endsWith("'s") ? lexeme.lower.slice(0, -2) : lexeme.lower
    name = name === '' ? word : `${name} ${word}`
    const code = countries.get(name)
    if (code !== undefined && lexeme.capital && !(place === at && word === 'us' && !isUpper(lexeme)))
      found = { code, next: place + 1 }
    if (word !== lexeme.lower) break
  }
  if (found === null) return null
  // «South Georgia Smith»: a country's name inside a longer one is no country.
  const follows = lexemes[found.next]
  if (follows?.capital && follows.gap === 1 && isDoubtful(lexemes[at]?.lower ?? '')) return null
  return isDoubtful(lexemes[at]?.lower ?? '') && !locatives.has(lexemes[at - 1]?.lower ?? '') ? null : found
}
const isUpper = (lexeme: Lexeme): boolean => lexeme.end - lexeme.start !== 2 || lexeme.capital

function place(
  text: string,
  lexemes: readonly Lexeme[],
  first: number,
  next: number,
  code: string | null,
  after: boolean,
): Place {
  const start = lexemes[first]?.start ?? 0
  const last = lexemes[next - 1]
  const owner = last?.lower.endsWith("'s") === true
  const end = (last?.end ?? 0) - (owner ? 2 : 0)
  return {
    first,
    next,
    start,
    end,
    text: text.slice(start, end),
    code,
    use: after ? 'locative' : owner ? 'possessive' : 'named',
  }
}

/** «the region», «this city»: a place that another sentence names. */
export const isGeneral = (name: string): boolean => /^(?:the|this) \p{Ll}+$/u.test(name)
