import { cueOf } from '../languages/en/cues.ts'
import type { Finding, Reading } from '../attribution/finding.ts'
import { phraseEndingAt } from '../attribution/mention.ts'
import type { Mention } from '../attribution/mention.ts'
import { bodies, documents, negations, people } from '../languages/en/words.ts'
import { tuning } from '../tuning.ts'
import { baseOf } from './lexeme.ts'
import { judge, readCandidates } from './propose.ts'
import type { Candidate } from './propose.ts'
import type { Model } from './weights.ts'

/** Rules whose findings stand whatever the model makes of them. */
const sureRules = new Set(['tag', 'lead-in', 'signature', 'beat', 'block'])

/**
 * Puts the model's readings beside those of the rules: the surest first, dropping what shares over half its items with
 * one already taken. What a rule found inside another's content stays, as told inside it.
 */
export function applyModel(reading: Reading, model: Model): void {
  const { candidates, lexemes } = readCandidates(reading, model)
  judge(reading, candidates, lexemes, model.judge)
  const { items, findings } = reading
  const covered = new Uint8Array(items.length)
  const kept: Finding[] = []
  const take = (finding: Finding): void => {
    kept.push(finding)
    for (const [index, item] of items.entries())
      if (finding.parts.some(({ start, end }) => start <= item.start && item.end <= end)) covered[index] = 1
  }
  const settled = new Set<number>()
  for (const finding of findings)
    if (sureRules.has(finding.rule)) {
      take(finding)
      settled.add(finding.at)
    }
  for (const finding of findings)
    if (finding.at >= 0 && !settled.has(finding.at) && !candidates.some(({ at }) => at === finding.at)) {
      take(finding)
      settled.add(finding.at)
    }
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (candidate.score < leastOf(reading, candidate, model) || settled.has(candidate.at)) continue
    if (share(candidate, covered) > 0.5) continue
    const finding = findingOf(reading, candidate)
    if (candidate.finding === null && !maySpeak(reading, finding.mention)) continue
    settled.add(candidate.at)
    take(finding)
  }
  // A rule's reading inside content that was taken is an inner attribution; the rest the model has turned down.
  for (const finding of findings) {
    if ((settled.has(finding.at) && finding.at >= 0) || kept.includes(finding)) continue
    const inside = kept.some(({ parts }) =>
      finding.parts.every((part) => parts.some(({ start, end }) => start <= part.start && part.end <= end)),
    )
    if (inside || finding.at < 0) kept.push(finding)
  }
  reading.findings = kept.toSorted((a, b) => (a.parts[0]?.start ?? 0) - (b.parts[0]?.start ?? 0))
}

/** What no rule found must be surer, surest where it is nothing but words in marks. */
function leastOf({ items }: Reading, { finding, content }: Candidate, { threshold }: Model): number {
  if (finding !== null) return Math.min(threshold, tuning.leastRuled)
  const bare = content.every(([first, end]) => items.slice(first, end).every(({ kind }) => kind === 'quote'))
  return bare ? Math.max(threshold, tuning.leastBare) : Math.max(threshold, tuning.leastAlone)
}

/** Whether a mention is of somebody or something that can speak: a name, a pronoun, people, a body, a document. */
function maySpeak({ items }: Reading, mention: Mention | null): boolean {
  const head = mention === null ? undefined : items[mention.end - 1]
  if (mention === null || head?.kind !== 'word') return false
  const { lower, capital } = head
  if (mention.kind === 'pronoun') return lower !== 'you' && lower !== 'that'
  // «Fourteen of the towns»: a capital that only opens the sentence names nobody.
  const opens = mention.end === 1 && items[1]?.lower === 'of'
  return (
    (capital && !opens) ||
    people.has(lower) ||
    bodies.has(lower) ||
    documents.has(lower) ||
    (lower.endsWith('s') && !lower.endsWith('ss'))
  )
}

function share({ content }: Candidate, covered: Uint8Array): number {
  let size = 0
  let both = 0
  for (const [first, end] of content)
    for (let at = first; at < end; at++) {
      size++
      both += covered[at] ?? 0
    }
  return size === 0 ? 1 : both / size
}

function findingOf(reading: Reading, candidate: Candidate): Finding {
  const { items, stretch } = reading
  const { content, source, at, finding, cue } = candidate
  if (finding !== null && (candidate.agreement >= tuning.agreement || onlyQuotes(items, finding)))
    return { ...finding, score: candidate.score }
  const parts = content.flatMap(([first, end]) => {
    const from = items[first]
    const to = items[end - 1]
    return from && to ? [{ start: from.start, end: to.end }] : []
  })
  const mention = source === null ? null : mentionOf(reading, source, finding)
  const verb = items[at]
  const lower = verb?.lower ?? ''
  const known = cueOf(lower)
  const from = items[cue[0]] ?? verb
  const to = items[cue[1] - 1] ?? verb
  return {
    rule: 'model',
    at,
    score: candidate.score,
    basis: mention === null ? 'none' : 'explicit',
    stretch,
    parts,
    cue:
      from === undefined || to === undefined
        ? null
        : {
            span: finding?.cue?.span ?? { start: from.start, end: to.end },
            lemma: finding?.cue?.lemma ?? known?.lemma ?? (lower === ':' ? null : baseOf(lower)),
            stance: finding?.cue?.stance ?? known?.stance ?? null,
            reports:
              finding?.cue?.reports ??
              known?.reports ??
              (lower === ':' || lower === 'according' ? 'speech' : 'act'),
            negated:
              finding?.cue?.negated ?? items.slice(cue[0], at).some((item) => negations.has(item.lower)),
          },
    mention,
    implicit: finding?.implicit === true && finding.mention === mention,
    addressee: finding?.addressee ?? null,
    continues: null,
    spoken: false,
    label: null,
    labelName: null,
  }
}

/** Marks are exact: what a rule found wholly in them is not redrawn. */
function onlyQuotes(items: Reading['items'], { parts }: Finding): boolean {
  return parts.every((part) =>
    items.some(({ kind, start, end }) => kind === 'quote' && start === part.start && end === part.end),
  )
}

/** The mention of the rules where it stands in the source that the model found, else the head of that source. */
function mentionOf(
  { items }: Reading,
  [first, end]: readonly [number, number],
  finding: Finding | null,
): Mention | null {
  const ruled = finding?.mention
  if (ruled && ruled.first < end && first < ruled.end) return ruled
  for (let last = first; last < end; last++) {
    const next = items[last + 1]
    const closes =
      last + 1 === end ||
      (next !== undefined &&
        (next.kind === 'mark' || /^(?:of|at|for|from|in|with|on|who|which)$/.test(next.lower)))
    if (!closes) continue
    const core = phraseEndingAt(items, last, first)
    if (core !== null && core.first >= first) return { ...core, wholeFirst: first, wholeEnd: end }
  }
  const kind = items[first]?.capital ? 'name' : 'nominal'
  return { first, end, wholeFirst: first, wholeEnd: end, kind }
}
