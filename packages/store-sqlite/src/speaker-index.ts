import { clusters } from '@onrecord/core'
import type { Judgement } from '@onrecord/schema'
import type { Connection } from './connection.ts'
import { indexed } from './words.ts'

type Entry = { num: number; canonical_id: string; quotes: number; total: number; names: string }
type Answer = Pick<Judgement, 'id' | 'left' | 'right' | 'answer' | 'kept' | 'at'>

/** What a commit did to speakers: records put or erased, those with another name now, and pairs judged. */
export type SpeakerChanges = {
  touched: ReadonlySet<string>
  renamed: ReadonlySet<string>
  judged: ReadonlySet<string>
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
    // Sorted, so that a further record of the same names changes nothing and no quote is indexed anew.
    const names = indexed(ids.flatMap(namesOf).sort())
    const total = ids.reduce((sum, id) => sum + (entry.get(id)?.quotes ?? 0), 0)
    const moved = ids.filter((id) =>
      write(id, id === canonical ? { canonical, total, names } : { canonical, total: -1, names: '' }),
    )
    return before !== names || renamed.has(canonical) ? [...ids] : moved
  }

  return {
    /** Brings clusters up to the judgements; gives the speakers whose quotes and statistics must be indexed anew. */
    refresh({ touched, renamed, judged }: SpeakerChanges): Set<string> {
      const around = new Set<string>()
      for (const id of new Set([...touched, ...judged])) {
        const lives = record.get(id) !== undefined
        const isNew = lives && entry.get(id) === undefined
        if (isNew) add.run(id, id)
        if (lives && !isNew && !judged.has(id) && !renamed.has(id)) continue
        for (const member of [id, ...members.all(entry.get(id)?.canonical_id ?? id)]) around.add(member)
      }
      const found = clusters(answers.all(JSON.stringify([...around])))
      const changed = new Set<string>()
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
