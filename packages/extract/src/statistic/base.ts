import type { StatisticCandidate } from '@onrecord/schema'
import type { Placed } from './link.ts'

/** What a change counts from: «up 12% from 4,300 in 2019», «to 5.1% from 4.9% last week»: the next figure, led by «from». */
export function readBase(
  text: string,
  { figure, after, index }: Placed,
  placed: readonly Placed[],
): StatisticCandidate['base'] {
  if (after === null || (figure.kind !== 'change' && figure.direction === null)) return null
  const between = text.slice(figure.end, after.start)
  if (between.length > 60 || !/(?:^|\s)from\s*$/.test(between) || /[.;:!?]/.test(between)) return null
  if (after.value === null || placed[index + 1]?.figure !== after) return null
  return { value: after.value, period: null, text: text.slice(after.start, after.end) }
}
