import type { QuoteCandidate } from '@onrecord/schema'
import type { Figure } from './figure.ts'
import type { Lexeme } from './lexeme.ts'
import type { Placed } from './link.ts'
import type { DatePhrase } from './period.ts'
import type { Spotted } from './spot.ts'
import { isReporting } from './verb.ts'

export type PeriodLink = { phrase: DatePhrase; rule: string }

/** The period each figure holds in: the date phrase of its sentence that is nearest, one right after it first. */
export function periodLinker(
  { lexemes, phrases }: Spotted,
  placed: readonly Placed[],
): (item: Placed, quote: QuoteCandidate | null) => PeriodLink | null {
  let low = 0
  const carried: { order: number; link: PeriodLink | null }[] = []
  return (item, quote) => {
    const { sentence, figure, order } = item
    while (low < phrases.length && (phrases[low]?.next ?? 0) <= sentence.first) low++
    const inside: DatePhrase[] = []
    for (let at = low; at < phrases.length && inside.length < 40; at++) {
      const phrase = phrases[at]
      if (phrase === undefined || phrase.first >= sentence.next) break
      if (!datesTheReport(lexemes, phrase) && !datesTheQuote(phrase, figure, quote)) inside.push(phrase)
    }
    const link = nearest(lexemes, item, placed, inside) ?? inherited(lexemes, item, carried)
    carried.push({ order, link: figure.unit.kind === 'time' ? null : link })
    if (carried.length > 2) carried.shift()
    return link
  }
}

/** «said on Tuesday», «told a news conference on 5 May»: when it was said, not when it held. */
function datesTheReport(lexemes: readonly Lexeme[], { first, next, interval }: DatePhrase): boolean {
  if (interval.grain !== 'day') return false
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const word = lexemes[at]?.lower ?? ''
    if (isReporting(word)) return true
    if (lexemes[at]?.kind === 'mark') break
  }
  return isReporting(lexemes[next]?.lower ?? '')
}

/** «In July a coalition said that …»: before the cue of the quote that the figure stands in, and no part of it. */
function datesTheQuote({ start, end }: DatePhrase, figure: Figure, quote: QuoteCandidate | null): boolean {
  const cue = quote?.cue?.span
  if (quote === null || cue === undefined || end > cue.start || figure.start < cue.end) return false
  return !quote.parts.some((part) => part.start <= start && end <= part.end)
}

function nearest(
  lexemes: readonly Lexeme[],
  { figure, before, after, sentence }: Placed,
  placed: readonly Placed[],
  phrases: readonly DatePhrase[],
): PeriodLink | null {
  const time = figure.unit.kind === 'time'
  let best: PeriodLink | null = null
  let least = Infinity
  for (const phrase of phrases) {
    const behind = phrase.first >= figure.next
    const apart = behind ? phrase.first - figure.next : figure.first - phrase.next
    if (apart < 0) continue
    const close = behind && apart <= 2
    if (time && !close) continue
    const owner = ownerOf(phrase, placed, sentence.first, sentence.next)
    // A date that clings to another figure is that figure's own, unless a change runs between both.
    const foreign = owner !== null && owner !== figure && !(figure.kind === 'change' && behind)
    if (foreign) continue
    const crossed = behind
      ? after !== null && phrase.first >= after.next
      : before !== null && phrase.next <= before.first
    const distance =
      apart +
      (crossed ? 12 : 0) +
      (behind ? 0 : 6) +
      clauses(lexemes, behind ? figure.next : phrase.next, behind ? phrase.first : figure.first) * 8
    if (distance < least) {
      least = distance
      best = { phrase, rule: close ? 'adjacent' : behind ? 'following' : 'preceding' }
    }
  }
  return best
}

/** The figure that a phrase stands right behind. */
function ownerOf(phrase: DatePhrase, placed: readonly Placed[], first: number, next: number): Figure | null {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.figure.next ?? 0) <= phrase.first) low = middle + 1
    else high = middle
  }
  const figure = placed[low - 1]?.figure
  if (figure === undefined || figure.first < first || figure.next > next) return null
  return phrase.first - figure.next <= 1 ? figure : null
}

function clauses(lexemes: readonly Lexeme[], from: number, to: number): number {
  let count = 0
  for (let at = from; at < to && at < from + 60; at++)
    if (lexemes[at]?.lower === ';' || lexemes[at]?.lower === 'but' || lexemes[at]?.lower === 'while') count++
  return count
}

/** «Another 135,000 …»: what is added to a figure holds when that held. */
function inherited(
  lexemes: readonly Lexeme[],
  { figure, order, sentence }: Placed,
  carried: readonly { order: number; link: PeriodLink | null }[],
): PeriodLink | null {
  const word = lexemes[figure.first - 1]?.lower ?? ''
  if (figure.first - 1 < sentence.first || !/^(?:another|further|additional|other)$/.test(word)) return null
  const last = carried.at(-1)
  return last?.link && order - last.order <= 2 ? { phrase: last.link.phrase, rule: 'inherited' } : null
}
