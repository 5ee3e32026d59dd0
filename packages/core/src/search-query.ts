import { PartialDate, QuotationKind, ReviewStatus, SourceId } from '@onrecord/schema'
import type { SearchPage, SearchQuery, SpeakerId } from '@onrecord/schema'
import type { Actor } from './access.ts'
import { dayOf, lastDayOf } from './day.ts'
import { fold } from './folding.ts'
import { piecesOf, termsOf, typed } from './query-words.ts'
import type { Piece } from './query-words.ts'
import { slugOf } from './slug.ts'
import type { Store, StoreQuery } from './store.ts'
import { NAMES_PER_TOKEN } from './tuning.ts'
import { maySee } from './visible.ts'

export type Understood = {
  query: StoreQuery
  understood: SearchQuery
  notices: SearchPage['notices']
  /** Something was typed, yet no word that can be searched: it finds nothing, where no words at all find everything. */
  isWordless: boolean
}
type Speakers = { slugs: string[]; ids: SpeakerId[] }

/**
 * What a query means: tokens read out of its words, names and slugs turned into whole clusters of speakers. What
 * cannot be understood is searched as words and named in `notices`. Never throws for anything typed.
 */
export async function understand(store: Store, actor: Actor, asked: SearchQuery): Promise<Understood> {
  const speakers: Speakers = { slugs: [], ids: [] }
  const found = {
    source: new Set<string>(),
    kind: new Set(asked.kind),
    status: new Set(asked.status),
    from: asked.from,
    to: asked.to,
  }
  const notices: SearchPage['notices'] = []
  const words: Piece[] = []
  let tokens = 0

  const asWords = (value: string) =>
    words.push(
      ...value
        .split(/\s+/u)
        .filter(Boolean)
        .map((word) => ({ name: null, value: word, quoted: false, excluded: false })),
    )
  const unknown = (code: SearchPage['notices'][number]['code'], text: string, value: string) => {
    notices.push({ code, text })
    asWords(value)
  }
  const addSpeakers = async (value: string, known: readonly SpeakerId[]) => {
    if (known.length === 0)
      unknown('unknownSpeaker', `There is no speaker called “${value}”. Searched the words instead.`, value)
    for (const id of known) await addCluster(store, speakers, id)
  }
  const addSources = (value: string, known: readonly string[]) => {
    if (known.length === 0)
      unknown('unknownSource', `There is no source called “${value}”. Searched the words instead.`, value)
    for (const source of known) found.source.add(source)
  }
  const read = async ({ name, value }: Piece): Promise<boolean> => {
    switch (name) {
      case 'speaker':
        await addSpeakers(value, await speakersCalled(store, value))
        return true
      case 'source':
        addSources(value, await sourcesCalled(store, value))
        return true
      case 'kind':
        return add(found.kind, QuotationKind.safeParse(value.toLowerCase()).data)
      case 'status':
        return add(found.status, ReviewStatus.safeParse(value.toLowerCase()).data)
      case 'from':
      case 'after':
      case 'to':
      case 'before': {
        const date = PartialDate.safeParse(value).data
        if (date === undefined)
          unknown('badDate', `“${value}” is not a date. Write 2024, 2024-05 or 2024-05-03.`, value)
        else found[name === 'from' || name === 'after' ? 'from' : 'to'] = date
        return true
      }
      case null:
      default:
        return false
    }
  }

  for (const piece of piecesOf(asked.q)) {
    const isToken = piece.name !== null && TOKENS.has(piece.name)
    if (isToken) tokens++
    if (isToken && piece.value.trim() === '') continue
    if (isToken && piece.excluded) words.push({ ...piece, name: null })
    else if (!isToken || !(await read(piece))) words.push(piece)
  }
  for (const slug of asked.speaker) {
    const [record] = (await store.list('speaker', { slug }, { limit: 1, cursor: null })).items
    await addSpeakers(slug.replaceAll('-', ' '), record === undefined ? [] : [record.id])
  }
  for (const value of asked.source) addSources(value.replaceAll('-', ' '), await sourceValue(store, value))

  const changed = tokens > 0 || notices.length > 0
  const q = changed ? typed(words).slice(0, 10_000) : asked.q
  const terms = termsOf(q)
  const isWordless = terms.length === 0 && (words.length > 0 || (tokens === 0 && asked.q.trim() !== ''))
  if (isWordless) notices.push({ code: 'nothingToSearch', text: shown(asked.q.trim() || q) })
  if (areReversed(found)) notices.push({ code: 'datesReversed', text: `${found.from} – ${found.to}` })
  const status = [...found.status].filter((state) => maySee(actor, state))
  const filters = { kind: [...found.kind], status, from: found.from, to: found.to, sort: asked.sort }
  const sources = [...found.source]
  return {
    query: { ...filters, terms, speakers: speakers.ids, sources },
    understood: { ...filters, q, speaker: speakers.slugs, source: sources },
    notices,
    isWordless,
  }
}

const TOKENS = new Set(['speaker', 'source', 'kind', 'status', 'from', 'after', 'to', 'before'])

function add<T>(set: Set<T>, value: T | undefined): boolean {
  if (value === undefined) return false
  set.add(value)
  return true
}

/** What was typed, short enough to be told again, and well-formed. */
function shown(typedWords: string): string {
  return typedWords.slice(0, 200).toWellFormed()
}

function areReversed({ from, to }: Pick<SearchQuery, 'from' | 'to'>): boolean {
  return from !== null && to !== null && dayOf(from) > lastDayOf(to)
}

async function addCluster(store: Store, { slugs, ids }: Speakers, id: SpeakerId): Promise<void> {
  if (ids.includes(id)) return
  const cluster = await store.cluster(id)
  const shown = await store.get('speaker', cluster[0] ?? id)
  ids.push(...cluster)
  if (shown !== null) slugs.push(shown.slug)
}

/** Those of just that name; else of that slug, present or earlier; else those few whose names hold the words. */
async function speakersCalled(store: Store, value: string): Promise<readonly SpeakerId[]> {
  if (fold(value) === '') return []
  const cards = await store.speakersNamed(value, NAMES_PER_TOKEN + 1)
  const exact = cards.filter(({ name }) => fold(name) === fold(value))
  if (exact.length > 0) return exact.map(({ id }) => id)
  const [record] = (await store.list('speaker', { slug: slugOf(value) }, { limit: 1, cursor: null })).items
  if (record !== undefined) return [record.id]
  return cards.length <= NAMES_PER_TOKEN ? cards.map(({ id }) => id) : []
}

async function sourcesCalled(store: Store, value: string): Promise<readonly string[]> {
  const exact = await sourceValue(store, value)
  if (exact.length > 0 || fold(value) === '') return exact
  const outlets = await store.publishersNamed(value, NAMES_PER_TOKEN + 1)
  return outlets.length <= NAMES_PER_TOKEN ? outlets.map((outlet) => outlet.value) : []
}

/** The id of a source or the slug of a publisher that is there. */
async function sourceValue(store: Store, value: string): Promise<readonly string[]> {
  const id = SourceId.safeParse(value).data
  if (id !== undefined) return (await store.get('source', id)) === null ? [] : [id]
  if (fold(value) === '') return []
  const outlets = await store.publishersNamed(value, 20)
  return outlets.filter((outlet) => outlet.value === slugOf(value)).map((outlet) => outlet.value)
}
