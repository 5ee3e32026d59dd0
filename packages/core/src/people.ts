import type { Speaker, SpeakerId } from '@onrecord/schema'
import type { Store } from './store.ts'

/** Speakers loaded together: the records themselves, and the ones shown for them. */
export type People = {
  record: (id: SpeakerId | null) => Speaker | null
  shown: (id: SpeakerId | null) => Speaker | null
}

export async function loadPeople(store: Store, ids: Iterable<SpeakerId | null>): Promise<People> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const heads = new Map<SpeakerId, SpeakerId>()
  for (const id of wanted) heads.set(id, (await store.cluster(id))[0] ?? id)
  const speakers = await store.getMany('speaker', [...new Set([...wanted, ...heads.values()])])
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const record = (id: SpeakerId | null) => (id === null ? null : (byId.get(id) ?? null))
  return { record, shown: (id) => (id === null ? null : (record(heads.get(id) ?? id) ?? record(id))) }
}
