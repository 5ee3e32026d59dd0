import type { StatisticCandidate, When } from '@onrecord/schema'
import type { Document } from '../document.ts'
import { readBase } from './base.ts'
import type { Figure } from './figure.ts'
import type { Found } from './index.ts'
import type { Lexeme } from './lexeme.ts'
import { pointsBack, readMeasure, readQuestion, readWhole, standsForNoun } from './measure.ts'
import type { Around, Words } from './measure.ts'
import { antecedent, tidied } from './noun-phrase.ts'
import { periodLinker } from './period-link.ts'
import { isoEnds } from './period.ts'
import { placeLinker } from './place-link.ts'
import { quoteFinder } from './quote-link.ts'
import { rangesOf } from './sentence.ts'
import type { Range } from './sentence.ts'
import type { Spotted } from './spot.ts'
import { statTypeOf, statusOf } from './status.ts'

/** A figure with the sentence that it stands in, and the figures on both sides of it there. */
export type Placed = {
  figure: Figure
  index: number
  sentence: Range
  order: number
  before: Figure | null
  after: Figure | null
}

/** Joins each figure to what it measures, of whom, where, when and on whose word; every link names its rule. */
export function linkFigures(document: Document, spotted: Spotted, found: Found): StatisticCandidate[] {
  const { lexemes, figures, reference } = spotted
  const ranges = rangesOf(lexemes, document.innerSentences)
  const placed = placeInSentences(lexemes, figures, ranges)
  const quoteOf = quoteFinder(found)
  const placeOf = placeLinker(document, spotted, found, placed)
  const periodOf = periodLinker(spotted, placed)
  const candidates: StatisticCandidate[] = []
  let told: Told | null = null
  for (const item of placed) {
    const { figure } = item
    const question = ranges[item.order - 1]
    const words = wordsOf(document.text, lexemes, item, placed, question, told)
    told = { words, order: item.order }
    const quote = quoteOf(figure.numberStart, figure.numberEnd)
    const nearest = placeOf(item)
    // An amount that somebody speaks of is theirs, wherever the article is set.
    const spoken = quote !== null && figure.unit.kind === 'currency'
    const place = spoken && nearest?.rule === 'article' ? null : nearest
    const period = periodOf(item, quote === null ? null : (found.quotes[quote.index] ?? null))
    candidates.push({
      span: { start: figure.start, end: figure.end },
      number: { start: figure.numberStart, end: figure.numberEnd },
      value: figure.value,
      low: figure.low,
      high: figure.high,
      approximator: figure.approximator,
      surface: document.text.slice(figure.start, figure.end),
      digits: figure.digits,
      unit: words.unit,
      kind: figure.kind,
      direction: figure.direction,
      status: statusOf(lexemes, item),
      unread: figure.unread,
      measure: words.measure && { ...words.measure, statType: statTypeOf(lexemes, item) },
      denominator: words.denominator,
      population: words.population,
      place: place && {
        text: place.place.text,
        span: place.inText ? { start: place.place.start, end: place.place.end } : null,
        scheme: place.place.code === null ? null : 'iso3166-1',
        code: place.place.code,
      },
      period: period && periodField(document.text, period.phrase, reference),
      base: readBase(document.text, item, placed),
      assertedBy: quote?.speaker ?? null,
      quote: quote?.index ?? null,
      source: quote?.source ?? null,
      links: {
        measure: words.rule,
        population: words.population ? 'counted-noun' : words.denominator ? 'of' : null,
        place: place?.rule ?? null,
        period: period?.rule ?? null,
        asserter: quote?.rule ?? 'article-voice',
      },
      rule: figure.rule,
      score: figure.score,
    })
  }
  return candidates
}

function placeInSentences(
  lexemes: readonly Lexeme[],
  figures: readonly Figure[],
  sentences: readonly Range[],
): Placed[] {
  const placed: Placed[] = []
  let order = 0
  for (const [index, figure] of figures.entries()) {
    while (order < sentences.length - 1 && (sentences[order]?.next ?? 0) <= figure.first) order++
    const sentence = sentences[order] ?? { first: 0, next: lexemes.length, paragraph: 0 }
    const inside = (other: Figure | undefined) =>
      other !== undefined && other.first >= sentence.first && other.first < sentence.next ? other : null
    placed.push({
      figure,
      index,
      sentence,
      order,
      before: inside(figures[index - 1]),
      after: inside(figures[index + 1]),
    })
  }
  return placed
}

