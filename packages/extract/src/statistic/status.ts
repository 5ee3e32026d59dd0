import type { StatisticCandidate } from '@onrecord/schema'
import type { Lexeme } from './lexeme.ts'
import type { Placed } from './link.ts'

type Status = StatisticCandidate['status']
type StatType = NonNullable<StatisticCandidate['measure']>['statType']

const words: ReadonlyMap<string, Status> = new Map([
  ...list(
    'forecast',
    'will expects expected expect forecast forecasts predicts predict predicted prediction projected projects projection projections would could',
  ),
  ...list('estimated', 'estimate estimates estimated'),
  ...list('target', 'target targets aims aim goal pledged pledges'),
  ...list('provisional', 'provisional preliminary'),
  ...list('hypothetical', 'if hypothetical'),
])
function list(status: Status, names: string): [string, Status][] {
  return names.split(' ').map((name) => [name, status])
}

/** Observed unless a word of the clause before the figure says otherwise. */
export function statusOf(lexemes: readonly Lexeme[], { figure, sentence, before }: Placed): Status {
  const floor = Math.max(before?.next ?? sentence.first, figure.first - 12)
  for (let at = figure.first - 1; at >= floor; at--) {
    const status = words.get(lexemes[at]?.lower ?? '')
    if (status !== undefined) return status
  }
  return lexemes[figure.first]?.lower === 'an' && lexemes[figure.first + 1]?.lower === 'estimated'
    ? 'estimated'
    : 'observed'
}

const means: ReadonlyMap<string, StatType> = new Map([
  ['average', 'mean'],
  ['averaged', 'mean'],
  ['averaging', 'mean'],
  ['mean', 'mean'],
  ['median', 'median'],
  ['maximum', 'maximum'],
  ['minimum', 'minimum'],
  ['total', 'sum'],
  ['totalling', 'sum'],
  ['totaling', 'sum'],
  ['chance', 'probability'],
  ['probability', 'probability'],
  ['likelihood', 'probability'],
  ['odds', 'probability'],
])

/** What was done to get the figure, from the words before it and its own kind. */
export function statTypeOf(lexemes: readonly Lexeme[], { figure, sentence, before }: Placed): StatType {
  const floor = Math.max(before?.next ?? sentence.first, figure.first - 8)
  for (let at = figure.first; at >= floor; at--) {
    const type = means.get(lexemes[at]?.lower ?? '')
    if (type !== undefined) return type
  }
  switch (figure.kind) {
    case 'share':
      return 'share'
    case 'rate':
      return 'rate'
    case 'rank':
      return 'rank'
    case 'level':
    case 'change':
    case 'ratio':
    case 'index':
    case 'odds':
      return figure.unit.kind === 'count' ? 'count' : 'other'
    default:
      return figure.kind satisfies never
  }
}
