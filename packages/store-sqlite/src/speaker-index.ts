import { clusters, foldKeys } from '@onrecord/core'
import type { Judgement } from '@onrecord/schema'
import type { Connection } from './connection.ts'
import { column, partsOf } from './words.ts'

type Entry = { num: number; canonical_id: string; quotes: number; total: number; names: string }
type Answer = Pick<Judgement, 'id' | 'left' | 'right' | 'answer' | 'kept' | 'at'>

/** What a commit did to speakers; fields as in `Touched`. */
export type SpeakerChanges = {
  touched: ReadonlySet<string>
  renamed: ReadonlySet<string>
  judged: ReadonlySet<string>
  joined: readonly { kept: string; other: string }[]
}

/** Keeps `speaker_entry` and `speaker_words`: clusters as judged, their names, how many quotes are shown of each. */
export function speakerIndex({ sqlite }: Connection) {
  const record = sqlite.prepare<[string], { name: string; aliases: string }>(
    'SELECT name, aliases FROM speaker WHERE id = ?',
  )
  const entry = sqlite.prepare<[string], Entry>(
    'SELECT num, canonical_id, quotes, total, names FROM speaker_entry WHERE speaker_id = ?',
  )
  const members = sqlite
    .prepare<[string], string>('SELECT speaker_id FROM speaker_entry WHERE canonical_id = ?')
    .pluck()
  const twoOf = sqlite
    .prepare<[string], string>('SELECT speaker_id FROM speaker_entry WHERE canonical_id = ? LIMIT 2')
    .pluck()
  const answers = sqlite.prepare<[string], Answer>(
    `SELECT id, "left", "right", answer, kept, at FROM judgement
     WHERE answer = 'same' AND "left" IN (SELECT value FROM json_each(?))`,
  )
  const add = sqlite.prepare(
    `INSERT INTO speaker_entry (speaker_id, canonical_id, quotes, total, names) VALUES (?, ?, 0, 0, '')`,
  )
  const set = sqlite.prepare(
    'UPDATE speaker_entry SET canonical_id = ?, total = ?, names = ? WHERE speaker_id = ?',
  )
  const drop = sqlite.prepare('DELETE FROM speaker_entry WHERE speaker_id = ?')
  const countOwn = sqlite.prepare('UPDATE speaker_entry SET quotes = quotes + ? WHERE speaker_id = ?')
  const countAll = sqlite.prepare(
    'UPDATE speaker_entry SET total = total + ? WHERE speaker_id = (SELECT canonical_id FROM speaker_entry WHERE speaker_id = ?)',
  )
  const dropWords = sqlite.prepare('DELETE FROM speaker_words WHERE rowid = ?')
  const addWords = sqlite.prepare('INSERT INTO speaker_words (rowid, names) VALUES (CAST(? AS INTEGER), ?)')

  function namesOf(id: string): string[] {
    const row = record.get(id)
    if (row === undefined) return []
    const aliases: { text: string }[] = JSON.parse(row.aliases)
    return [row.name, ...aliases.map(({ text }) => text)]
  }

  function write(id: string, next: { canonical: string; total: number; names: string }): boolean {
    const old = entry.get(id)
    if (old === undefined) return false
    if (old.canonical_id === next.canonical && old.total === next.total && old.names === next.names)
      return false
    set.run(next.canonical, next.total, next.names, id)
    if (old.names !== next.names) {
      if (old.names !== '') dropWords.run(BigInt(old.num))
      if (next.names !== '') addWords.run(old.num, next.names)
    }
    return old.canonical_id !== next.canonical
  }

  /** Writes one cluster, its canonical record first; gives its members where what is indexed of their quotes differs now. */
  function writeCluster(ids: readonly string[], renamed: ReadonlySet<string>): string[] {
    const [canonical] = ids
    if (canonical === undefined) return []
    const before = entry.get(canonical)?.names ?? ''
    const names = namesColumn(ids.flatMap(namesOf).flatMap((name) => foldKeys(name)))
    const total = ids.reduce((sum, id) => sum + (entry.get(id)?.quotes ?? 0), 0)
    const moved = ids.filter((id) =>
      write(id, id === canonical ? { canonical, total, names } : { canonical, total: -1, names: '' }),
    )
    return before !== names || renamed.has(canonical) ? [...ids] : moved
  }

  /**
   * Joins a record that was alone to the cluster that `kept` stands for, without looking at the others in it: each
   * article brings a record of its own for a speaker, so a cluster may have thousands. Gives the speakers whose quotes
   * must be indexed anew; null, and nothing is done, where another record may have to be shown than `kept`.
   */
  function join(kept: string, other: string): string[] | null {
    const [cluster, single] = [entry.get(kept), entry.get(other)]
    if (cluster === undefined || single === undefined) return null
    if (record.get(kept) === undefined || record.get(other) === undefined) return null
    if (cluster.canonical_id !== kept || cluster.names === '') return null
    if (single.canonical_id !== other || twoOf.all(other).length > 1) return null
    const added = namesOf(other).flatMap((name) => foldKeys(name))
    const names = namesColumn([...partsOf(cluster.names), ...added])
    write(kept, { canonical: kept, total: cluster.total + single.quotes, names })
    write(other, { canonical: kept, total: -1, names: '' })
    return names === cluster.names ? [other] : members.all(kept)
  }

  return {
    /** Brings clusters up to the judgements; gives the speakers whose quotes and statistics must be indexed anew. */
    refresh({ touched, renamed, judged, joined }: SpeakerChanges): Set<string> {
      const changed = new Set<string>()
      const looked = new Set([...judged, ...renamed])
      for (const id of [...touched, ...judged, ...joined.flatMap(({ kept, other }) => [kept, other])])
        if (record.get(id) !== undefined && entry.get(id) === undefined) add.run(id, id)
      for (const { kept, other } of joined) {
        const moved = looked.has(kept) || looked.has(other) ? null : join(kept, other)
        if (moved === null) looked.add(kept).add(other)
        else for (const id of moved) changed.add(id)
      }
      const around = new Set<string>()
      for (const id of new Set([...touched, ...looked])) {
        const now = entry.get(id)
        const isPlaced = now !== undefined && (now.canonical_id !== id || now.names !== '')
        if (isPlaced && !looked.has(id) && record.get(id) !== undefined) continue
        for (const member of [id, ...members.all(now?.canonical_id ?? id)]) around.add(member)
      }
      const found = clusters(answers.all(JSON.stringify([...around])))
      const done = new Set<string>()
      for (const id of around) {
        if (done.has(id)) continue
        if (record.get(id) === undefined) {
          // On its own until its quotes are gone, so that counting them down leaves the rest of its cluster alone.
          write(id, { canonical: id, total: entry.get(id)?.quotes ?? 0, names: '' })
          continue
        }
        const cluster = (found.get(id) ?? [id]).filter((member) => record.get(member) !== undefined)
        for (const member of cluster) done.add(member)
        for (const member of writeCluster(cluster, renamed)) changed.add(member)
      }
      return changed
    },
    /** Counts quotes of a speaker that are shown, or no longer. */
    count(id: string, quotes: number): void {
      countOwn.run(quotes, id)
      countAll.run(quotes, id)
    },
    /** Takes away the entries of erased speakers; last of all, since counts need them. */
    drop(ids: Iterable<string>): void {
      for (const id of ids) {
        const old = entry.get(id)
        if (old === undefined || record.get(id) !== undefined) continue
        if (old.names !== '') dropWords.run(BigInt(old.num))
        drop.run(id)
      }
    },
  }
}
export type SpeakerIndex = ReturnType<typeof speakerIndex>

/** Sorted, so that a further record of the same names changes nothing and no quote is indexed anew. */
const namesColumn = (keys: readonly string[]) => column([...keys].sort())
