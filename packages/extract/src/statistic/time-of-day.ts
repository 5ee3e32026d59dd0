import type { Lexeme } from './lexeme.ts'

/** The lexeme after a time of day that begins at `at` (10:30, 11 a.m., 8.30-17.00, 6pm EDT), or null. */
export function readTimeOfDay(lexemes: readonly Lexeme[], at: number): number | null {
  const first = lexemes[at]
  if (first?.kind !== 'number') return null
  let next = at + 1
  let clock = false
  const mark = lexemes[next]
  if (mark?.lower === ':' && mark.gap === 0 && isHour(first.lower)) {
    const minutes = lexemes[next + 1]
    if (minutes?.kind === 'number' && minutes.gap === 0 && /^[0-5]\d(?:\.\d+)?$/.test(minutes.lower)) {
      clock = true
      next += 2
      if (lexemes[next]?.lower === ':' && lexemes[next]?.gap === 0 && lexemes[next + 1]?.kind === 'number')
        next += 2
    }
  }
  const dotted = /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(first.lower)
  const half = meridiem(lexemes, next)
  if (half !== null && (clock || dotted || (isHour(first.lower) && Number(first.lower) <= 12)))
    return zone(lexemes, half)
  if (clock) return zone(lexemes, next)
  if (lexemes[next]?.lower === "o'clock" && isHour(first.lower)) return next + 1
  // 06.52: two digits before the dot is how times are printed and numbers are not.
  if (
    dotted &&
    /^0\d\./.test(first.lower) &&
    !(lexemes[next]?.kind === 'mark' && lexemes[next]?.lower === '%')
  )
    return next
  if (dotted && rangeOfTimes(lexemes, at)) return next
  if (
    dotted &&
    /^(?:at|from|until|till)$/.test(lexemes[at - 1]?.lower ?? '') &&
    /^(?:on|gmt|bst|et|local|today|tomorrow|this)$/.test(lexemes[next]?.lower ?? '')
  )
    return next
  return null
}

const isHour = (printed: string): boolean => /^(?:[01]?\d|2[0-4])$/.test(printed)

function meridiem(lexemes: readonly Lexeme[], at: number): number | null {
  const word = lexemes[at]
  if (word === undefined || word.gap === 2) return null
  if (/^(?:am|pm|a\.m\.|p\.m\.|a\.m|p\.m)$/.test(word.lower)) return at + 1
  return null
}

const zones = new Set(
  'gmt bst utc et est edt pt pst pdt ct cst cdt mst mdt mt cet cest eet ist jst aest local z'.split(' '),
)
function zone(lexemes: readonly Lexeme[], at: number): number {
  const word = lexemes[at]
  if (word?.kind !== 'word' || word.gap === 2 || !zones.has(word.lower)) return at
  return word.lower === 'local'
    ? lexemes[at + 1]?.lower === 'time'
      ? at + 2
      : at
    : word.capital
      ? at + 1
      : at
}

/** 8.30-17.00 and the second time of it. */
function rangeOfTimes(lexemes: readonly Lexeme[], at: number): boolean {
  const isTime = (lexeme: Lexeme | undefined) =>
    lexeme !== undefined && /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(lexeme.lower)
  const isDash = (lexeme: Lexeme | undefined) =>
    lexeme !== undefined && /^[-–—]$/.test(lexeme.lower) && lexeme.gap === 0
  const hours = (lexeme: Lexeme | undefined) =>
    lexeme !== undefined && /\.(?:00|15|30|45)$/.test(lexeme.lower)
  const after =
    isDash(lexemes[at + 1]) && isTime(lexemes[at + 2]) && hours(lexemes[at]) && hours(lexemes[at + 2])
  const before =
    isDash(lexemes[at - 1]) && isTime(lexemes[at - 2]) && hours(lexemes[at]) && hours(lexemes[at - 2])
  return (after || before) && !/^[%€£$]$/.test(lexemes[at + 3]?.lower ?? '')
}
