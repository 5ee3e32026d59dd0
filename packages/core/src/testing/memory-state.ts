import { kinds } from '@onrecord/schema'
import type { AuditEntry, Kind, Records } from '@onrecord/schema'
import type { Commit, Tombstone } from '../change.ts'
import { clusters } from '../speaker-cluster.ts'

export type Tables = { [K in Kind]: Map<string, Records[K]> }

/** All that a memory store holds. A commit works on a copy and puts it in place only when nothing failed. */
export type State = {
  tables: Tables
  audit: AuditEntry[]
  tombstones: Map<string, Tombstone>
  /** Every slug a living speaker has or had. */
  slugs: Map<string, string>
  commits: Map<string, Commit>
  commit: number
  clusters: ReadonlyMap<string, readonly string[]>
}

export function emptyState(): State {
  return {
    tables: {
      source: new Map(),
      revision: new Map(),
      citation: new Map(),
      speaker: new Map(),
      occurrence: new Map(),
      quote: new Map(),
      statistic: new Map(),
      decision: new Map(),
      judgement: new Map(),
    },
    audit: [],
    tombstones: new Map(),
    slugs: new Map(),
    commits: new Map(),
    commit: 0,
    clusters: new Map(),
  }
}

export function copyOf({ tables, ...rest }: State): State {
  return {
    tables: {
      source: new Map(tables.source),
      revision: new Map(tables.revision),
      citation: new Map(tables.citation),
      speaker: new Map(tables.speaker),
      occurrence: new Map(tables.occurrence),
      quote: new Map(tables.quote),
      statistic: new Map(tables.statistic),
      decision: new Map(tables.decision),
      judgement: new Map(tables.judgement),
    },
    audit: [...rest.audit],
    tombstones: new Map(rest.tombstones),
    slugs: new Map(rest.slugs),
    commits: new Map(rest.commits),
    commit: rest.commit,
    clusters: rest.clusters,
  }
}

/** Records without a version are made once and count as 1. */
export function versionOf(record: Records[Kind] | undefined): number {
  if (record === undefined) return 0
  return 'version' in record ? record.version : 1
}

export function clustersOf({ tables }: State): ReadonlyMap<string, readonly string[]> {
  return clusters([...tables.judgement.values()].filter(({ left }) => left.startsWith('spk_')))
}

/** The records that each record points at and that must be there. */
const references: { [K in Kind]: (record: Records[K]) => readonly (readonly [Kind, string | null])[] } = {
  source: () => [],
  revision: ({ sourceId, previousId }) => [
    ['source', sourceId],
    ['revision', previousId],
  ],
  citation: ({ citingRevisionId, issuerId }) => [
    ['revision', citingRevisionId],
    ['speaker', issuerId],
  ],
  speaker: () => [],
  occurrence: ({ revisionId, nested, continues }) => [
    ['revision', revisionId],
    ['occurrence', nested],
    ['occurrence', continues],
  ],
  quote: ({ speakerId, occurrenceIds }) => [
    ['speaker', speakerId],
    ...occurrenceIds.map((id) => ['occurrence', id] as const),
  ],
  statistic: ({ assertedBy, quoteId, occurrenceIds }) => [
    ['speaker', assertedBy],
    ['quote', quoteId],
    ...occurrenceIds.map((id) => ['occurrence', id] as const),
  ],
  decision: () => [],
  judgement: ({ left, right }) => {
    const kind = left.startsWith('spk_') ? 'speaker' : 'quote'
    return [
      [kind, left],
      [kind, right],
    ]
  },
}

/** One line for each record that points at nothing. */
export function dangling(state: State): string[] {
  return kinds.flatMap((kind) => danglingIn(kind, state))
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- ties the records of a kind to its references
function danglingIn<K extends Kind>(kind: K, { tables }: State): string[] {
  return [...tables[kind].values()].flatMap((record) =>
    references[kind](record)
      .filter(([to, id]) => id !== null && !tables[to].has(id))
      .map(([to, id]) => `${kind} ${record.id} points at ${to} ${id}, which is not there`),
  )
}
