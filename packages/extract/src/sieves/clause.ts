import { addFinding } from '../attribution/finding.ts'
import type { Reading, Sieve } from '../attribution/finding.ts'
import type { CueSite } from '../attribution/cue.ts'
import { openingSubject } from '../attribution/subject.ts'
import type { Mention } from '../attribution/mention.ts'
import { readTail } from '../attribution/tail.ts'
import type { Tail } from '../attribution/tail.ts'
import { auxiliaries, determiners, prepositions, pronouns } from '../languages/en/words.ts'
import { addresseeText } from './tag.ts'
import { contentEnd, hasQuote, trim, words } from './region.ts'
import type { Range } from './region.ts'

const infinitives = new Set(
  'want wish hope expect vow pledge promise swear fear love prefer hate ask urge tell order beg'.split(' '),
)

/** Verbs that stand beside quotations but take no clause of their own. */
const tagOnly = new Set('begin continue go laugh sigh mean hear see'.split(' '))

/** The council said the bridge is safe. — Mara Quill told reporters that … — She said: “…” — …, adding that … */
export const clauseSieve: Sieve = {
  name: 'clause',
  score: 0.8,
  read(reading) {
    for (const site of reading.cues) {
      if (reading.usedCues.has(site) || site.cue.use === 'object' || tagOnly.has(site.cue.lemma)) continue
      readClause(reading, site)
    }
  },
}

function readClause(reading: Reading, site: CueSite): void {
  const { items } = reading
  const subject = subjectOf(reading, site)
  if (subject === undefined) return
  const tail = readTail(items, site.end, site.cue.lemma, false)
  const content = contentOf(reading, site, tail)
  if (content === null) return
  const parts = leadIn(reading, site, content)
  const [from, end] = content
  const direct = end - from === 1 && items[from]?.kind === 'quote'
  const name = subject.implicit
    ? 'participle'
    : direct
      ? 'lead-in'
      : tail.addressee !== null
        ? 'told'
        : tail.opener === 'that'
          ? 'that'
          : 'clause'
  addFinding(
    reading,
    { name, score: direct ? 0.95 : hasQuote(items, content) ? 0.85 : tail.opener === 'that' ? 0.8 : 0.7 },
    {
      site,
      mention: subject.mention,
      implicit: subject.implicit,
      parts,
      addressee: addresseeText(reading, tail.addressee),
    },
  )
}

function subjectOf(
  reading: Reading,
  site: CueSite,
): { mention: Mention | null; implicit: boolean } | undefined {
  const { items } = reading
  if (site.shape === 'finite')
    return site.subject === null ? carried(reading, site) : { mention: site.subject, implicit: false }
  if (site.shape !== 'ing') return undefined
  const before = items[site.first - 1]
  if (before === undefined) return undefined
  if (before.kind === 'mark' || before.kind === 'quote' || before.lower === 'and')
    return carried(reading, site)
  if (site.subject === null) return carried(reading, site)
  return { mention: site.subject, implicit: false }
}

/** The subject of the clause before: , noting … — and added … */
function carried(
  { cues, items, findings, stretch }: Reading,
  site: CueSite,
): { mention: Mention | null; implicit: boolean } | undefined {
  const before = items[site.first - 1]
  if (site.shape === 'finite' && !/^(?:and|but|,|then)$/.test(before?.lower ?? '')) return undefined
  const earlier = findings.findLast(
    (finding) =>
      finding.stretch === stretch &&
      finding.cue !== null &&
      finding.cue.span.start < (items[site.first]?.start ?? 0) &&
      finding.mention !== null,
  )
  if (earlier) return { mention: earlier.mention, implicit: true }
  const other = cues.findLast(
    (candidate) => candidate.at < site.at && candidate.subject !== null && candidate.shape === 'finite',
  )
  if (other?.subject) return { mention: other.subject, implicit: true }
  const opening = openingSubject(items, site.first)
  if (opening !== null) return { mention: opening, implicit: true }
  return site.shape === 'ing' ? { mention: null, implicit: true } : undefined
}

