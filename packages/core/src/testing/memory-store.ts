import type { Kind, Records } from '@onrecord/schema'
import { DomainError } from '../error.ts'
import { canonicalJson } from '../patch.ts'
import type { DumpLine, Filters, RecordLine, Store } from '../store.ts'
import { keysetPage } from './keyset.ts'
import type { Directions, Key } from './keyset.ts'
import { claim, committed } from './memory-commit.ts'
import { known, overview, publishersNamed, sources, speakersNamed } from './memory-lists.ts'
import { clusterOf } from './memory-rows.ts'
import { facets, search, statistics } from './memory-search.ts'
import { clustersOf, copyOf, dangling, emptyState } from './memory-state.ts'
import type { State } from './memory-state.ts'

const DUMPED = [
  'source',
  'revision',
  'speaker',
  'citation',
  'occurrence',
  'quote',
  'statistic',
  'decision',
  'judgement',
] as const satisfies readonly Kind[]

type Listing<K extends Kind> = {
  matches: (record: Records[K], filter: Filters[K], state: State) => boolean
  key: (record: Records[K]) => Key
  directions: Directions
}
const any = <T>(wanted: T | undefined, value: T) => wanted === undefined || wanted === value

const listings: { [K in Kind]: Listing<K> } = {
  source: {
    matches: ({ key }, filter) => any(filter.key, key) && key.startsWith(filter.keyPrefix ?? ''),
    key: ({ id }) => [id],
    directions: [-1],
  },
  revision: {
    matches: ({ sourceId }, filter) => any(filter.sourceId, sourceId),
    key: ({ ordinal, id }) => [ordinal, id],
    directions: [-1, 1],
  },
  citation: {
    matches: ({ citingRevisionId }, filter) => any<string | null>(filter.citingRevisionId, citingRevisionId),
    key: ({ anchor, id }) => [anchor?.start ?? Number.MAX_SAFE_INTEGER, id],
    directions: [1, 1],
  },
  speaker: {
    matches: ({ id, name, kind }, filter, { slugs }) =>
      any(filter.name, name) &&
      any(filter.kind, kind) &&
      (filter.slug === undefined || slugs.get(filter.slug) === id),
    key: ({ id }) => [id],
    directions: [1],
  },
  occurrence: {
    matches: ({ revisionId }, filter) => any(filter.revisionId, revisionId),
    key: ({ parts, id }) => [parts[0]?.start ?? 0, id],
    directions: [1, 1],
  },
  quote: {
    matches: ({ speakerId, status, occurrenceIds }, filter, state) =>
      any<string | null>(filter.speakerId, speakerId) &&
      (filter.status === undefined || filter.status.includes(status)) &&
      standsIn(state, occurrenceIds, filter.revisionId),
    key: ({ id }) => [id],
    directions: [1],
  },
  statistic: {
    matches: ({ quoteId, assertedBy, review, occurrenceIds }, filter, state) =>
      any<string | null>(filter.quoteId, quoteId) &&
      any<string | null>(filter.assertedBy, assertedBy) &&
      (filter.status === undefined || filter.status.includes(review)) &&
      standsIn(state, occurrenceIds, filter.revisionId),
    key: ({ id }) => [id],
    directions: [1],
  },
  decision: {
    matches: ({ target }, filter) => any<string>(filter.target, target),
    key: ({ at, id }) => [at, id],
    directions: [-1, -1],
  },
  judgement: {
    matches: ({ left, right }, { member }) => member === undefined || left === member || right === member,
    key: ({ id }) => [id],
    directions: [1],
  },
}

function standsIn(
  { tables }: State,
  occurrenceIds: readonly string[],
  revisionId: string | undefined,
): boolean {
  return (
    revisionId === undefined ||
    occurrenceIds.some((id) => tables.occurrence.get(id)?.revisionId === revisionId)
  )
}

