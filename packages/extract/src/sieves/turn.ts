import type { Document, Paragraph, Token } from '../document.ts'
import type { Finding } from '../attribution/finding.ts'
import { playsPart } from '../languages/en/parts.ts'
import type { Stretch } from '../reading/stretch.ts'

export type Turns = { findings: Finding[]; paragraphs: Set<number> }

const notLabels =
  /^(?:note|chair|counsel|witness|from|to|subject|date|re|cc|time|location|venue|contact|source|photo|update|correction|copyright|tel|email|transcript|present|headline)$/

/**
 * Transcripts and interviews: MS QUILL: …, Q. … A. …, Mara Quill: …, and dialogue by dashes. Only where at least
 * three paragraphs open so. A paragraph without a label goes on with the turn before it.
 */
export function readTurns(document: Document, stretches: readonly Stretch[]): Turns {
  const { paragraphs, tokens } = document
  const labels = paragraphs.map((paragraph) => labelOf(document, paragraph))
  const counts = new Map<string, number>()
  for (const label of labels) if (label) counts.set(label.key, (counts.get(label.key) ?? 0) + 1)
  const spoken = labels.filter((label) => label !== null && label.key !== '—').length
  const repeated = [...counts].filter(([key, count]) => key !== '—' && count > 1).length
  const transcript = spoken >= 3 && repeated >= 1
  const dialogue = (counts.get('—') ?? 0) >= 2 && asks(document, labels)
  const findings: Finding[] = []
  const owned = new Set<number>()
  if (!transcript && !dialogue) return { findings, paragraphs: owned }
  const byParagraph = new Map<number, Stretch>()
  for (const stretch of stretches)
    if (stretch.within < 0 && !byParagraph.has(stretch.paragraph)) byParagraph.set(stretch.paragraph, stretch)
  const cast = readCast(document, labels)
  let questioner: string | null = null
  const { regions } = document
  let next = 0
  let answers = true
  let current: Finding | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    const label = labels[index] ?? null
    const stretch = byParagraph.get(index)
    while ((regions[next]?.end ?? Infinity) <= paragraph.start) next++
    const region =
      (regions[next]?.start ?? Infinity) <= paragraph.start && paragraph.end <= (regions[next]?.end ?? 0)
    if (region || stretch === undefined) continue
    if (label !== null && label.key === '—' ? dialogue : label !== null && transcript) {
      const start = tokens[label?.endToken ?? 0]?.start ?? paragraph.end
      if (label === null || start >= paragraph.end) continue
      if (label.key === '—') answers = !answers
      current = {
        at: -1,
        rule: label.key !== '—' ? 'turn' : answers ? 'dialogue answer' : 'dialogue',
        score: label.key === '—' ? 0.4 : 0.93,
        basis: 'turn',
        stretch,
        parts: cutNotes(document, start, paragraph.end, true),
        cue: null,
        mention: null,
        implicit: label.key === '—',
        addressee: null,
        continues: null,
        spoken: true,
        label: label.key === '—' ? null : label.span,
        labelName: label.key === '—' ? null : (cast.get(label.key) ?? asking(label.key)),
      }
      if (label.span.end - label.span.start > 2 && !cast.has(label.key))
        questioner = document.text.slice(label.span.start, label.span.end)
      findings.push(current)
      owned.add(index)
    } else if (
      current !== null &&
      transcript &&
      label === null &&
      current.label !== null &&
      !paragraph.heading
    ) {
      current.parts.push(...cutNotes(document, paragraph.start, paragraph.end))
      owned.add(index)
    } else current = null
  }
  return { findings, paragraphs: owned }

  /** Q goes on for whoever was named last; the chair of a hearing is in the cast and asks nothing. */
  function asking(key: string): string | null {
    return key === 'q' ? questioner : null
  }
}

const answering = /^(?:witness|guest|interviewee|respondent|with)$/
const lineLimit = 120

/** Who plays which part, from lines such as `Witness: Mara Quill, engineer` before the first turn; by label. */
function readCast({ text, paragraphs }: Document, labels: readonly (Label | null)[]): Map<string, string> {
  const cast = new Map<string, string>()
  const firstTurn = labels.findIndex((label) => label !== null)
  for (const { start, end } of paragraphs.slice(0, Math.max(0, firstTurn))) {
    if (end - start > lineLimit) continue
    const line = /^(\p{Lu}[\p{L} ]{2,40}):\s+(\p{Lu}[^,:;]{3,50})(?:,|$)/u.exec(text.slice(start, end))
    const [, role, name] = line ?? []
    if (role === undefined || name === undefined) continue
    const key = role.toLowerCase()
    if (answering.test(key)) cast.set('a', name)
    cast.set(key, name)
    cast.set(`the ${key}`, name)
  }
  return cast
}