function contentOf(reading: Reading, site: CueSite, tail: Tail): Range | null {
  const { items, taken } = reading
  const { cue } = site
  const start =
    tail.opener === 'that' || (tail.opener === 'colon' && items[tail.at]?.lower === ':')
      ? tail.at + 1
      : tail.at
  if (tail.opener === 'end' || tail.opener === 'comma') return null
  if (tail.opener === 'quote') {
    if (taken[start] === 1) return null
    const before = items[start - 1]
    const set = before?.lower === ',' || before?.lower === ':'
    const next = items[start + 1]
    if (set || next === undefined || next.kind === 'mark') {
      const end = contentEnd(reading, start)
      const rest = trim(items, [start, end])
      if (allQuotes(items, rest) || !mixedRest(items, start + 1, rest[1]))
        return [start, quotesEnd(items, start)]
      return rest
    }
  } else if (cue.use === 'that' && tail.opener !== 'that') {
    if (!documentLike(reading, site)) return null
  }
  if (tail.opener === 'to' && !infinitives.has(cue.lemma)) return null
  if (tail.opener === 'clause' && !clauseLike(items, start, cue.reports, site)) return null
  if (site.negated && cue.reports === 'speech' && cue.stance !== 'denying' && tail.opener !== 'that')
    return null
  const region = trim(items, [start, contentEnd(reading, start)])
  const least = tail.opener === 'clause' && cue.reports !== 'speech' ? 3 : 2
  return words(items, region) >= least || hasQuote(items, region) ? region : null
}

const documentHeads =
  /^(?:poll|polls|survey|surveys|study|studies|report|reports|data|figures|research|analysis|records|documents|results|evidence|statistics|numbers|review|audit|email|emails|court|judge|investigation)$/
function documentLike({ items }: Reading, { subject }: CueSite): boolean {
  if (subject === null) return false
  return documentHeads.test(items[subject.end - 1]?.lower ?? '')
}

/** Whether what follows a cue without «that» looks like a clause of its own. */
function clauseLike(items: Reading['items'], start: number, reports: string, site: CueSite): boolean {
  const opening = items[start]
  if (opening === undefined) return false
  const { lower } = opening
  if (opening.kind === 'mark' && !/^[$£€([]/.test(lower)) return false
  if (lower === 'of' || lower === 'about' || lower === 'on' || lower === 'for' || lower === 'by') return false
  if (/^(?:what|how|why|whether|if|who|where)$/.test(lower)) return true
  if (
    /^(?:nothing|something|little|much|goodbye|hello|so|yes|no)$/.test(lower) ||
    (lower === 'a' && items[start + 1]?.lower === 'lot')
  )
    return false
  if (
    reports === 'speech' &&
    (site.cue.lemma === 'say' || site.cue.lemma === 'tell' || site.cue.lemma === 'claim')
  )
    return true
  let verb = false
  for (let at = start; at < items.length && at - start < 30; at++) {
    const token = items[at]
    if (token === undefined || token.lower === ';') break
    if (
      auxiliaries.has(token.lower) &&
      (token.lower !== 'to' || reports === 'attitude') &&
      token.lower !== "'s"
    )
      verb = true
    if (
      at > start &&
      token.lower.length > 4 &&
      token.lower.endsWith('ed') &&
      !determiners.has(items[at - 1]?.lower ?? '')
    )
      verb = true
  }
  if (!verb) return false
  return (
    pronouns.has(lower) ||
    determiners.has(lower) ||
    opening.capital ||
    opening.kind !== 'word' ||
    !prepositions.has(lower)
  )
}

const allQuotes = (items: Reading['items'], [from, end]: Range): boolean => {
  for (let at = from; at < end; at++) if (items[at]?.kind !== 'quote') return false
  return true
}
function quotesEnd(items: Reading['items'], from: number): number {
  let end = from
  while (items[end]?.kind === 'quote') end++
  return end
}
/** “A” and that “B”: a second quotation soon after the first belongs to the same clause. */
function mixedRest(items: Reading['items'], from: number, end: number): boolean {
  if (!/^(?:and|or|but|,)$/.test(items[from]?.lower ?? '')) return false
  for (let at = from; at < end && at - from < 12; at++) if (items[at]?.kind === 'quote') return true
  return false
}

/** …, which Quill said would include …: the relative opens the content. */
function leadIn(reading: Reading, site: CueSite, content: Range): Range[] {
  const { items } = reading
  const at = (site.subject?.wholeFirst ?? site.first) - 1
  const relative = items[at]
  if (
    relative &&
    /^(?:which|who|that)$/.test(relative.lower) &&
    auxiliaries.has(items[content[0]]?.lower ?? '') &&
    items[at - 1]?.kind !== undefined
  )
    return [[at, at + 1], content]
  return [content]
}
