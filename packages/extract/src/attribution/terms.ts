import type { Document, Quotation } from '../document.ts'
import { cueOf, isSpeechWord } from '../languages/en/cues.ts'
import {
  auxiliaries,
  conjunctions,
  determiners,
  firstPersons,
  looksVerbal,
  negations,
  passives,
  prepositions,
  pronouns,
} from '../languages/en/words.ts'
import { isAdverb } from './mention.ts'
import { isEnglish } from '../reading/language.ts'
import { tuning } from '../tuning.ts'

/**
 * The quotations that hold a term in scare quotes or a title rather than words somebody said. Length decides most
 * of it; a pronoun, a verb, a figure or a mark that ends a sentence speaks for speech. `blank`: nothing inside.
 */
export function findTerms(document: Document): { terms: Set<number>; blank: Set<number> } {
  const terms = new Set<number>()
  const blank = new Set<number>()
  const tokens = firstTokens(document)
  for (const [index, quotation] of document.quotations.entries()) {
    if (quotation.words === 0) blank.add(index)
    else if (
      quotation.depth === 0 &&
      quotation.reopens < 0 &&
      isTerm(document, quotation, tokens[index] ?? -1)
    )
      terms.add(index)
  }
  return { terms, blank }
}

/** The first token inside each quotation. */
function firstTokens({ tokens, quotations }: Document): Int32Array {
  const first = new Int32Array(quotations.length).fill(-1)
  for (const [index, token] of tokens.entries()) {
    let at = token.quotation
    for (let depth = 0; depth < 6 && at >= 0; depth++) {
      if ((first[at] ?? 0) < 0) first[at] = index
      at = quotations[at]?.parent ?? -1
    }
  }
  return first
}

function isTerm(
  { text, tokens, paragraphs, language }: Document,
  quotation: Quotation,
  first: number,
): boolean {
  if (quotation.words > tuning.longestTerm || first < 0 || !quotation.closed) return false
  const opening = tokens[first]
  const paragraph = paragraphs[opening?.paragraph ?? -1]
  if (opening === undefined || paragraph === undefined) return false
  const before = tokens[first - 2]
  const inParagraph = before !== undefined && first - 2 >= paragraph.first
  if (!isEnglish(language))
    return (
      quotation.words < tuning.leastForeign &&
      !tagged(tokens, endOf(tokens, first, quotation), paragraph.endToken)
    )
  if (quotation.outerStart === paragraph.start && quotation.outerEnd === paragraph.end) return false
  if (
    inParagraph &&
    (before.lower === ':' || (before.lower === ',' && isSpeechWord(tokens[first - 3]?.lower ?? '')))
  )
    return false
  if (inParagraph && isSpeechWord(before.lower) && quotation.words > 1) return false
  let end = first
  let capitals = 0
  let small = 0
  let speech = false
  while (end < tokens.length && (tokens[end]?.start ?? Infinity) < quotation.end) {
    const token = tokens[end]
    end++
    if (token === undefined || token.kind === 'quote') continue
    const { lower } = token
    if (token.kind === 'mark') {
      if (/^(?:[?!;:—…]|\.\.+)$/.test(lower)) speech = true
      continue
    }
    if (token.kind === 'number') speech = true
    if (token.capital) capitals++
    else if (!prepositions.has(lower) && !determiners.has(lower) && lower !== 'and' && lower !== "'s") small++
    if (
      firstPersons.has(lower) ||
      pronouns.has(lower) ||
      (auxiliaries.has(lower) && lower !== "'s" && lower !== 'being') ||
      lower.endsWith("n't") ||
      lower === 'not' ||
      lower === 'never'
    )
      speech = true
    if (
      end - 1 === first &&
      quotation.words > 2 &&
      (looksVerbal(lower) || cueOf(lower) !== null || conjunctions.has(lower))
    )
      speech = true
    if (lower.length > 4 && lower.endsWith('ly') && quotation.words > 1) speech = true
  }
  const titled = capitals >= 2 && small === 0
  if (titled && !speech) return true
  if (speech) return false
  if (finishesClause(tokens, first - 2, end)) return false
  const inside = text.charAt(quotation.end - 1)
  if (/[.]/.test(inside) && quotation.words > 3) return false
  if (tagged(tokens, end, paragraph.endToken)) return false
  if (quotation.words > 2 && (determiners.has(opening.lower) || prepositions.has(opening.lower))) return false
  return true
}

const reach = 40

/**
 * «said it was “fair and final”.», «saying the crews would be retrained “ship by ship”.»: words that finish what
 * somebody is reported to say; «so-called» would not fit before them. `before` is the token before the opening mark,
 * `end` the one after the words.
 */
function finishesClause(tokens: Document['tokens'], before: number, end: number): boolean {
  const here = tokens[before]
  if (here === undefined || here.sentence !== tokens[end - 1]?.sentence) return false
  let close = end
  while (tokens[close]?.kind === 'quote') close++
  const after = tokens[close]
  const closes =
    after === undefined ||
    after.sentence !== here.sentence ||
    after.kind === 'mark' ||
    prepositions.has(after.lower) ||
    conjunctions.has(after.lower) ||
    after.lower === 'that'
  if (!closes) return false
  let at = before
  while (isAdverb(tokens[at]?.lower ?? '') || negations.has(tokens[at]?.lower ?? '')) at--
  const verb = tokens[at]
  if (verb === undefined || verb.sentence !== here.sentence) return false
  const auxiliary = auxiliaries.has(verb.lower) && !/^(?:'s|to|gets?|got)$/.test(verb.lower)
  if (!auxiliary && !isPassive(tokens, at)) return false
  for (let index = at - 1; index >= 0 && at - index < reach; index--) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== here.sentence) break
    if (token.quotation === here.quotation && reports(token.lower)) return true
  }
  for (let index = close; index < tokens.length && index - close < reach; index++) {
    const token = tokens[index]
    if (token === undefined || token.sentence !== here.sentence) break
    if (token.quotation === here.quotation && reports(token.lower)) return true
  }
  return false
}

const reports = (lower: string): boolean => {
  const cue = cueOf(lower)
  return cue !== null && cue.use === 'tag' && cue.reports === 'speech' && cue.form !== 'base'
}

/** «would be retrained»: a verb that takes no object any more; «is called», «is known as» take a name. */
function isPassive(tokens: Document['tokens'], at: number): boolean {
  const { lower } = tokens[at] ?? { lower: '' }
  if (!lower.endsWith('ed') || cueOf(lower)?.use === 'object') return false
  if (/^(?:named|titled|entitled|nicknamed|termed|headed|headlined|considered|deemed)$/.test(lower))
    return false
  let before = at - 1
  while (isAdverb(tokens[before]?.lower ?? '')) before--
  return passives.has(tokens[before]?.lower ?? '')
}

/** The first token from `first` on that stands outside the words of a quotation. */
function endOf(tokens: Document['tokens'], first: number, { end }: Quotation): number {
  let at = first
  while (at < tokens.length && (tokens[at]?.start ?? Infinity) < end) at++
  return at
}

/** “Yes,” she said: a cue within a few words of the closing mark. */
function tagged(tokens: Document['tokens'], from: number, end: number): boolean {
  const last = tokens[from - 1]
  if (last === undefined || !/^[,?!—–-]+$/.test(last.lower)) return false
  for (let at = from; at < Math.min(end, from + 7); at++) {
    const token = tokens[at]
    if (token === undefined || /^[.;:]$/.test(token.lower)) return false
    if (isSpeechWord(token.lower)) return true
  }
  return false
}
