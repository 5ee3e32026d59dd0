import type { Document, Token } from '../document.ts'
import { isEnglish } from '../reading/language.ts'
import { tuning } from '../tuning.ts'
import type { Finding, Reading } from './finding.ts'

/**
 * Quotations that no cue claimed. A sentence wholly in marks goes on from the one attributed before it, or waits for
 * the one after it in its paragraph; a reopened paragraph is part of the quote it goes on; words in marks inside a
 * sentence of the reporter are given to the last speaker of the paragraph. What is left is put forward without one.
 */
export function followOn(document: Document, readings: readonly Reading[], turns: ReadonlySet<number>): void {
  const claimed = new Map<number, Finding>()
  for (const { findings, items } of readings)
    for (const finding of findings)
      for (const item of items)
        if (
          item.kind === 'quote' &&
          finding.parts.some(({ start, end }) => start <= item.start && item.end <= end)
        )
          claimed.set(item.quotation, finding)
  const foreign = !isEnglish(document.language)
  let last: Finding | null = null
  let lastParagraph = -1
  let awaiting: Finding[] = []
  let colon: { reading: Reading; finding: Finding | null } | null = null
  for (const reading of readings) {
    const { items, stretch, findings } = reading
    if (turns.has(stretch.paragraph)) {
      last = null
      continue
    }
    if (stretch.paragraph !== lastParagraph) {
      awaiting = []
      if (
        stretch.paragraph > lastParagraph + 1 &&
        lastParagraph >= 0 &&
        last !== null &&
        !nearBy(document, lastParagraph, stretch.paragraph)
      )
        last = null
    }
    const fresh = stretch.paragraph !== lastParagraph
    const bare = onlyQuotes(items)
    const open = items.filter((item) => item.kind === 'quote' && !claimed.has(item.quotation))
    const lead = document.paragraphs[stretch.paragraph]?.lead === 'quote'
    if (colon !== null && (bare || lead)) {
      const finding: Finding = colonFinding(
        colon.reading,
        lead
          ? [
              {
                start: items[0]?.lower === '>' ? (items[1]?.start ?? stretch.end) : (items[0]?.start ?? 0),
                end: stretch.end,
              },
            ]
          : open.map(({ start, end }) => ({ start, end })),
        colon.finding,
        lead,
      )
      if (colon.finding === null) {
        reading.findings.push(finding)
        colon = { reading: colon.reading, finding }
      }
      for (const { quotation } of open) claimed.set(quotation, finding)
      last = finding
      lastParagraph = stretch.paragraph
      if (!lead) colon = null
      continue
    }
    colon = null
    const before: Finding | null = last
    const rule = bare ? 'goes on' : 'words in marks'
    for (const item of open) {
      const quotation = document.quotations[item.quotation]
      const reopened: Finding | undefined = claimed.get(quotation?.reopens ?? -1)
      if (reopened) {
        reopened.parts.push({ start: item.start, end: item.end })
        claimed.set(item.quotation, reopened)
        last = reopened
        continue
      }
      const words = quotation?.words ?? 0
      if (!bare && words < tuning.leastUnattributed && quotation?.style === 'single') continue
      const inherits: Finding | null =
        before !== null && before.parts.length > 0 && (!fresh || bare) ? before : null
      if (!inherits && !bare && words < (foreign ? tuning.leastForeign : tuning.leastUnattributed)) continue
      const part = bare || foreign ? { start: item.start, end: item.end } : aroundQuote(reading, item)
      const finding: Finding = {
        at: -1,
        rule: inherits ? rule : bare ? 'unattributed' : 'loose words',
        score: inherits ? (fresh ? 0.55 : bare ? 0.85 : 0.55) : 0.3,
        basis: inherits ? (fresh ? 'floating' : 'inherited') : 'none',
        stretch,
        parts: [part],
        cue: null,
        mention: null,
        implicit: true,
        addressee: null,
        continues: inherits,
        spoken: false,
        label: null,
        labelName: null,
      }
      const previous: Finding | undefined = reading.findings.find(({ parts }) =>
        parts.some(({ start, end }) => start < part.end && part.start < end),
      )
      if (previous) {
        if (bare || previous.cue === null) {
          claimed.set(item.quotation, previous)
          continue
        }
        finding.parts = [{ start: item.start, end: item.end }]
        if (previous.parts.some(({ start, end }) => start < item.end && item.start < end)) continue
      }
      reading.findings.push(finding)
      claimed.set(item.quotation, finding)
      if (inherits === null) awaiting.push(finding)
      else last = finding
    }
    const named = findings.find(({ basis, mention }) => basis === 'explicit' && mention !== null)
    if (named !== undefined && awaiting.length > 0 && items[0]?.kind === 'quote') {
      for (const finding of awaiting) {
        finding.continues = named
        finding.basis = 'inherited'
        finding.rule = 'leads to'
        finding.score = 0.75
      }
      awaiting = []
    }
    const attributed = findings.findLast(
      ({ basis, cue }) => basis === 'explicit' && cue !== null && cue.reports === 'speech',
    )
    const main = findings.find(
      ({ basis, stretch: own, parts }) =>
        own === stretch &&
        basis === 'inherited' &&
        (parts[0]?.start ?? 0) < (attributed?.parts[0]?.start ?? 0),
    )
    if (attributed) last = main ?? attributed
    lastParagraph = stretch.paragraph
    if (items.at(-1)?.lower === ':' && endsParagraph(document, stretch.end, stretch.paragraph))
      colon = { reading, finding: null }
  }
}

