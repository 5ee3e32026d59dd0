import { DomainError } from '@onrecord/core'
import type { Change, Commit, DumpLine } from '@onrecord/core'
import type { IsoTime } from '@onrecord/schema'
import { writer } from './commit.ts'
import type { Signed } from './commit.ts'
import type { Connection } from './connection.ts'
import { guarded } from './error.ts'
import { facets } from './facets.ts'
import { cluster, known, overview, publishersNamed, sources, speakersNamed } from './lists.ts'
import { get, getMany, history, list, tombstone } from './read.ts'
import { search } from './search.ts'
import { statistics } from './statistic-search.ts'
import { damage, verify } from './verify.ts'

/** What can be asked of a connection by name, and so also over a thread's wall: plain data in, plain data out. */
export const questions = {
  get,
  getMany,
  list,
  search,
  facets,
  statistics,
  sources,
  speakersNamed,
  publishersNamed,
  cluster,
  known,
  overview,
  tombstone,
  history,
  verify,
  damage,
}
export type Question = keyof typeof questions

/** Answers a question; throws domain errors. Arguments are those of the function of that name, its connection left out. */
export function answer(connection: Connection, question: Question, args: readonly unknown[]): unknown {
  return guarded(connection.file, () => Reflect.apply(questions[question], undefined, [connection, ...args]))
}

export type Hand = {
  commit(changes: readonly Change[], signed: Signed): Commit
  load(lines: readonly DumpLine[]): { added: number; same: number }
}

/** What writes; on a file opened for reading only, it refuses. */
export function handOf(connection: Connection, readOnly: boolean, clock: () => IsoTime): Hand {
  if (!readOnly) return writer(connection, clock)
  const refuse = () => {
    throw new DomainError(
      'unavailable',
      `${connection.file} was opened for reading only; nothing was stored.`,
      {},
    )
  }
  return { commit: refuse, load: refuse }
}
