import type { AuditEntry, IsoTime, Kind, PatchStep } from '@onrecord/schema'
import { byOf } from '../access.ts'
import type { Author, Change, Commit, Erase, Put } from '../change.ts'
import { DomainError } from '../error.ts'
import { ulidOf } from '../new-id.ts'
import { diff } from '../patch.ts'
import { clustersOf, copyOf, dangling, versionOf } from './memory-state.ts'
import type { State } from './memory-state.ts'

/** The state after a commit, and the commit; throws and leaves the state as it was, or gives the first commit of that key. */
export function committed(
  before: State,
  changes: readonly Change[],
  by: Author,
  at: IsoTime,
): { state: State; commit: Commit } {
  const first = by.key === null ? undefined : before.commits.get(by.key)
  if (first !== undefined) return { state: before, commit: { ...first, replayed: true } }
  const state = copyOf(before)
  state.commit += 1
  const entries = changes.map((change) => {
    const made = change.op === 'put' ? put(state, change) : erase(state, change, at)
    const seq = (state.audit.at(-1)?.seq ?? 0) + 1
    const entry: AuditEntry = {
      id: `aud_${ulidOf(BigInt(seq))}`,
      seq,
      commit: state.commit,
      kind: change.kind,
      ...made,
      cause: change.op === 'erase' ? 'erase' : by.cause,
      reason: change.reason,
      decisionId: by.decisionId ?? null,
      by: byOf(by.permit.actor),
      at,
    }
    state.audit.push(entry)
    return entry
  })
  const [fault] = dangling(state)
  if (fault !== undefined) throw new DomainError('invalid', `Nothing was stored: ${fault}.`, { fault })
  state.clusters = clustersOf(state)
  const commit: Commit = { seq: state.commit, at, replayed: false, entries }
  if (by.key !== null) state.commits.set(by.key, commit)
  return { state, commit }
}

type Made = { target: string; from: number; to: number; patch: PatchStep[] }

function put<K extends Kind>(state: State, { kind, next }: Put<K>): Made {
  const table = state.tables[kind]
  const old = table.get(next.id)
  const from = versionOf(old)
  const to = versionOf(next)
  if (to !== from + 1 || state.tombstones.has(next.id))
    throw new DomainError(
      'stale',
      `${kind} ${next.id} is at version ${from}, and version ${to} does not follow it. Load it again.`,
      {
        kind,
        id: next.id,
        stored: from,
        next: to,
      },
    )
  table.set(next.id, structuredClone(next))
  if (kind === 'speaker' || kind === 'source') claim(state, next.id)
  return { target: next.id, from, to, patch: old === undefined ? [] : diff(old, next) }
}

/** Keys and slugs belong to one record; a slug once used stays with its speaker while that lives. */
export function claim(state: State, id: string): void {
  const speaker = state.tables.speaker.get(id)
  if (speaker !== undefined) {
    const owner = state.slugs.get(speaker.slug)
    if (owner !== undefined && owner !== id)
      throw new DomainError('duplicate', `The slug ${speaker.slug} belongs to another speaker.`, {
        slug: speaker.slug,
        owner,
      })
    state.slugs.set(speaker.slug, id)
  }
  const source = state.tables.source.get(id)
  const twin =
    source && [...state.tables.source.values()].find((other) => other.key === source.key && other.id !== id)
  if (twin !== undefined)
    throw new DomainError('duplicate', `There is a source of the key ${twin.key} already.`, {
      key: twin.key,
      owner: twin.id,
    })
}

function erase<K extends Kind>(state: State, { kind, id, version, reason }: Erase<K>, at: IsoTime): Made {
  const stored = versionOf(state.tables[kind].get(id))
  if (stored !== version || stored === 0)
    throw new DomainError('stale', `${kind} ${id} is at version ${stored}, not ${version}. Load it again.`, {
      kind,
      id,
      stored,
      next: version,
    })
  state.tables[kind].delete(id)
  state.tombstones.set(id, { id, kind, reason, at })
  for (const [slug, owner] of state.slugs) if (owner === id) state.slugs.delete(slug)
  state.audit = state.audit.map((entry) =>
    entry.target === id
      ? { ...entry, patch: entry.patch.map((step) => ({ ...step, old: null, value: null })) }
      : entry,
  )
  return { target: id, from: version, to: version + 1, patch: [] }
}
