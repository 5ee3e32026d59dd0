import type { CueSite } from '../attribution/cue.ts'
import type { Finding, FoundCue, Reading } from '../attribution/finding.ts'
import { phraseEndingAt, phraseStartingAt } from '../attribution/mention.ts'
import type { Mention } from '../attribution/mention.ts'
import type { Span } from '@onrecord/schema'
import type { Document, Quotation, Token } from '../document.ts'
import { cueOf } from '../languages/en/cues.ts'
import {
  auxiliaries,
  bodies,
  conjunctions,
  documents,
  negations,
  people,
  prepositions,
  pronouns,
} from '../languages/en/words.ts'
import type { Proposal, Range } from './propose.ts'

/** Where a token stands among the items of the sentences that the sieves read. */
export type Places = ReadonlyMap<number, { reading: Reading; item: number }>

/** By the offset where a token begins. Linear. */
export function readPlaces(readings: readonly Reading[]): Places {
  const places = new Map<number, { reading: Reading; item: number }>()
  for (const reading of readings)
    for (const [item, { start, kind }] of reading.items.entries())
      if (kind !== 'quote' && !places.has(start)) places.set(start, { reading, item })
  return places
}

/**
 * A proposal of the tagger as a finding; `ruled` is what the rules made of the same cue. Null where its cue stands in
 * nothing that the sieves read.
 */
export function findingOf(
  document: Document,
  places: Places,
  proposal: Proposal,
  ruled: Finding | null,
): Finding | null {
  const { tokens } = document
  const head = tokens[proposal.head]
  const home = head === undefined ? undefined : places.get(head.start)
  if (head === undefined || home === undefined) return null
  const parts = proposal.content.flatMap((range) => partOf(document, range, outermost(document, head)))
  if (parts.length === 0) return null
  const site = home.reading.cues.find(({ at }) => at === home.item) ?? null
  const source =
    proposal.source === null ? null : sourceOf(document, places, proposal.source, home.reading, ruled, site)
  return {
    rule: 'model',
    at: home.item,
    score: proposal.score,
    basis: source === null ? 'none' : 'explicit',
    stretch: source?.reading.stretch ?? home.reading.stretch,
    parts,
    cue: cueOfProposal(document, proposal, head, ruled),
    mention: source?.mention ?? null,
    implicit: false,
    addressee: ruled?.addressee ?? null,
    continues: null,
    spoken: false,
    label: null,
    labelName: null,
  }
}

/** The span of a piece of content: without «that» at its head, and with whole quotations only. */
function partOf(document: Document, [first, end]: Range, around: Quotation | null): Span[] {
  const { tokens } = document
  const opens =
    tokens[first]?.lower === 'that' && end - first > 1 && !isVerbal(tokens[first + 1]?.lower ?? '')
  const from = tokens[opens ? first + 1 : first]
  const to = tokens[end - 1]
  if (from === undefined || to === undefined) return []
  let { start } = from
  let stop = to.end
  const before = outermost(document, from)
  if (before !== null && before !== around && before.outerStart < start)
    start =
      (Math.min(stop, before.outerEnd) - start) * 2 >= before.outerEnd - before.outerStart
        ? before.outerStart
        : before.outerEnd
  const after = outermost(document, to)
  if (after !== null && after !== around && after.outerEnd > stop)
    stop =
      (stop - Math.max(start, after.outerStart)) * 2 >= after.outerEnd - after.outerStart
        ? after.outerEnd
        : after.outerStart
  return start < stop ? [{ start, end: stop }] : []
}

const isVerbal = (lower: string): boolean => auxiliaries.has(lower) && lower !== 'to'

/** The quotation round a token that stands in no other; null outside all. */
function outermost({ quotations }: Document, token: Token): Quotation | null {
  let found = quotations[token.quotation] ?? null
  for (let depth = 0; found !== null && found.parent >= 0 && depth < 8; depth++)
    found = quotations[found.parent] ?? null
  return found
}

function cueOfProposal(
  { tokens }: Document,
  { head, cue }: Proposal,
  verb: Token,
  ruled: Finding | null,
): FoundCue | null {
  const [from, end] = cue ?? [head, head + 1]
  const first = tokens[from]
  const last = tokens[end - 1]
  if (first === undefined || last === undefined) return null
  const known = cueOf(verb.lower)
  const speech = verb.kind === 'mark' || verb.lower === 'according'
  const before = tokens.slice(Math.max(0, Math.min(from, head - 3)), end)
  return {
    span: { start: first.start, end: last.end },
    lemma: known?.lemma ?? null,
    stance: known?.stance ?? null,
    reports: known?.reports ?? (speech ? 'speech' : 'act'),
    negated: ruled?.cue?.negated ?? before.some(({ lower }) => negations.has(lower)),
  }
}

/** The noun phrase of a source, as the resolver of speakers reads it. */
function sourceOf(
  { tokens }: Document,
  places: Places,
  [from, end]: Range,
  home: Reading,
  ruled: Finding | null,
  site: CueSite | null,
): { reading: Reading; mention: Mention } | null {
  let at = from
  while (at < end - 1 && opens(tokens[at])) at++
  const place = places.get(tokens[at]?.start ?? -1)
  if (place === undefined) return null
  const { reading, item: first } = place
  let limit = first + 1
  while (
    limit < reading.items.length &&
    limit - first < end - at &&
    (reading.items[limit]?.start ?? Infinity) < (tokens[end - 1]?.end ?? 0)
  )
    limit++
  for (const known of [
    ruled?.stretch === reading.stretch ? ruled.mention : null,
    reading === home ? site?.subject : null,
    reading === home ? site?.inverted : null,
  ])
    if (known && known.first < limit && first < known.end && known.wholeEnd - known.wholeFirst < 40)
      return { reading, mention: known }
  const { items } = reading
  const only = items[first]
  if (limit - first === 1 && only && (pronouns.has(only.lower) || pronounLike.has(only.lower)))
    return { reading, mention: { first, end: limit, wholeFirst: first, wholeEnd: limit, kind: 'pronoun' } }
  const phrase = phraseStartingAt(items, first, limit)
  if (phrase !== null) return { reading, mention: { ...phrase, wholeEnd: Math.max(limit, phrase.wholeEnd) } }
  const ending = phraseEndingAt(items, limit - 1, first)
  if (ending !== null && ending.first >= first)
    return { reading, mention: { ...ending, wholeFirst: first, wholeEnd: limit } }
  const kind = items.slice(first, limit).some(({ capital }) => capital) ? 'name' : 'nominal'
  return { reading, mention: { first, end: limit, wholeFirst: first, wholeEnd: limit, kind } }
}

const pronounLike = new Set([
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'me',
  'him',
  'them',
  'us',
  'whom',
  'whose',
])
const opens = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'mark' ||
    token.kind === 'quote' ||
    (!token.capital && (prepositions.has(token.lower) || conjunctions.has(token.lower))))

/** Whether a mention is of somebody or something that can speak: a name, a pronoun, people, a body, a document. */
export function maySpeak(items: readonly Token[], mention: Mention): boolean {
  const head = items[mention.end - 1]
  if (head?.kind !== 'word') return false
  const { lower, capital } = head
  if (mention.kind === 'pronoun') return lower !== 'you' && lower !== 'that'
  // «Fourteen of the towns»: a capital that only opens the sentence names nobody.
  const opening = mention.end === 1 && items[1]?.lower === 'of'
  return (
    (capital && !opening) ||
    people.has(lower) ||
    bodies.has(lower) ||
    documents.has(lower) ||
    (lower.endsWith('s') && !lower.endsWith('ss'))
  )
}
