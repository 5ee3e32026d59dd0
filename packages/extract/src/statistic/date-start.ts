import { edges, feastStarters, grains, months, seasons, weekdays } from './date-word.ts'
import type { Lexeme } from './lexeme.ts'
import { ordinals, tens, units } from './number-word.ts'

const steps = 'last previous past preceding prior this current present next coming following upcoming'
const starters: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...weekdays.keys(),
  ...seasons.keys(),
  ...feastStarters,
  ...ordinals.keys(),
  ...units.keys(),
  ...tens.keys(),
  ...edges,
  ...steps.split(' '),
  ...'today tonight yesterday tomorrow overnight earlier later year week final few several many q h fy'.split(
    ' ',
  ),
])
const counts: ReadonlySet<string> = new Set([...grains.keys(), 'few', 'couple', 'calendar', 'full'])
const named: ReadonlySet<string> = new Set([
  ...ordinals.keys(),
  ...units.keys(),
  ...tens.keys(),
  ...edges,
  ...steps.split(' '),
  'year',
  'week',
  'weekend',
  'final',
])

/** Whether a date can begin at a lexeme: one look-up for most words of a text, two for articles. */
export function mayBeginDate(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  if (lexeme === undefined) return false
  if (lexeme.kind === 'number') return true
  if (lexeme.kind === 'mark')
    return (
      (lexeme.lower === "'" || lexeme.lower === '’' || lexeme.lower === '‘') &&
      lexemes[at + 1]?.kind === 'number'
    )
  switch (lexeme.lower) {
    case 'the': {
      const next = lexemes[at + 1]
      return next !== undefined && (next.kind === 'number' || named.has(next.lower))
    }
    case 'a':
    case 'an':
      return counts.has(lexemes[at + 1]?.lower ?? '')
    case 'that':
      return grains.has(lexemes[at + 1]?.lower ?? '') || seasons.has(lexemes[at + 1]?.lower ?? '')
    default:
      return starters.has(lexeme.lower)
  }
}
