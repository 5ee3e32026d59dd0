import { addFinding } from '../attribution/finding.ts'
import type { Reading, Sieve } from '../attribution/finding.ts'
import type { CueSite } from '../attribution/cue.ts'
import type { Mention } from '../attribution/mention.ts'
import { readTail } from '../attribution/tail.ts'
import { cueOf } from '../languages/en/cues.ts'
import { isAdverb } from '../attribution/mention.ts'
import { contentEnd, hasQuote, trim, words } from './region.ts'
import type { Range } from './region.ts'

/** “…,” she said. — “…,” said Mara Quill, “….” — The bridge is safe, the council said. */
export const tagSieve: Sieve = {
  name: 'tag',
  score: 0.95,
  read(reading) {
    for (const site of reading.cues) {
      if (reading.usedCues.has(site) || site.shape !== 'finite') continue
      readTag(reading, site)
    }
  },
}

const audiences = /^(?:court|jury|jurors|inquest|tribunal|inquiry|hearing|magistrates)$/

function readTag(reading: Reading, site: CueSite): void {
  const { items } = reading
  const block = blockOf(reading, site)
  if (block === null) return
  const { mention, first, end } = block
  const before = items[first - 1]
  if (before === undefined) return
  const quoted = before.kind === 'quote' || (before.kind === 'mark' && items[first - 2]?.kind === 'quote')
  if (!quoted && before.lower !== ',' && before.lower !== '—' && before.lower !== '–') return
  if (!quoted && /^(?:laugh|sigh|chuckle|begin|continue)$/.test(site.cue.lemma)) return
  if (!quoted && site.cue.use !== 'tag' && site.cue.reports !== 'attitude') return
  const left = leftRegion(reading, first, quoted)
  if (left === null) return
  const tail = readTail(items, end, site.cue.lemma, block.inverted)
  if (!quoted && tail.opener !== 'end' && tail.opener !== 'comma' && tail.opener !== 'quote') return
  if (!quoted && tail.opener === 'end' && !block.inverted && site.cue.use === 'clause' && site.negated) return
  if (!quoted && introductory(items, left) && (tail.opener !== 'end' || words(items, left) < 5)) return
  const parts: Range[] = [left]
  const rest = continuation(reading, tail.at, tail.opener, quoted, left)
  if (rest !== null) parts.push(rest)
  const [l0, l1] = left
  // «…, a court heard», «…, jury told»: who listens does not speak.
  const listens =
    !block.inverted &&
    audiences.test(items[mention.end - 1]?.lower ?? '') &&
    (site.cue.lemma === 'hear' || (site.cue.lemma === 'tell' && tail.addressee === null))
  const direct = l1 - l0 === 1 && items[l0]?.kind === 'quote'
  addFinding(
    reading,
    { name: direct ? 'tag' : hasQuote(items, left) ? 'mixed tag' : 'plain tag', score: direct ? 0.97 : 0.85 },
    {
      site,
      mention: listens ? null : mention,
      implicit: listens,
      basis: listens ? 'none' : 'explicit',
      parts,
      addressee: addresseeText(reading, tail.addressee),
    },
  )
}

export function addresseeText(
  { items, document }: Reading,
  range: readonly [number, number] | null,
): string | null {
  const from = range ? items[range[0]] : undefined
  const to = range ? items[range[1] - 1] : undefined
  return from && to ? document.text.slice(from.start, to.end).toWellFormed() : null
}

function blockOf(
  { items }: Reading,
  { first, end, subject, inverted }: CueSite,
): { mention: Mention; first: number; end: number; inverted: boolean } | null {
  const after = inverted ? items[inverted.wholeEnd] : undefined
  const closes =
    inverted !== null &&
    (after === undefined || after.kind === 'quote' || after.kind === 'mark' || !after.capital)
  const before = items[first - 1]
  if (inverted !== null && closes) {
    const near = before?.kind === 'quote' || items[first - 2]?.kind === 'quote'
    const ends = after === undefined || after.kind === 'quote' || /^[.,;:!?)—–]/.test(after.lower)
    if (near || (ends && (subject === null || before?.lower === ','))) {
      // «Mara Quill, a baker, said the oven, …»: the apposition wins where its subject opens the clause.
      const apposed = subject !== null && before?.lower === ',' && !near && inverted.kind !== 'name'
      if (!apposed) return { mention: inverted, first, end: inverted.wholeEnd, inverted: true }
    }
  }
  if (subject === null) return null
  let from = subject.wholeFirst
  // «“…,” the minister’s deputy then said»: nothing but a determiner may be left over before it.
  while (
    items[from - 1] !== undefined &&
    items[from - 1]?.kind === 'word' &&
    isAdverb(items[from - 1]?.lower ?? '')
  )
    from--
  return { mention: subject, first: from, end, inverted: false }
}

