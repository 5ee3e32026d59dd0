import type { StatisticCard } from '@onrecord/schema'
import { numberWords } from '../../lib/number.ts'
import { dateWords, lastBefore } from '../../lib/when.ts'
import { words } from './words.ts'

type Figure = Pick<
  StatisticCard,
  'value' | 'low' | 'high' | 'approximator' | 'unit' | 'kind' | 'direction' | 'unread'
>

/** The normalised value with its unit: `about 1,290,000 workers`, `3–5%`, `GBP 2,000,000 a year`. */
export function figureWords(figure: Figure): string {
  const { value, low, high, approximator, unit, unread } = figure
  if (unread !== null) return words.unread(unread)
  const number =
    approximator === 'plusMinus' && value !== null && high !== null
      ? `${numberWords(value)} ± ${numberWords(high - value)}`
      : value === null
        ? low === null || high === null
          ? ''
          : `${numberWords(low)}–${numberWords(high)}`
        : numberWords(value)
  const sign = figure.kind === 'change' && figure.direction !== null ? words.direction[figure.direction] : ''
  const per = unit.per === null ? '' : ` ${words.per(unit.per.text ?? unit.per.code ?? '')}`
  return [words.approximator[approximator], `${sign}${withUnit(number, unit)}${per}`]
    .filter((part) => part !== '')
    .join(' ')
}

function withUnit(number: string, { kind, code, text }: Figure['unit']): string {
  switch (kind) {
    case 'none':
      return number
    case 'percent':
      return `${number}%`
    case 'percentagePoint':
      return `${number} ${words.percentagePoints}`
    case 'basisPoint':
      return `${number} ${words.basisPoints}`
    case 'currency':
      return code === null ? `${text ?? ''}${number}` : `${code} ${number}`
    case 'count':
    case 'physical':
    case 'time':
    case 'other':
      return [number, text ?? code].filter((part) => part !== null).join(' ')
    default:
      return kind satisfies never
  }
}

/** What is measured, and where unless its words say so. */
export function thingWords({
  measure,
  unit,
  place,
}: Pick<StatisticCard, 'measure' | 'unit' | 'place'>): string {
  const thing = measure ?? unit.text
  const isNamed = place !== null && thing !== null && thing.toLowerCase().includes(place.toLowerCase())
  return [thing, isNamed ? null : place].filter((part) => part !== null).join(', ')
}

/** The days a figure holds for: `2014–2019`, `18 Mar 2025`, `as of 2024`; as printed where nothing was resolved. */
export function periodWords(period: StatisticCard['period']): string | null {
  if (period === null) return null
  const { from, to, text, asOf } = period
  if (from === null && to === null) return text
  const last = to === null ? null : lastBefore(to)
  const span =
    from === null
      ? words.until(dateWords(last ?? ''))
      : last === null || from === last
        ? dateWords(from)
        : `${dateWords(from)}–${dateWords(last)}`
  return asOf ? words.asOf(span) : span
}