type Found1 = { text: string; span: { start: number; end: number } }
type WordFields = {
  unit: Figure['unit']
  measure: Found1 | null
  denominator: Found1 | null
  population: Found1 | null
  rule: string | null
}

/** What was found of the figure before, and the sentence it stands in. */
type Told = { words: WordFields; order: number }

function wordsOf(
  text: string,
  lexemes: readonly Lexeme[],
  { figure, sentence, order, before, after, index }: Placed,
  placed: readonly Placed[],
  question: Range | undefined,
  told: Told | null,
): WordFields {
  const around: Around = {
    lexemes,
    first: sentence.first,
    next: sentence.next,
    floor: before?.next ?? sentence.first,
    ceiling: after?.first ?? sentence.next,
  }
  const field = (words: Words | null): Found1 | null => {
    if (words === null) return null
    const start = lexemes[words.first]?.start ?? 0
    const end = lexemes[words.next - 1]?.end ?? 0
    return start < end ? { text: text.slice(start, end), span: { start, end } } : null
  }
  const share = figure.kind === 'share' || figure.rule.startsWith('proportion')
  const counted = figure.unit.kind === 'count' && figure.unit.text !== null ? figure.unit.text : null
  const population = counted === null ? null : nounField(text, figure, counted)
  const whole = share || figure.unit.kind === 'none' ? field(readWhole(around, figure)) : null
  const measure = readMeasure(around, figure)
  const elided =
    figure.unit.kind === 'none' && figure.kind === 'level' && before !== null && before.unit.kind === 'count'
      ? before.unit
      : null
  if (elided && before && elided.text !== null && placed[index - 1]?.figure === before) {
    const noun = nounField(text, before, elided.text)
    return {
      unit: { ...elided, per: null },
      measure: noun ?? field(measure),
      denominator: whole,
      population: noun,
      rule: 'elided-noun',
    }
  }
  const recent = told !== null && told.order >= order - 1 ? told.words : null
  const elsewhere = (): { field: Found1 | null; rule: string } => {
    if (figure.kind === 'share' && pointsBack(lexemes, figure))
      return { field: recent?.population ?? recent?.measure ?? null, rule: 'named-before' }
    if (standsForNoun(around, figure)) {
      const { unit } = after ?? figure
      // «fourteen of the twenty-two provinces»
      if (after && unit.kind === 'count' && unit.text !== null && after.first - figure.next < 5)
        return { field: nounField(text, after, unit.text), rule: 'noun-of-whole' }
      if (/^(?:another|others?)$/.test(lexemes[figure.first - 1]?.lower ?? ''))
        return { field: recent?.population ?? null, rule: 'named-before' }
      const noun = antecedent(lexemes, sentence.first, figure.first)
      return { field: field(noun && { ...noun, rule: '' }), rule: 'named-before' }
    }
    // «40% of the new jobs last less than six months»: said of the same whole.
    if (
      before?.kind === 'share' &&
      told?.order === order &&
      figure.first - before.next < 8 &&
      figure.unit.kind === 'time'
    )
      return { field: told.words.measure, rule: 'named-before' }
    const asked = readQuestion(lexemes, question)
    const tidy = asked && question ? tidied(lexemes, asked, question.next) : null
    return { field: field(tidy && { ...tidy, rule: '' }), rule: 'question' }
  }
  const found = measure ? { field: field(measure), rule: measure.rule } : elsewhere()
  return {
    unit: figure.unit,
    measure: found.field,
    denominator: whole,
    population,
    rule: found.field && found.rule,
  }
}

function nounField(text: string, figure: Figure, noun: string): Found1 | null {
  const start = text.indexOf(noun, figure.numberEnd)
  return start < 0 || start > figure.end ? null : { text: noun, span: { start, end: start + noun.length } }
}

function periodField(
  text: string,
  phrase: Spotted['phrases'][number],
  reference: When | null,
): StatisticCandidate['period'] {
  const { start, end, interval, asOf, relative } = phrase
  return {
    text: text.slice(start, end),
    span: { start, end },
    ...isoEnds(interval),
    grain: interval.grain,
    asOf,
    relativeTo: relative && (interval.from !== null || interval.to !== null) ? reference : null,
  }
}