function leftRegion({ items, cues, taken }: Reading, end: number, quoted: boolean): Range | null {
  let from = 0
  for (const site of cues) {
    if (site.at >= end) break
    const tail = readTail(items, site.end, site.cue.lemma, false)
    if (tail.opener === 'that' && tail.at < end) from = Math.max(from, tail.at + 1)
  }
  for (let at = end - 1; at >= from; at--) {
    if (items[at]?.lower === ';' && taken[at - 1] === 1) from = at + 1
    if (taken[at] === 1 && items[at]?.kind !== 'quote') {
      from = at + 1
      break
    }
  }
  if (quoted) {
    // Only quotations and punctuation before: the quotation alone. Words before it: they belong to the clause.
    const last = items[end - 1]?.kind === 'quote' ? end - 1 : end - 2
    const region = trim(items, [from, last + 1])
    if (words(items, [region[0], last]) === 0 || standsAlone(items, region[0], last))
      return onlyQuotes(items, from, last)
    return region
  }
  const region = trim(items, [from, end])
  return words(items, region) >= 3 ? region : null
}

/** «Asked about the road», «On Monday», «However»: no clause somebody could have said. */
function introductory(items: Reading['items'], [first, end]: Range): boolean {
  const lower = items[first]?.lower ?? ''
  if (
    /^(?:asked|when|while|as|after|before|speaking|writing|in|on|at|during|for|with|from|despite|by|since|because|once|unless|although|though|if|until)$/.test(
      lower,
    )
  )
    return words(items, [first, end]) < 9
  return words(items, [first, end]) <= 2 && (isAdverb(lower) || /^(?:but|and|still|yet|so)$/.test(lower))
}

/** A quotation after a colon, or one whose sentence began before it, takes no words from its left. */
function standsAlone(items: Reading['items'], from: number, last: number): boolean {
  const before = items[last - 1]
  if (before === undefined) return true
  return (
    before.lower === ':' ||
    before.lower === '.' ||
    before.lower === ';' ||
    (before.lower === ',' && cueOf(items[last - 2]?.lower ?? '') !== null) ||
    words(items, [from, last]) > 40
  )
}

function onlyQuotes(items: Reading['items'], from: number, last: number): Range {
  let first = last
  while (first - 1 >= from && items[first - 1]?.kind === 'quote') first--
  return [first, last + 1]
}

function continuation(
  reading: Reading,
  at: number,
  opener: string,
  quoted: boolean,
  left: Range,
): Range | null {
  const { items } = reading
  if (opener === 'quote') {
    if (!quoted && items[at - 1]?.lower !== ',') return null
    if (!quoted) return trim(items, [at, contentEnd(reading, at)])
    return quotesFrom(items, at)
  }
  if (quoted) {
    // “A,” she says, turning round, “b.”
    for (let index = at; index < items.length && index - at < 25; index++) {
      const token = items[index]
      if (token === undefined || cueOf(token.lower)?.use === 'tag' || /^[.;:]$/.test(token.lower)) return null
      if (token.kind === 'quote') return items[index - 1]?.lower === ',' ? quotesFrom(items, index) : null
    }
    return null
  }
  if (opener !== 'comma') return null
  const next = items[at + 1]
  if (next === undefined || next.kind === 'mark') return null
  if (
    /^(?:who|which|as|while|although|though|citing|because|after|before|when|in|on|at|during)$/.test(
      next.lower,
    )
  )
    return null
  if (next.lower.endsWith('ing') && cueOf(next.lower) !== null) return null
  const rest = trim(items, [at + 1, contentEnd(reading, at + 1)])
  return words(items, rest) >= 2 && words(items, left) >= 1 ? rest : null
}

function quotesFrom(items: Reading['items'], at: number): Range {
  let end = at + 1
  while (items[end]?.kind === 'quote') end++
  return [at, end]
}
