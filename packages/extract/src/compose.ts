import type { QuoteCandidate, SourceMention, SpeakerMention, Span } from '@onrecord/schema'
import { attribute } from './attribution/attribute.ts'
import type { Finding } from './attribution/finding.ts'
import { contentReader } from './candidate.ts'
import type { Content } from './candidate.ts'
import type { Document } from './document.ts'
import { auxiliaries, prepositions } from './languages/en/words.ts'
import { closeRegistry } from './speaker/registry.ts'
import { openResolver } from './speaker/resolve.ts'
import type { Model } from './model/weights.ts'
import { linkNested } from './nest.ts'
import { tuning } from './tuning.ts'

/** Quotes in order of their first part, the speakers and documents they point at. */
export function findQuotes(
  document: Document,
  model: Model | null,
  careful = false,
): {
  quotes: QuoteCandidate[]
  speakers: SpeakerMention[]
  sources: SourceMention[]
} {
  const { findings, terms } = attribute(document, model)
  const read = contentReader(document, terms)
  const items: { finding: Finding; content: Content }[] = []
  for (const finding of findings) {
    const content = read(finding)
    if (content !== null && !(careful && isDoubtful(finding, content))) items.push({ finding, content })
  }
  items.sort(
    (a, b) => start(a.content.parts) - start(b.content.parts) || end(b.content.parts) - end(a.content.parts),
  )
  const { registry, resolve } = openResolver(document)
  const resolved = new Map(
    items
      .toSorted((a, b) => reading(a.finding) - reading(b.finding))
      .map(({ finding }) => [finding, resolve(finding)]),
  )
  const quotes: QuoteCandidate[] = []
  const placeOf = new Map(items.map(({ finding }, index) => [finding, index]))
  for (const { finding, content } of items) {
    const found = resolved.get(finding)
    if (found === undefined) continue
    const before = finding.continues ? placeOf.get(finding.continues) : undefined
    quotes.push({
      ...content,
      cue:
        finding.cue === null || touches(finding.cue.span, content.verbatim)
          ? null
          : {
              span: finding.cue.span,
              lemma: finding.cue.lemma,
              stance: finding.cue.stance,
              reports: finding.cue.reports,
              negated: finding.cue.negated,
            },
      mention: found.mention?.span && touches(found.mention.span, content.verbatim) ? null : found.mention,
      speaker: found.speaker,
      source: found.source,
      nestedIn: null,
      continues: before !== undefined && before < quotes.length ? before : null,
      attribution: {
        basis: finding.basis,
        rule: finding.rule,
        score: standsAlone(document, finding, content) ? finding.score : Math.min(finding.score, bareDenial),
        via: found.via,
        addressee: finding.addressee,
        evidence: inOrder([
          ...(finding.cue ? [finding.cue.span] : []),
          ...(found.mention?.span ? [found.mention.span] : []),
          ...found.evidence,
        ]),
      },
    })
  }
  const all = linkNested(document, quotes, terms)
  return { quotes: all, ...closeRegistry(registry) }
}

/** Most that a denial of something named elsewhere is worth. */
const bareDenial = 0.4

/** «denied the accusations»: what is denied stands elsewhere, and the words alone mean nothing. */
function standsAlone({ text }: Document, { cue }: Finding, { kind, parts }: Content): boolean {
  if (kind !== 'indirect' || cue?.stance !== 'denying') return true
  const words = text.slice(start(parts), end(parts)).toLowerCase().split(/\s+/)
  const definite = /^(?:the|these|those|this|that|such|all|both|any|his|her|its|their)$/.test(words[0] ?? '')
  const more = words.slice(1)
  return (
    !definite ||
    more.length > 3 ||
    more.some((word) => prepositions.has(word) || auxiliaries.has(word) || word.endsWith('ing'))
  )
}

/** What only the weights found in words that are nobody's own, unsure or by a cue that tells an act. */
const isDoubtful = ({ rule, cue, score }: Finding, { kind }: Content): boolean =>
  rule === 'model' && kind === 'indirect' && (score < tuning.leastCareful || cue?.reports === 'act')

const start = (parts: readonly Span[]): number => parts[0]?.start ?? 0
const end = (parts: readonly Span[]): number => parts.at(-1)?.end ?? 0
/** Where a finding is read: its cue, else its content; one that leans on another comes after it. */
const reading = (finding: Finding): number =>
  finding.continues ? Math.max(own(finding), own(finding.continues) + 0.5) : own(finding)
const own = ({ cue, parts }: Finding): number => cue?.span.start ?? start(parts)
const touches = (span: Span, spans: readonly Span[]): boolean =>
  spans.some((other) => span.start < other.end && other.start < span.end)

function inOrder(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter((span, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= span.start)
}
