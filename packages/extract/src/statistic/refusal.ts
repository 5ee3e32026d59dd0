import { stops } from './counted.ts'
import type { Lexeme } from './lexeme.ts'
import type { Numeral } from './number.ts'

const labels: ReadonlySet<string> = new Set(
  (
    'page pages p pp para paragraph section sections row unit chapter article articles no nos nr nrs number category cat class phase level grade route highway flight room gate season ' +
    'episode part step type version figure fig table exhibit appendix annex clause line item lot platform apartment apt suite floor interstate channel group stage volume vol issue act ' +
    'scene verse psalm problem question rule title resolution protocol model series block zone district ward precinct covid formula area bus train track lane pier terminal building ' +
    'warehouse seat box file case docket reference ref form schedule amendment proposition prop tier generation gen day'
  ).split(' '),
)
const streets: ReadonlySet<string> = new Set(
  'street st road rd avenue ave lane ln drive dr boulevard blvd square place court ct terrace way crescent close row alley parkway highway mews quay'.split(
    ' ',
  ),
)

/** Why a number is no statistic (a name, a label, an address, a telephone number …), or null. */
export function refusal(
  lexemes: readonly Lexeme[],
  numeral: Numeral,
  /** A unit, a currency or a scale stands with it. */
  measured: boolean,
  /** A currency stands before it. */
  money: boolean,
  /** After the whole figure, both ends of a range. */
  next: number,
): string | null {
  const first = lexemes[numeral.first]
  if (first === undefined) return 'nothing'
  const before = lexemes[numeral.first - 1]
  if (first.kind === 'number' && first.gap === 0 && before !== undefined && !money) {
    if (before.kind === 'word') return 'name'
    const far = lexemes[numeral.first - 2]
    const joined = before.gap === 0 && far !== undefined
    if (joined && far.kind === 'word' && /^[-‐‑_]$/.test(before.lower) && !/^(?:and|to|or)$/.test(far.lower))
      return 'name'
    if (
      joined &&
      far.kind !== 'mark' &&
      /^[=&?@_\\/:.%]$/.test(before.lower) &&
      !(before.lower === '.' && far.kind === 'word' && far.lower.length > 3)
    )
      return 'address'
    if (/^[#№@]$/.test(before.lower)) return 'label'
  }
  if (first.kind === 'number') {
    if (isPhone(lexemes, numeral)) return 'phone'
    if (isReference(lexemes, numeral, measured)) return 'reference'
  }
  if (measured) return null
  if (isStreet(lexemes, next)) return 'address'
  if (before !== undefined && first.gap < 2 && isLabel(lexemes, numeral, before)) return 'label'
  if (first.kind === 'number' && before !== undefined && first.gap === 1 && isName(lexemes, numeral, before))
    return 'name'
  return isIdiom(lexemes, numeral, before) ? 'idiom' : null
}

function isLabel(lexemes: readonly Lexeme[], numeral: Numeral, before: Lexeme): boolean {
  const word = before.lower === '.' ? lexemes[numeral.first - 2] : before
  if (word === undefined || !labels.has(word.lower)) return false
  if (numeral.scale > 1 || numeral.value >= 1e5) return false
  if (word.lower === 'no' && before.lower !== '.' && !word.capital) return false
  // «the number 30 bus» but «the case for 12 people»: the label stands right before its figure.
  return numeral.form === 'digits'
    ? !lexemes[numeral.first]?.lower.includes(',')
    : word.lower !== 'no' && word.lower !== 'day' && word.lower !== 'group'
}

function isName(lexemes: readonly Lexeme[], numeral: Numeral, before: Lexeme): boolean {
  if (before.kind !== 'word' || !before.capital || stops.has(before.lower) || numeral.scale > 1) return false
  const printed = lexemes[numeral.first]?.lower ?? ''
  if (!/^\d{1,4}(?:\.\d)?$/.test(printed)) return false
  const opens =
    lexemes[numeral.first - 2] === undefined ||
    before.gap === 2 ||
    /^[.!?:"“”]$/.test(lexemes[numeral.first - 2]?.lower ?? '')
  return !(
    opens &&
    /(?:ly|ing|ed)$|^(?:another|some|only|nearly|almost|around|roughly|other|these|our|additional|overall|today|annual|total)$/.test(
      before.lower,
    )
  )
}

function isStreet(lexemes: readonly Lexeme[], at: number): boolean {
  for (let place = at; place < at + 4; place++) {
    const word = lexemes[place]
    if (word?.kind !== 'word' || word.gap !== 1 || !word.capital) return false
    if (place > at && streets.has(word.lower)) return true
  }
  return false
}

const isDashOrDot = (lexeme: Lexeme | undefined): boolean =>
  lexeme !== undefined && lexeme.gap === 0 && /^[-.‐‑/]$/.test(lexeme.lower)

function isPhone(lexemes: readonly Lexeme[], { first, next }: Numeral): boolean {
  const printed = lexemes[first]?.lower ?? ''
  const before = lexemes[first - 1]
  const after = lexemes[next]
  if (/^0\d{2,}$/.test(printed)) return true
  if (before?.lower === '+' && lexemes[first]?.gap === 0 && after?.kind === 'number') return true
  // Groups of digits parted by spaces or dashes, none of which groups thousands.
  if (/^\d{3,5}$/.test(printed)) {
    if (
      after?.kind === 'number' &&
      after.gap === 1 &&
      /^\d{3,}$/.test(after.lower) &&
      !/^(?:19|20)\d\d$/.test(printed)
    )
      return true
    if (
      before?.kind === 'number' &&
      lexemes[first]?.gap === 1 &&
      /^\d{3,}$/.test(before.lower) &&
      !/^(?:19|20)\d\d$/.test(before.lower)
    )
      return true
    if (
      isDashOrDot(after) &&
      after?.lower !== '/' &&
      after?.lower !== '.' &&
      lexemes[next + 1]?.gap === 0 &&
      /^\d{4}$/.test(lexemes[next + 1]?.lower ?? '') &&
      printed.length === 3
    )
      return true
    if (
      isDashOrDot(before) &&
      before?.lower === '-' &&
      lexemes[first]?.gap === 0 &&
      /^\d{3}$/.test(lexemes[first - 2]?.lower ?? '') &&
      printed.length >= 3
    )
      return true
  }
  return before?.lower === ')' && lexemes[first - 2]?.kind === 'number' && after?.lower === '-'
}

/** 2031/Q3-118, 3D, 5G, 1080p, 12-A. */
function isReference(
  lexemes: readonly Lexeme[],
  { first, next, scale }: Numeral,
  measured: boolean,
): boolean {
  const after = lexemes[next]
  const before = lexemes[first - 1]
  if (
    after?.lower === '/' &&
    after.gap === 0 &&
    lexemes[next + 1]?.gap === 0 &&
    lexemes[next + 1]?.kind === 'word' &&
    lexemes[next + 2]?.kind === 'number' &&
    lexemes[next + 2]?.gap === 0
  )
    return true
  if (
    before !== undefined &&
    isDashOrDot(before) &&
    lexemes[first]?.gap === 0 &&
    lexemes[first - 2]?.kind === 'number' &&
    lexemes[first - 2]?.gap === 0 &&
    lexemes[first - 3]?.kind === 'word'
  )
    return true
  if (after === undefined || after.gap !== 0 || scale > 1) return false
  if (after.kind === 'word') {
    if (/^(?:d|st|nd|rd|th|s|x|a|b|e|u|i|r)$/.test(after.lower) || (after.capital && after.lower === 'g'))
      return true
    return !measured && (/^[gp]$/.test(after.lower) || (after.end - after.start > 3 && after.capital))
  }
  // Dotted numbers of more than two parts: versions, addresses.
  return after.lower === '.' && lexemes[next + 1]?.gap === 0 && lexemes[next + 1]?.kind === 'number'
}

const idiomBefore = new Set('no any this that each every which some the only another such'.split(' '))
const idiomAfter = new Set(
  'of another who that which is was are were day point thing has have had can could would will way hand side more in to by and or but as for with at on from'.split(
    ' ',
  ),
)

/** «one» as a pronoun, «number one», «at one point», «zero» in names. */
function isIdiom(lexemes: readonly Lexeme[], numeral: Numeral, before: Lexeme | undefined): boolean {
  if (numeral.form !== 'words') return false
  const word = lexemes[numeral.first]?.lower
  const after = lexemes[numeral.next]
  if (numeral.value === 1 && numeral.next === numeral.first + 1 && word === 'one') {
    if (before !== undefined && idiomBefore.has(before.lower) && lexemes[numeral.first]?.gap !== 2)
      return true
    if (after === undefined || after.kind === 'mark' || after.gap === 2) return true
    return idiomAfter.has(after.lower) || after.lower.endsWith("'s")
  }
  if (word === 'a' || word === 'an') return false
  if (
    after?.lower === '-' &&
    after.gap === 0 &&
    lexemes[numeral.next + 1]?.gap === 0 &&
    lexemes[numeral.next + 1]?.kind === 'word'
  )
    return true
  return (
    before?.lower === '-' &&
    before.gap === 0 &&
    lexemes[numeral.first - 2]?.kind === 'word' &&
    lexemes[numeral.first]?.gap === 0
  )
}
