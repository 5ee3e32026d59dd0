import type { Lexeme } from './lexeme.ts'
import { longestUnit, unitTable } from './unit-table.ts'
import type { UnitEntry } from './unit-table.ts'

/** A unit found after a number; `next` is the lexeme after it. `adjective`: joined by a hyphen, «12-ounce». */
export type FoundUnit = { entry: UnitEntry; first: number; next: number; adjective: boolean }

/** The unit that begins at lexeme `at`, longest spelling first, or null. */
export function readUnit(text: string, lexemes: readonly Lexeme[], at: number): FoundUnit | null {
  let from = at
  let adjective = false
  const hyphen = lexemes[at]
  if (hyphen === undefined || hyphen.gap === 2) return null
  if (
    (hyphen.lower === '-' || hyphen.lower === '‑' || hyphen.lower === '–') &&
    lexemes[at + 1]?.kind === 'word'
  ) {
    // «12-ounce», «30 - year - old»
    if ((hyphen.gap === 0) !== (lexemes[at + 1]?.gap === 0)) return null
    from = at + 1
    adjective = true
  }
  const first = lexemes[from]
  if (first === undefined || first.gap === 2) return null
  if (first.kind === 'mark') return markUnit(lexemes, from)
  if (first.kind !== 'word') return null
  let key = ''
  let found: FoundUnit | null = null
  for (let place = from, words = 0; place < lexemes.length && words < longestUnit; place++) {
    const lexeme = lexemes[place]
    if (lexeme === undefined || lexeme.gap === 2) break
    if (place > from && (lexeme.lower === '-' || lexeme.lower === '‑')) {
      key += '_'
      continue
    }
    if (place > from && lexeme.lower === '/' && lexeme.gap === 0) {
      key += '/'
      continue
    }
    if (
      lexeme.kind === 'mark' &&
      !(place > from && (lexeme.lower === '²' || lexeme.lower === '³') && lexeme.gap === 0)
    )
      break
    if (
      lexeme.kind === 'number' &&
      !(place > from && lexeme.gap === 0 && (lexeme.lower === '2' || lexeme.lower === '3'))
    )
      break
    const raw = text.slice(lexeme.start, lexeme.end)
    if (place > from && lexeme.kind === 'word' && !key.endsWith('_') && !key.endsWith('/')) key += '_'
    key += lexeme.lower
    words++
    const exact = place === from ? raw : key
    const entry = lookUp(exact, key, place === from, lexeme)
    if (entry) found = { entry, first: from, next: place + 1, adjective }
  }
  if (found === null) return null
  // A single letter is a unit only where it touches the number.
  const only = found.next === from + 1 ? first : null
  if (only && only.end - only.start === 1 && !fits(lexemes, from, only, adjective)) return null
  return found
}

function fits(lexemes: readonly Lexeme[], at: number, letter: Lexeme, adjective: boolean): boolean {
  const after = lexemes[at + 1]
  const ends = after === undefined || after.kind !== 'word' || after.gap === 2
  if (letter.lower === 'c' || letter.lower === 'f')
    return letter.capital && (letter.gap === 0 || ends || after?.kind === 'word')
  if (adjective) return letter.lower === 'm'
  if (letter.gap === 0) return true
  return ends && !/^[as]$/.test(letter.lower)
}

function lookUp(exact: string, key: string, first: boolean, lexeme: Lexeme): UnitEntry | null {
  if (first && exact !== key) {
    // Printed with a capital: first as printed (K, MW, Mbps), else as a word at the head of a title.
    const entry = unitTable.get(exact)
    if (entry) return entry
    return key.length > 1 && lexeme.lower !== 'am' ? (unitTable.get(key) ?? null) : null
  }
  return unitTable.get(key) ?? null
}

function markUnit(lexemes: readonly Lexeme[], at: number): FoundUnit | null {
  const mark = lexemes[at]
  if (mark === undefined) return null
  if (mark.lower === '°' || mark.lower === 'º') {
    const scale = lexemes[at + 1]
    if (scale?.kind === 'word' && scale.gap < 2) {
      const entry = unitTable.get(`°${scale.lower}`) ?? unitTable.get(`°_${scale.lower}`)
      if (entry) return { entry, first: at, next: at + 2, adjective: false }
    }
  }
  if (mark.lower === '%' || mark.lower === '％') {
    const after = lexemes[at + (lexemes[at + 1]?.lower === '-' ? 2 : 1)]
    if (after && (after.lower === 'point' || after.lower === 'points')) {
      const entry = unitTable.get('percentage_point')
      if (entry)
        return { entry, first: at, next: lexemes[at + 1]?.lower === '-' ? at + 3 : at + 2, adjective: false }
    }
  }
  if (
    mark.gap === 0 &&
    (mark.lower === "'" || mark.lower === '′' || mark.lower === '"' || mark.lower === '″')
  )
    return feetAndInches(lexemes, at, mark)
  const entry = unitTable.get(mark.lower)
  return entry && mark.gap < 2 ? { entry, first: at, next: at + 1, adjective: false } : null
}

/** 6' and 5" and 5'': only the primes themselves, or a straight mark not followed by a letter. */
function feetAndInches(lexemes: readonly Lexeme[], at: number, mark: Lexeme): FoundUnit | null {
  const after = lexemes[at + 1]
  const inch = unitTable.get('inch')
  const foot = unitTable.get('foot')
  if (inch === undefined || foot === undefined) return null
  if (mark.lower === '″') return { entry: inch, first: at, next: at + 1, adjective: false }
  if (mark.lower === "'" && after?.lower === "'" && after.gap === 0)
    return { entry: inch, first: at, next: at + 2, adjective: false }
  if (mark.lower === '′') return { entry: foot, first: at, next: at + 1, adjective: false }
  if (after?.gap === 0 && after.kind === 'word') return null
  // A straight mark may close a quotation; it is a unit where one of the same kind is not open.
  return isOpen(lexemes, at, mark.lower)
    ? null
    : { entry: mark.lower === '"' ? inch : foot, first: at, next: at + 1, adjective: false }
}

function isOpen(lexemes: readonly Lexeme[], at: number, mark: string): boolean {
  let open = false
  for (let place = at - 1; place >= 0 && at - place < 80; place--) {
    const lexeme = lexemes[place]
    if (lexeme?.lower === mark && (lexeme.gap > 0 || place === 0)) {
      open = true
      break
    }
    if (lexeme?.gap === 2) break
  }
  return open
}
