import type {
  Alias,
  Batch,
  CitationId,
  Extraction,
  IsoTime,
  Judgement,
  Speaker,
  SpeakerMention,
} from '@onrecord/schema'
import type { Put } from './change.ts'
import type { Deps } from './deps.ts'
import { everyRow } from './every-row.ts'
import { fold } from './folding.ts'
import { judgementIdOf } from './new-id.ts'
import { freeSlug, slugOf } from './slug.ts'
import type { Store } from './store.ts'

export type PlannedSpeakers = { speakers: readonly (Speaker | null)[]; changes: readonly Put[] }

/**
 * The speakers of a batch, by index; null for one nothing refers to. A source makes its own records and uses them
 * again when it is read again (`own`). One whose name is exactly that of others is judged to be the same, by the
 * system and openly, where those others are one speaker already; where they were told apart it stays alone.
 */
export async function planSpeakers(
  { store, newId, digest }: Pick<Deps, 'store' | 'newId' | 'digest'>,
  { extraction }: Batch,
  own: readonly Speaker[],
  at: IsoTime,
): Promise<PlannedSpeakers> {
  const used = usedIn(extraction)
  const slugs = new Set<string>()
  const made: (Speaker | null)[] = []
  const isNew = new Set<string>()
  for (const [index, mention] of extraction.speakers.entries()) {
    const known = used.has(index) ? own.find((speaker) => isOneWith(mention, speaker)) : undefined
    if (known !== undefined || !used.has(index)) {
      made.push(known ?? null)
      continue
    }
    const slug = await freeSlug(
      slugOf(mention.name),
      async (tried) =>
        slugs.has(tried) ||
        (await store.list('speaker', { slug: tried }, { limit: 1, cursor: null })).items.length > 0,
    )
    slugs.add(slug)
    const speaker = speakerRecord(newId('spk'), slug, mention, at)
    isNew.add(speaker.id)
    made.push(speaker)
  }
  const speakers = made.map((speaker, index) =>
    speaker === null ? null : withAffiliations(speaker, extraction.speakers[index], made),
  )
  const changes: Put[] = []
  for (const [index, speaker] of speakers.entries()) {
    if (speaker === null) continue
    if (isNew.has(speaker.id)) changes.push({ op: 'put', kind: 'speaker', next: speaker, reason: null })
    const isAlone = speakers.every((other, place) => place === index || other?.name !== speaker.name)
    const next = isNew.has(speaker.id) && isAlone ? await sameName(store, speaker, digest, at) : null
    if (next !== null) changes.push({ op: 'put', kind: 'judgement', next, reason: next.reason })
  }
  return { speakers, changes }
}

/** Those who speak, assert or issue, and the organisations they belong to. */
function usedIn({ quotes, statistics, sources, speakers }: Extraction): ReadonlySet<number> {
  const speaking = [
    ...quotes.map(({ speaker }) => speaker),
    ...statistics.map(({ assertedBy }) => assertedBy),
    ...sources.map(({ issuer }) => issuer),
  ]
  const used = new Set(speaking.filter((index) => index !== null))
  // Organisations found on the way join the set, and so are looked at in their turn.
  for (const index of used)
    for (const { organization } of speakers[index]?.affiliations ?? []) {
      const at = speakers.findIndex(
        (mention) =>
          isBody(mention.kind) && organization !== null && namesOf(mention).includes(fold(organization)),
      )
      if (at !== -1) used.add(at)
    }
  return used
}

function isBody(kind: Speaker['kind']): boolean {
  return kind === 'organization' || kind === 'government' || kind === 'group'
}

function namesOf({ name, aliases }: { name: string; aliases: readonly { text: string }[] }): string[] {
  return [name, ...aliases.map(({ text }) => text)].map(fold)
}

function isOneWith(mention: SpeakerMention, speaker: Speaker): boolean {
  return (
    mention.kind === speaker.kind &&
    (namesOf(speaker).includes(fold(mention.name)) || namesOf(mention).includes(fold(speaker.name)))
  )
}

function speakerRecord(
  id: Speaker['id'],
  slug: string,
  { kind, name, aliases }: SpeakerMention,
  at: IsoTime,
): Speaker {
  const told = new Map<string, Alias>()
  for (const alias of kind === 'unnamed' ? [] : aliases)
    if (alias.text !== name)
      told.set(`${alias.kind} ${alias.text}`, {
        text: alias.text,
        kind: alias.kind,
        language: null,
        from: null,
        to: null,
        rank: 'normal',
      })
  return {
    id,
    kind,
    name,
    slug,
    aliases: [...told.values()],
    affiliations: [],
    externalIds: [],
    description: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** A speaker this batch makes, with its roles; one that was there already keeps those it has. */
function withAffiliations(
  speaker: Speaker,
  mention: SpeakerMention | undefined,
  all: readonly (Speaker | null)[],
): Speaker {
  if (speaker.affiliations.length > 0 || speaker.version > 1) return speaker
  const told = new Map<string, Speaker['affiliations'][number]>()
  const noCitation: CitationId | null = null
  for (const { organization, role } of mention?.affiliations ?? []) {
    if (organization === null && role === null) continue
    const body = all.find(
      (other) =>
        other !== null &&
        other.id !== speaker.id &&
        isBody(other.kind) &&
        organization !== null &&
        namesOf(other).includes(fold(organization)),
    )
    told.set(JSON.stringify([organization, role]), {
      organizationId: body?.id ?? null,
      organization,
      role,
      from: null,
      to: null,
      rank: 'normal',
      citationId: noCitation,
    })
  }
  return { ...speaker, affiliations: [...told.values()] }
}

/** The judgement that a new speaker is who carries exactly its name; null where nobody does, or where it is not plain who. */
async function sameName(
  store: Store,
  { id, kind, name }: Speaker,
  digest: Deps['digest'],
  at: IsoTime,
): Promise<Judgement | null> {
  if (kind === 'unnamed' || (kind === 'person' && fold(name).split(' ').length < 2)) return null
  const namesakes = await everyRow((page) => store.list('speaker', { name, kind }, page))
  const [oldest] = namesakes
  if (oldest === undefined) return null
  const cluster = await store.cluster(oldest.id)
  if (!namesakes.every((namesake) => cluster.includes(namesake.id))) return null
  const kept = cluster[0] ?? oldest.id
  const [left, right] = kept < id ? [kept, id] : [id, kept]
  return {
    id: judgementIdOf(left, right, digest),
    left,
    right,
    answer: 'same',
    kept,
    reason: 'identical name',
    evidence: [],
    by: { kind: 'system', id: null, name: 'ingest' },
    at,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}
