import type { Direction } from './direction.ts'
import type { Lexeme } from './lexeme.ts'
import { readNumber } from './number.ts'
import { units } from './number-word.ts'

/** A figure that says how many times: doubled, threefold, 2.5 times, twice as many. */
export type Multiple = {
  first: number
  next: number
  value: number
  direction: Direction | null
  rule: 'verb' | 'fold' | 'times' | 'twice'
}

const verbs: ReadonlyMap<string, readonly [number, Direction]> = new Map([
  ['doubled', [2, 'up']],
  ['doubling', [2, 'up']],
  ['tripled', [3, 'up']],
  ['tripling', [3, 'up']],
  ['trebled', [3, 'up']],
  ['trebling', [3, 'up']],
  ['quadrupled', [4, 'up']],
  ['quadrupling', [4, 'up']],
  ['quintupled', [5, 'up']],
  ['halved', [0.5, 'down']],
  ['halving', [0.5, 'down']],
])
const folds: ReadonlyMap<string, number> = new Map(
  [...units]
    .filter(([, value]) => value >= 2)
    .map(([word, value]): [string, number] => [`${word}fold`, value])
    .concat([
      ['hundredfold', 100],
      ['thousandfold', 1000],
      ['twentyfold', 20],
      ['thirtyfold', 30],
    ]),
)
const infinitives: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
  ['halve', 0.5],
])

export function readMultiple(lexemes: readonly Lexeme[], at: number): Multiple | null {
  const word = lexemes[at]
  if (word === undefined || word.kind === 'mark') return null
  if (word.kind === 'word') {
    const verb = verbs.get(word.lower)
    if (verb !== undefined) {
      const before = lexemes[at - 1]?.lower
      if (lexemes[at + 1]?.lower === 'down' || lexemes[at + 1]?.lower === 'over' || before === 'a')
        return null
      return { first: at, next: at + 1, value: verb[0], direction: verb[1], rule: 'verb' }
    }
    const fold = folds.get(word.lower)
    if (fold !== undefined) return { first: at, next: at + 1, value: fold, direction: null, rule: 'fold' }
    const infinitive = infinitives.get(word.lower)
    if (infinitive !== undefined) {
      const before = lexemes[at - 1]?.lower ?? ''
      const next = lexemes[at + 1]?.lower ?? ''
      const verbal =
        /^(?:to|will|would|could|may|might|can|should|than|nearly|almost|about)$/.test(before) &&
        next !== '-' &&
        !/^(?:digit|figures?|room|standards?|bed)$/.test(next) &&
        lexemes[at + 1]?.gap !== 0
      if (verbal && !(before === 'to' && next === 'check'))
        return {
          first: at,
          next: at + 1,
          value: infinitive,
          direction: infinitive < 1 ? 'down' : before === 'than' ? null : 'up',
          rule: 'verb',
        }
      if (/^(?:the|what|its|their|that)$/.test(next) && /^(?:the)$/.test(next))
        return { first: at, next: at + 1, value: infinitive, direction: null, rule: 'twice' }
      return null
    }
    if (word.lower === 'twice' || word.lower === 'thrice') {
      const next = lexemes[at + 1]?.lower ?? ''
      if (!/^(?:as|the|that|its|what|their|his|her)$/.test(next)) return null
      return {
        first: at,
        next: at + 1,
        value: word.lower === 'twice' ? 2 : 3,
        direction: null,
        rule: 'twice',
      }
    }
  }
  if (!units.has(word.lower) && word.kind !== 'number') return null
  const number = readNumber(lexemes, at)
  if (number === null || number.unread !== null) return null
  const next = lexemes[number.next]
  if (next === undefined || next.gap === 2) return null
  if (next.lower === 'fold' && next.gap < 2)
    return { first: at, next: number.next + 1, value: number.value, direction: null, rule: 'fold' }
  if (next.lower === '-' && lexemes[number.next + 1]?.lower === 'fold')
    return { first: at, next: number.next + 2, value: number.value, direction: null, rule: 'fold' }
  if (next.lower === 'x' && next.gap === 0) {
    const after = lexemes[number.next + 1]
    return after === undefined || after.gap > 0
      ? { first: at, next: number.next + 1, value: number.value, direction: null, rule: 'times' }
      : null
  }
  if (
    next.lower === 'times' &&
    lexemes[number.next + 1] !== undefined &&
    /^(?:as|more|higher|larger|greater|bigger|faster|the|that|its|lower|less|better|longer|heavier|stronger|smaller)$/.test(
      lexemes[number.next + 1]?.lower ?? '',
    )
  )
    return { first: at, next: number.next + 1, value: number.value, direction: null, rule: 'times' }
  return null
}
