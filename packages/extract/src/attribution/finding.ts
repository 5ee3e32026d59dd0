import type { Span } from '@onrecord/schema'
import type { Document, Token } from '../document.ts'
import type { Stretch } from '../reading/stretch.ts'
import type { CueSite } from './cue.ts'
import type { Mention } from './mention.ts'

/** The cue of a finding, as the schema has it. */
export type FoundCue = {
  span: Span
  lemma: string | null
  stance: 'neutral' | 'assertive' | 'tentative' | 'denying' | 'questioning' | null
  reports: 'speech' | 'attitude' | 'act'
  negated: boolean
}

/** Something said, before its speaker is looked up. */
export type Finding = {
  rule: string
  /** Index of the head of its cue among the items of the stretch, -1 where it has none. */
  at: number
  score: number
  basis: 'explicit' | 'inherited' | 'floating' | 'turn' | 'none'
  /** Stretch of cue and mention; where they have none, of the content. */
  stretch: Stretch
  /** Content with its marks; trimmed when the candidate is made. */
  parts: Span[]
  cue: FoundCue | null
  /** The subject, in items of the stretch; null where none is named. */
  mention: Mention | null
  /** The mention belongs to another clause: noting, saying. */
  implicit: boolean
  addressee: string | null
  /** The finding it goes on from, for inherited and floating ones. */
  continues: Finding | null
  /** The whole content is somebody's words although no marks say so: a turn, a block quotation. */
  spoken: boolean
  /** A name that is not in the text around: a label of a transcript. */
  label: Span | null
  /** The name the label stands for, where the text says elsewhere: Witness: Mara Quill. */
  labelName: string | null
}

/** One stretch while the sieves go over it. */
export type Reading = {
  document: Document
  stretch: Stretch
  items: readonly Token[]
  cues: readonly CueSite[]
  /** Items that are already content, cue or mention of a finding. */
  taken: Uint8Array
  usedCues: Set<CueSite>
  findings: Finding[]
}

/** A rule with a name; it adds to `reading.findings` and marks what it takes. */
export type Sieve = { name: string; score: number; read: (reading: Reading) => void }

export function addFinding(
  reading: Reading,
  sieve: { name: string; score: number },
  found: {
    site: CueSite | null
    mention: Mention | null
    parts: readonly (readonly [number, number])[]
    implicit?: boolean
    addressee?: string | null
    at?: number
    cue?: FoundCue | null
    basis?: Finding['basis']
  },
): Finding | null {
  const { items, stretch } = reading
  const parts = found.parts.flatMap(([first, end]) => {
    const from = items[first]
    const to = items[end - 1]
    return from && to && first < end ? [{ start: from.start, end: to.end }] : []
  })
  if (parts.length === 0) return null
  for (const [first, end] of found.parts) reading.taken.fill(1, first, end)
  if (found.site) {
    reading.usedCues.add(found.site)
    reading.taken.fill(1, found.site.first, found.site.end)
  }
  if (found.mention && found.implicit !== true)
    reading.taken.fill(1, found.mention.wholeFirst, found.mention.wholeEnd)
  const finding: Finding = {
    rule: sieve.name,
    at: found.site?.at ?? found.at ?? -1,
    score: sieve.score,
    basis: found.basis ?? 'explicit',
    stretch,
    parts,
    cue: found.cue ?? (found.site ? cueOfSite(items, found.site) : null),
    mention: found.mention,
    implicit: found.implicit ?? false,
    addressee: found.addressee ?? null,
    continues: null,
    spoken: false,
    label: null,
    labelName: null,
  }
  reading.findings.push(finding)
  return finding
}

function cueOfSite(items: readonly Token[], { at, first, cue, negated }: CueSite): FoundCue | null {
  const from = items[first]
  const to = items[at]
  if (from === undefined || to === undefined) return null
  return {
    span: { start: from.start, end: to.end },
    lemma: cue.lemma,
    stance: cue.stance,
    reports: cue.reports,
    negated,
  }
}
