import type {
  Facets,
  SearchFacetsInput,
  SearchPage,
  SearchPageInput,
  SearchQuery,
  SearchSuggestInput,
  SpeakerCard,
  Suggestions,
} from '@onrecord/schema'
import { permit } from './access.ts'
import type { Actor } from './access.ts'
import type { Deps } from './deps.ts'
import { fold } from './folding.ts'
import { slipOf } from './near-name.ts'
import { understand } from './search-query.ts'
import type { Store, StoreQuery } from './store.ts'
import { SIMILAR, SUGGESTED } from './tuning.ts'
import { maySee } from './visible.ts'

const NOTHING: Pick<SearchPage, 'items' | 'next' | 'total' | 'similar'> = {
  items: [],
  next: null,
  total: { count: 0, exact: true },
  similar: [],
}
const NO_FACETS: Facets = { speaker: [], source: [], kind: [], status: [], year: [], exact: true }

export function searchService({ store }: Pick<Deps, 'store'>) {
  return {
    /** A page of quotes; an empty first page says what would find something. */
    async page(actor: Actor, { query: asked, page }: SearchPageInput): Promise<SearchPage> {
      permit(actor, 'quote:read')
      const { query, understood, notices, isWordless } = await understand(store, actor, asked)
      if (isWordless) return { ...NOTHING, understood, notices, instead: await insteadOfNoWord(store, query) }
      const { items, next, total } = await store.search(query, page)
      const isEmpty = items.length === 0 && page.cursor === null
      return {
        items: [...items],
        next,
        total,
        understood,
        notices,
        instead: isEmpty ? await insteadOf(store, query) : [],
        similar: isEmpty ? await similarTo(store, query) : [],
      }
    },

    async facets(actor: Actor, { query: asked }: SearchFacetsInput): Promise<Facets> {
      permit(actor, 'quote:read')
      const { query, isWordless } = await understand(store, actor, asked)
      if (isWordless) return structuredClone(NO_FACETS)
      const facets = await store.facets(query)
      return { ...facets, status: facets.status.filter(({ value }) => maySee(actor, value)) }
    },

    /**
     * Speakers and outlets whose names fit what is typed; without words, those with most quotes, unnamed ones left
     * out. None without quotes.
     */
    async suggest(actor: Actor, { words }: SearchSuggestInput): Promise<Suggestions> {
      permit(actor, 'speaker:read')
      const isBlank = fold(words) === ''
      const limit = isBlank ? SUGGESTED.first : SUGGESTED.speakers
      const speakers = (await store.speakersNamed(words, SUGGESTED.among)).filter(
        ({ quotes, kind }) => quotes > 0 && !(isBlank && kind === 'unnamed'),
      )
      const sources = await store.publishersNamed(words, SUGGESTED.sources)
      return { speakers: speakers.slice(0, limit), sources: sources.filter(({ quotes }) => quotes > 0) }
    },
  }
}

/** Where nothing that can be searched was typed: what the filters find by themselves; nothing where there are none. */
async function insteadOfNoWord(store: Store, query: StoreQuery): Promise<SearchPage['instead']> {
  const { speakers, sources, kind, status, from, to } = query
  const isFiltered =
    [speakers, sources, kind, status].some(({ length }) => length > 0) || from !== null || to !== null
  if (!isFiltered) return []
  const { count } = (await store.search(query, { limit: 1, cursor: null })).total
  return count > 0 ? [{ dropped: 'q', count }] : []
}

/** Each filter that, left out alone, gives results; none where there is only one, since all there is would be no answer. */
async function insteadOf(store: Store, query: StoreQuery): Promise<SearchPage['instead']> {
  const without: readonly { dropped: keyof Omit<SearchQuery, 'sort'>; isSet: boolean; rest: StoreQuery }[] = [
    { dropped: 'q', isSet: query.terms.length > 0, rest: { ...query, terms: [] } },
    { dropped: 'speaker', isSet: query.speakers.length > 0, rest: { ...query, speakers: [] } },
    { dropped: 'source', isSet: query.sources.length > 0, rest: { ...query, sources: [] } },
    { dropped: 'kind', isSet: query.kind.length > 0, rest: { ...query, kind: [] } },
    { dropped: 'status', isSet: query.status.length > 0, rest: { ...query, status: [] } },
    { dropped: 'from', isSet: query.from !== null, rest: { ...query, from: null } },
    { dropped: 'to', isSet: query.to !== null, rest: { ...query, to: null } },
  ]
  const set = without.filter(({ isSet }) => isSet)
  if (set.length < 2) return []
  const found: SearchPage['instead'] = []
  for (const { dropped, rest } of set) {
    const { count } = (await store.search(rest, { limit: 1, cursor: null })).total
    if (count > 0) found.push({ dropped, count })
  }
  return found
}

/** Speakers whose name is a slip away from a word typed. */
async function similarTo(store: Store, { terms }: StoreQuery): Promise<SpeakerCard[]> {
  const found = new Map<string, { card: SpeakerCard; slip: number }>()
  for (const { text, excluded } of terms.slice(0, SIMILAR.shown)) {
    const word = fold(text)
    if (excluded || word.length < 4) continue
    // A slip in the first letters hides the name from a search by prefix, one in the later ones does not.
    for (const start of [word.slice(0, 2), word.slice(0, 1)])
      for (const card of await store.speakersNamed(start, SIMILAR.among)) {
        const slip = slipOf(word, card.name)
        if (slip !== null && card.quotes > 0) found.set(card.id, { card, slip })
      }
  }
  return [...found.values()]
    .toSorted((a, b) => a.slip - b.slip || b.card.quotes - a.card.quotes)
    .slice(0, SIMILAR.shown)
    .map(({ card }) => card)
}
