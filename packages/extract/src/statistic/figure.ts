import type { StatisticCandidate } from '@onrecord/schema'
import type { Direction } from './direction.ts'

type Unit = StatisticCandidate['unit']

/** A figure read from the text before anything is linked to it. Ranges of lexemes are half-open, offsets UTF-16 code units. */
export type Figure = {
  /** The phrase: approximator, number, unit. */
  first: number
  next: number
  start: number
  end: number
  /** The bare number, with a sign for money or per cent where one is printed. */
  numberStart: number
  numberEnd: number
  value: number | null
  low: number | null
  high: number | null
  approximator: StatisticCandidate['approximator']
  digits: number | null
  unit: Unit
  /** The unit in the spelling of the table, «kilometre per hour»; null for none. */
  unitName: string | null
  kind: StatisticCandidate['kind']
  direction: Direction | 'none' | null
  unread: string | null
  /** Name of the rule that read it. */
  rule: string
  score: number
  /** Lexeme of the word that told the direction, -1 for none. */
  verb: number
}

export const noUnit: Unit = { kind: 'none', code: null, text: null, per: null }