const nearBy = ({ paragraphs }: Document, from: number, to: number): boolean =>
  to - from <= 1 || paragraphs.slice(from + 1, to).every(({ heading }) => heading)
const onlyQuotes = (items: readonly Token[]): boolean =>
  items.some(({ kind }) => kind === 'quote') && items.every(({ kind }) => kind === 'quote' || kind === 'mark')
const endsParagraph = ({ paragraphs }: Document, end: number, paragraph: number): boolean =>
  (paragraphs[paragraph]?.end ?? -1) <= end

/** Mara Quill, head of the union, said: / “…” in the next paragraph. */
function colonFinding(
  reading: Reading,
  parts: Finding['parts'],
  earlier: Finding | null,
  lead: boolean,
): Finding {
  if (earlier !== null) {
    earlier.parts.push(...parts)
    return earlier
  }
  const site = reading.cues.findLast(({ shape }) => shape !== 'passive')
  const mention = site?.inverted ?? site?.subject ?? null
  const verb = site ? reading.items[site.at] : undefined
  return {
    at: -1,
    rule: 'block',
    score: 0.9,
    basis: mention === null ? 'none' : 'explicit',
    stretch: reading.stretch,
    parts,
    cue:
      site && verb
        ? {
            span: { start: verb.start, end: verb.end },
            lemma: site.cue.lemma,
            stance: site.cue.stance,
            reports: site.cue.reports,
            negated: site.negated,
          }
        : null,
    mention,
    implicit: mention === null,
    addressee: null,
    continues: null,
    spoken: lead,
    label: null,
    labelName: null,
  }
}

/** The clause round words in marks: from the last thing taken, or a comma before a relative, to the next. */
function aroundQuote({ items, taken }: Reading, item: Token): { start: number; end: number } {
  const at = items.indexOf(item)
  let first = at
  while (first > 0 && taken[first - 1] !== 1 && !/^[;:]$/.test(items[first - 1]?.lower ?? '')) first--
  while (first < at && items[first]?.kind === 'mark') first++
  let end = at + 1
  while (end < items.length && taken[end] !== 1 && !/^[;:.]$/.test(items[end]?.lower ?? '')) {
    if (
      items[end]?.lower === ',' &&
      /^(?:which|who|although|though|but|while)$/.test(items[end + 1]?.lower ?? '')
    )
      break
    end++
  }
  while (end > at + 1 && items[end - 1]?.kind === 'mark') end--
  return { start: items[first]?.start ?? item.start, end: items[end - 1]?.end ?? item.end }
}
