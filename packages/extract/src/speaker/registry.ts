import type { SourceMention, SpeakerMention, Span } from '@onrecord/schema'

type Kind = SpeakerMention['kind']
export type Speaker = Omit<SpeakerMention, 'mentions' | 'aliases'> & {
  mentions: Span[]
  aliases: Map<string, SpeakerMention['aliases'][number]['kind']>
  /** Whether the text calls the person he or she; null: it does not say. */
  man: boolean | null
}

/** The speakers and documents of one text while it is read; indices stay what they are. */
export function openRegistry() {
  const speakers: Speaker[] = []
  const byName = new Map<string, number>()
  const sources: { name: string; issuer: number | null; mentions: Span[] }[] = []
  const key = (kind: Kind, name: string): string =>
    `${kind === 'unnamed' ? 'unnamed' : 'named'} ${name.toLowerCase()}`

  return {
    speakers,
    sources,
    find: (kind: Kind, name: string): number | null => byName.get(key(kind, name)) ?? null,
    add(kind: Kind, name: string, man: boolean | null = null): number {
      const known = byName.get(key(kind, name))
      if (known !== undefined) return known
      speakers.push({ kind, name, aliases: new Map(), affiliations: [], mentions: [], man })
      byName.set(key(kind, name), speakers.length - 1)
      return speakers.length - 1
    },
    mention(index: number, span: Span): void {
      speakers[index]?.mentions.push(span)
    },
    alias(index: number, text: string, kind: 'full' | 'short' | 'acronym'): void {
      const speaker = speakers[index]
      if (speaker && speaker.kind !== 'unnamed' && text !== speaker.name && text.length > 0)
        speaker.aliases.set(text, kind)
    },
    source(name: string, issuer: number | null, span: Span): number {
      sources.push({ name, issuer, mentions: [span] })
      return sources.length - 1
    },
  }
}
export type Registry = ReturnType<typeof openRegistry>

/** As the schema has them: mentions in order and each once. */
export function closeRegistry({ speakers, sources }: Registry): {
  speakers: SpeakerMention[]
  sources: SourceMention[]
} {
  return {
    speakers: speakers.map(({ kind, name, aliases, affiliations, mentions }) => ({
      kind,
      name: name.toWellFormed(),
      aliases: [...aliases].map(([text, aliasKind]) => ({ text: text.toWellFormed(), kind: aliasKind })),
      affiliations,
      mentions: once(mentions),
    })),
    sources: sources.map(({ name, issuer, mentions }) => ({ name, issuer, mentions: once(mentions) })),
  }
}

function once(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const kept: Span[] = []
  for (const span of sorted) if ((kept.at(-1)?.end ?? -1) <= span.start) kept.push(span)
  return kept
}
