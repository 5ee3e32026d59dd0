import { boundBefore } from './approximator.ts'
import { multipleFigure, orderFigure, proportionFigure, rankFigure } from './build.ts'
import type { Found, State } from './build.ts'
import type { Figure } from './figure.ts'
import type { Lexeme } from './lexeme.ts'
import type { Source } from './measured.ts'
import { readMultiple } from './multiple.ts'
import { readOrder } from './order.ts'
import { readPlain } from './plain.ts'
import { readProportion } from './proportion.ts'
import { readRank } from './rank.ts'

/**
 * The figures of a text in order and apart. Lexemes in `taken` (dates, times, what is no article text)
 * are passed over. Never throws; linear, since every rule looks a bounded way ahead and back.
 */
export function readFigures(source: Source, taken: Uint8Array): Figure[] {
  const figures: Figure[] = []
  const state: State = { ...source, taken, floor: 0 }
  let at = 0
  while (at < source.lexemes.length) {
    if (taken[at] === 1 || !mayBegin(source.lexemes, at)) {
      at++
      continue
    }
    const found = readAt(state, at)
    if (found === null) {
      at++
      continue
    }
    if (found.figure) figures.push(settled(sharing(source.lexemes, found.figure, figures.at(-1))))
    state.floor = found.next
    at = Math.max(at + 1, found.next)
  }
  return figures
}

/** «dropped by 240 tonnes, or 12 per cent»: the same change told again. */
function sharing(lexemes: readonly Lexeme[], figure: Figure, before: Figure | undefined): Figure {
  if (before?.kind !== 'change' || figure.kind !== 'share' || figure.unit.kind !== 'percent') return figure
  const from = lexemes[before.next]?.lower === ',' ? before.next + 1 : before.next
  if (lexemes[from]?.lower !== 'or' || from + 1 !== figure.first) return figure
  return { ...figure, kind: 'change', direction: before.direction }
}

/** Percentage points are a change, whichever form they were read in. */
function settled(figure: Figure): Figure {
  if (figure.unit.kind !== 'percentagePoint' || figure.kind === 'change') return figure
  return { ...figure, kind: 'change', direction: figure.direction ?? 'none' }
}

const starters = /^[-−–+.½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]$/

function mayBegin(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at]
  if (lexeme === undefined) return false
  if (lexeme.kind === 'number') return true
  if (lexeme.kind === 'mark') return starters.test(lexeme.lower)
  return openers.has(lexeme.lower)
}

const openers: ReadonlySet<string> = new Set(
  (
    'zero nought nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy ' +
    'eighty ninety a an half quarter minus negative dozens scores tens hundreds thousands millions billions trillions several few first second third fourth fifth sixth seventh eighth ninth tenth ' +
    'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth doubled doubling tripled tripling trebled trebling quadrupled quadrupling quintupled halved halving ' +
    'double triple treble quadruple halve twice thrice twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold twentyfold hundredfold thousandfold'
  ).split(' '),
)

function readAt(state: State, at: number): Found | null {
  const { lexemes } = state
  const rank = readRank(lexemes, at)
  if (rank)
    return { figure: rankFigure(state, rank.first, rank.next, rank.numberNext, rank.value), next: rank.next }
  const order = readOrder(lexemes, at)
  if (order) return orderFigure(state, order)
  const multiple = readMultiple(lexemes, at)
  if (multiple) return multipleFigure(state, multiple)
  const bound = boundBefore(lexemes, at, state.floor, false)
  const proportion = readProportion(lexemes, at, bound !== null)
  if (proportion) return proportionFigure(state, proportion)
  return readPlain(state, at)
}
