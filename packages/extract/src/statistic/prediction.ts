import type { DateMention, SpeakerMention, StatisticCandidate } from '@onrecord/schema'
import { unitByCode, unitTable } from './unit-table.ts'

/** A statistic in the form that the scorers read: the bare number's span, a unit of usual spelling, names for indices. */
export type StatisticPrediction = ReturnType<typeof statisticPrediction>

export function statisticPrediction(statistic: StatisticCandidate, speakers: readonly SpeakerMention[]) {
  const { value, low, high, approximator, direction, measure, population, denominator, place, period } =
    statistic
  const whole = approximator === 'range' || approximator === 'plusMinus'
  const name = statistic.assertedBy === null ? null : (speakers[statistic.assertedBy]?.name ?? null)
  return {
    ...(whole ? statistic.span : statistic.number),
    ...(low === null ? { value } : value === null ? { low, high } : { value, low, high }),
    bound: approximator,
    unit: unitName(statistic.unit),
    direction: direction === 'none' ? null : direction,
    kind: statistic.kind,
    measure: measure && { text: measure.text },
    population: (population ?? denominator) && { text: (population ?? denominator)?.text ?? '' },
    place: place && { text: place.text, code: place.code },
    period: period && { text: period.text, from: wholeDay(period.from), to: wholeDay(period.to) },
    assertedBy: name === null ? null : { name },
    links: statistic.links,
    confidence: statistic.score,
  }
}

/** A date or period, both ends to the day, the upper one exclusive. */
export function datePrediction({ span, from, to }: DateMention) {
  return { start: span.start, end: span.end, from: wholeDay(from), to: wholeDay(to) }
}

function wholeDay(date: string | null): string | null {
  if (date === null) return null
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

/** The unit in its usual spelling, «kilometre per hour», the ISO code of money where it is sure; null for none. */
export function unitName(unit: StatisticCandidate['unit']): string | null {
  const own = nameOf(unit)
  if (own === null) return null
  const per = unit.per && nameOf(unit.per)
  return per === null ? own : `${own} per ${per}`
}

function nameOf({
  kind,
  code,
  text,
}: {
  kind: string
  code: string | null
  text: string | null
}): string | null {
  switch (kind) {
    case 'none':
      return null
    case 'currency':
      return code ?? moneyWord(text)
    case 'count':
      return text
    default: {
      if (text !== null && /^[a-z]{4,}$/i.test(text)) return text.toLowerCase()
      const printed = text?.replaceAll(/[\s-]+/g, '_') ?? ''
      const known = unitTable.get(printed) ?? unitTable.get(printed.toLowerCase())
      return (known ?? (code === null ? undefined : unitByCode.get(code)))?.name ?? text
    }
  }
}

function moneyWord(text: string | null): string | null {
  if (text === null) return null
  const word = text.toLowerCase()
  if (/^(?:cents?|¢)$/.test(word)) return 'cent'
  return /^(?:p|penn(?:y|ies)|pence)$/.test(word) ? 'penny' : word
}
