import type {
  AuditEntry, Facets, Kind, KnownSource, Overview, Page, PageInput, Records, ReviewStatus, SearchHit, SearchQuery, Slug, SourceCard, SourceKey,
  SpeakerCard, SpeakerId, StatisticCard, StatisticQuery, Total,
} from '@onrecord/schema'
import type { Author, Change, Commit, Tombstone } from './change.ts'

/** How each kind is listed; a missing field does not filter. Keyset order in brackets. */
export type Filters = {
  source: { key?: SourceKey } // newest first
  revision: { sourceId?: Records['source']['id'] } // ordinal, latest first
  citation: { citingRevisionId?: Records['revision']['id'] } // place in the text
  speaker: { slug?: Slug; name?: string; kind?: Records['speaker']['kind'] } // id
  occurrence: { revisionId?: Records['revision']['id'] } // place in the text
  quote: { speakerId?: SpeakerId; revisionId?: Records['revision']['id']; status?: readonly ReviewStatus[] } // id
  statistic: { quoteId?: Records['quote']['id']; revisionId?: Records['revision']['id']; status?: readonly ReviewStatus[] } // id
  decision: { target?: string } // newest first
  judgement: { member?: string } // id
}

export type HistoryFilter = { target?: string; kind?: Kind; since?: number }

/** Search as the store sees it: words already parsed, names already resolved to ids of whole clusters. */
export type Term = { text: string; phrase: boolean; prefix: boolean; excluded: boolean }
export type StoreQuery = Omit<SearchQuery, 'q' | 'speaker' | 'source'> & {
  terms: readonly Term[]
  speakers: readonly SpeakerId[]
  sources: readonly string[]
}

export type DumpLine =
  | { [K in Kind]: { kind: K; data: Records[K] } }[Kind]
  | { kind: 'auditEntry'; data: AuditEntry }
  | { kind: 'tombstone'; data: Tombstone }

/**
 * Everything Onrecord needs of a database. No method takes a function: nobody can hold a transaction open.
 * Every method may throw DomainError `unavailable` with what to do.
 */
export interface Store {
  get<K extends Kind>(kind: K, id: Records[K]['id']): Promise<Records[K] | null>
  /** In the order asked for; ids that do not exist are left out. */
  getMany<K extends Kind>(kind: K, ids: readonly Records[K]['id'][]): Promise<readonly Records[K][]>
  list<K extends Kind>(kind: K, filter: Filters[K], page: PageInput): Promise<Page<Records[K]>>
  /** Rows that arrive meanwhile neither shift nor repeat a page. */
  search(query: StoreQuery, page: PageInput): Promise<Page<SearchHit> & { total: Total }>
  facets(query: StoreQuery): Promise<Facets>
  statistics(query: StatisticQuery, page: PageInput): Promise<Page<StatisticCard> & { total: Total }>
  sources(page: PageInput): Promise<Page<SourceCard>>
  /** Canonical speakers whose folded names hold every folded word, the last one as a prefix; most quotes first. */
  speakersNamed(words: string, limit: number): Promise<readonly SpeakerCard[]>
  publishersNamed(words: string, limit: number): Promise<readonly { value: string; label: string; quotes: number }[]>
  /** All speaker records judged to be one with this, the canonical one first; itself alone where none is. */
  cluster(id: SpeakerId): Promise<readonly SpeakerId[]>
  known(key: SourceKey): Promise<KnownSource | null>
  overview(): Promise<Omit<Overview, 'sample'>>
  tombstone(id: string): Promise<Tombstone | null>
  history(filter: HistoryFilter, page: PageInput): Promise<Page<AuditEntry>>
  /** All or nothing; throws `stale`, `invalid`, `duplicate` or `unavailable`. */
  commit(changes: readonly Change[], by: Author): Promise<Commit>
  /** Checks the file itself: integrity, foreign keys, search index. One line a fault. */
  verify(): Promise<readonly string[]>
  /** A consistent copy of everything, records before what points at them; audit entries and tombstones too. */
  dump(): AsyncIterable<DumpLine>
  /** Takes dumped lines in, all or none of this call. Lines already present and equal are passed over; a differing one throws `conflict`. */
  load(lines: readonly DumpLine[], by: Author): Promise<{ added: number; same: number }>
  close(): Promise<void>
}