/** Dialogue and no list: one of the first two lines that open with a dash asks something. */
function asks({ text, paragraphs }: Document, labels: readonly (Label | null)[]): boolean {
  return paragraphs
    .filter((_paragraph, index) => labels[index]?.key === '—')
    .slice(0, 2)
    .some(({ end }) => text.charAt(end - 1) === '?')
}

/** At the head of a turn: [laughs] We will. (sighing) No. — but no editor's words: [The council] will. */
const direction =
  /^(?:\((?!inaudible|unintelligible|indistinct)\p{Ll}[\p{L} ,]{1,36}\)|\[(?!inaudible|unintelligible|indistinct)(?:\p{Ll}[\p{L} ,]{1,36}\](?=\s*(?:[\p{Lu}“"‘[(]|$))|(?:\p{L}+(?:s|ing|ed)|Laughter|Applause|Pause|Silence|Crosstalk|Music)(?: [\p{L} ,]{1,30})?\]))\s*/u

const noise =
  /^(?:laughs?|laughing|laughter|pauses?|applause|cheers|sighs?|silence|coughs|smiles|nods|music)$/i

/** The stretch without stage directions in brackets: (Pause); at the head of a turn [applause] too. */
function cutNotes({ text }: Document, from: number, to: number, head = false): Finding['parts'] {
  const parts: Finding['parts'] = []
  let start = from
  if (head) start += direction.exec(text.slice(from, Math.min(to, from + 60)))?.[0].length ?? 0
  for (let at = start; at < to; at++) {
    const opening = text.charAt(at)
    if (opening !== '(' && opening !== '[') continue
    const close = text.slice(at, Math.min(to, at + 40)).indexOf(opening === '(' ? ')' : ']')
    if (close >= 0 && opening === '[' && noise.test(text.slice(at + 1, at + close))) {
      push(start, at)
      start = at + close + 1
      at = start - 1
      continue
    }
    if (close < 0 || !/^\(\p{Lu}[\p{L} ,]{2,36}\)$/u.test(text.slice(at, at + close + 1))) continue
    push(start, at)
    start = at + close + 1
    at = start - 1
  }
  push(start, to)
  return parts

  function push(first: number, end: number): void {
    let left = first
    let right = end
    while (left < right && /\s/.test(text.charAt(left))) left++
    while (right > left && /\s/.test(text.charAt(right - 1))) right--
    if (left < right) parts.push({ start: left, end: right })
  }
}

type Label = { key: string; endToken: number; span: { start: number; end: number } }

function labelOf({ tokens }: Document, { first, endToken, lead }: Paragraph): Label | null {
  const opening = tokens[first]
  if (opening === undefined) return null
  if (lead === 'dash' && /^[—–―]$/.test(opening.lower))
    return { key: '—', endToken: first + 1, span: { start: opening.start, end: opening.end } }
  const next = tokens[first + 1]
  // «A.» is read as an initial with its stop; «Q:» as a word and a mark.
  if (/^[qa]\.$/.test(opening.lower) && opening.capital)
    return {
      key: opening.lower.slice(0, 1),
      endToken: first + 1,
      span: { start: opening.start, end: opening.end - 1 },
    }
  if (
    /^(?:q|a|question|answer)$/.test(opening.lower) &&
    opening.capital &&
    next !== undefined &&
    /^[.:]$/.test(next.lower)
  )
    return {
      key: opening.lower.slice(0, 1),
      endToken: first + 2,
      span: { start: opening.start, end: opening.end },
    }
  let at = first
  let capitals = 0
  while (at < endToken && at - first < 7) {
    const token: Token | undefined = tokens[at]
    if (token === undefined) return null
    if (token.lower === ':') break
    if (token.kind === 'quote') return null
    if (
      token.kind === 'word' &&
      !token.capital &&
      !/^(?:of|the|de|van|von|for)$/.test(token.lower) &&
      !(playsPart(tokens[first]?.lower ?? '') && playsPart(token.lower))
    )
      return null
    if (token.capital) capitals++
    at++
  }
  if (at >= endToken || tokens[at]?.lower !== ':' || capitals === 0 || at + 1 >= endToken) return null
  const last = tokens[at - 1]
  if (last === undefined || notLabels.test(opening.lower)) return null
  return {
    key: tokens
      .slice(first, at)
      .map(({ lower }) => lower)
      .join(' '),
    endToken: at + 1,
    span: { start: opening.start, end: last.end },
  }
}