/** A small, whole Store that holds everything in memory. What it gives out is a copy: changing it changes nothing here. */
export function memoryStore({
  clock = () => new Date().toISOString(),
}: { clock?: () => string } = {}): Store {
  let state = emptyState()
  return {
    get: async (kind, id) => structuredClone(state.tables[kind].get(id) ?? null),
    getMany: async (kind, ids) => ids.flatMap((id) => structuredClone(state.tables[kind].get(id) ?? [])),
    list: async (kind, filter, page) => {
      const { matches, key, directions } = listings[kind]
      const rows = [...state.tables[kind].values()].filter((record) => matches(record, filter, state))
      return structuredClone(keysetPage(rows, page, key, directions))
    },
    search: async (query, page) => search(state, query, page),
    facets: async (query) => facets(state, query),
    statistics: async (query, page) => statistics(state, query, page),
    sources: async (page) => sources(state, page),
    speakersNamed: async (words, limit) => speakersNamed(state, words, limit),
    publishersNamed: async (words, limit) => publishersNamed(state, words, limit),
    cluster: async (id) => clusterOf(state, id),
    known: async (key, fingerprint) => known(state, key, fingerprint),
    overview: async () => overview(state),
    tombstone: async (id) => structuredClone(state.tombstones.get(id) ?? null),
    history: async ({ target, kind, since = 0 }, page) =>
      structuredClone(
        keysetPage(
          state.audit.filter(
            (entry) => any(target, entry.target) && any<string>(kind, entry.kind) && entry.seq > since,
          ),
          page,
          ({ seq }) => [seq],
          [-1],
        ),
      ),
    commit: async (changes, by) => {
      const done = committed(state, changes, by, clock())
      state = done.state
      return structuredClone(done.commit)
    },
    verify: async () => dangling(state),
    damage: async () => [],
    dump: () => dumped(state),
    load: async (lines, _by) => {
      const next = copyOf(state)
      const added = lines.filter((line) => loaded(next, line)).length
      const [fault] = dangling(next)
      if (fault !== undefined) throw new DomainError('invalid', `Nothing was loaded: ${fault}.`, { fault })
      next.clusters = clustersOf(next)
      next.audit.sort((a, b) => a.seq - b.seq)
      claimEarlierSlugs(next)
      next.commit = Math.max(next.commit, ...next.audit.map(({ commit }) => commit))
      state = next
      return { added, same: lines.length - added }
    },
    close: async () => {},
  }
}

async function* dumped(state: State): AsyncGenerator<DumpLine> {
  for (const kind of DUMPED) yield* linesOf(kind, state)
  for (const data of state.audit) yield structuredClone({ kind: 'auditEntry' as const, data })
  for (const data of state.tombstones.values()) yield structuredClone({ kind: 'tombstone' as const, data })
}

function linesOf<K extends Kind>(kind: K, { tables }: State): RecordLine<K>[] {
  return [...tables[kind].values()].map((data) => structuredClone({ kind, data }))
}

/** Slugs a speaker once had are told by the audit alone. */
function claimEarlierSlugs({ audit, tables, slugs }: State): void {
  for (const { kind, target, patch } of audit)
    for (const { path, old } of patch)
      if (
        kind === 'speaker' &&
        path === '/slug' &&
        typeof old === 'string' &&
        tables.speaker.has(target) &&
        !slugs.has(old)
      )
        slugs.set(old, target)
}

/** Whether the line was new. */
function loaded(state: State, line: DumpLine): boolean {
  if (line.kind === 'auditEntry') {
    const { data } = line
    const known = state.audit.find(({ id, seq }) => id === data.id || seq === data.seq)
    if (isKnown(known, data, `audit entry ${data.seq}`)) return false
    state.audit.push(structuredClone(data))
    return true
  }
  if (line.kind === 'tombstone') {
    if (isKnown(state.tombstones.get(line.data.id), line.data, `tombstone ${line.data.id}`)) return false
    state.tombstones.set(line.data.id, structuredClone(line.data))
    return true
  }
  return record(state, line)
}

function record<K extends Kind>(state: State, { kind, data }: RecordLine<K>): boolean {
  if (isKnown(state.tables[kind].get(data.id), data, `${kind} ${data.id}`)) return false
  state.tables[kind].set(data.id, structuredClone(data))
  claim(state, data.id)
  return true
}

function isKnown(known: unknown, data: unknown, what: string): boolean {
  if (known === undefined) return false
  if (canonicalJson(known) === canonicalJson(data)) return true
  throw new DomainError('conflict', `${what} is here already and differs from the one to load.`, { what })
}
