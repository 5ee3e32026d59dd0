import type {
  AuditEntry,
  Facets,
  Kind,
  KnownSource,
  Overview,
  Page,
  PageInput,
  Records,
  ReviewStatus,
  SearchHit,
  SearchQuery,
  Sha256,
  Slug,
  SourceCard,
  SourceKey,
  SpeakerCard,
  SpeakerId,
  StatisticCard,
  StatisticQuery,
  Total,
} from '@onrecord/schema'
import type { Author, Change, Commit, Tombstone } from './change.ts'

/** How each kind is listed; a missing field does not filter. Keyset order in brackets. */
export type Filters = {
  source: { key?: SourceKey; keyPrefix?: string } // newest first: latest id first
  revision: { sourceId?: Records['source']['id'] } // ordinal, latest first
  citation: { citingRevisionId?: Records['revision']['id'] } // place in the text
  /** `slug`: one it has or once had. `name`: exactly so, code unit by code unit. */
  speaker: { slug?: Slug; name?: string; kind?: Records['speaker']['kind'] } // id
  occurrence: { revisionId?: Records['revision']['id'] } // place in the text
  quote: { speakerId?: SpeakerId; revisionId?: Records['revision']['id']; status?: readonly ReviewStatus[] } // id
  statistic: {
    quoteId?: Records['quote']['id']
    revisionId?: Records['revision']['id']
    assertedBy?: SpeakerId
    status?: readonly ReviewStatus[]
  } // id
  decision: { target?: string } // newest first
  judgement: { member?: string } // id
}

export type HistoryFilter = { target?: string; kind?: Kind; since?: number }

/**
 * Search as the store sees it: words already parsed, names already resolved to ids of whole clusters.
 * - A quote matches when every term is found in its text or in one name of its speaker (names and aliases of the
 *   whole cluster), and no excluded one is. A term is the words of `foldKeys(text)` side by side, the last one a
 *   prefix where `prefix` says so; any key of the term may stand in any key of the text.
 * - Kinds: none asked is all but `term`. Status: none asked is all but `rejected` and `withdrawn`.
 * - The date of a quote is `saidAt`, else its source's `publishedAt`; it counts as the first day of what is known
 *   (`dayOf`). `from` and `to` take in whole years, months or days. Undated quotes are outside any range.
 * - Order `new`: latest day first, undated last, within a source by place in the text. `best` is the store's own.
 * - The source of a quote, and its kind, is that of its first occurrence. `sources` holds slugs of publishers
 *   (`slugOf(publisher.name)`) and ids of sources.
 */
export type Term = { text: string; phrase: boolean; prefix: boolean; excluded: boolean }
export type StoreQuery = Omit<SearchQuery, 'q' | 'speaker' | 'source'> & {
  terms: readonly Term[]
  speakers: readonly SpeakerId[]
  sources: readonly string[]
}

export type RecordLine<K extends Kind = Kind> = { [P in K]: { kind: P; data: Records[P] } }[K]
export type DumpLine =
  | RecordLine
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
  /** Rows that arrive meanwhile neither shift nor repeat a page. Throws `invalid` for a cursor it did not make. */
  search(query: StoreQuery, page: PageInput): Promise<Page<SearchHit> & { total: Total }>
  /** Each facet ignores its own ticks (`year`: from and to; checked where both are that year). Speakers by canonical slug. */
  facets(query: StoreQuery): Promise<Facets>
  /**
   * `q` is read by `termsOf`, over measure, population, place, surface, sentence and asserter. Place, unit and measure
   * fit by `placeKeys`, `unitKeys` and `seriesOf`; from and to by `holdsDuring`. Order `new` as in search; the others by
   * value (or low), start of the period (or its end), words of the measure or the place, unknown last, then as in search.
   */
  statistics(query: StatisticQuery, page: PageInput): Promise<Page<StatisticCard> & { total: Total }>
  /** Latest day published first, undated last. */
  sources(page: PageInput): Promise<Page<SourceCard>>
  /** Canonical speakers whose folded names (of the whole cluster) hold every folded word, the last one as a prefix; most quotes first. No words: all. */
  speakersNamed(words: string, limit: number): Promise<readonly SpeakerCard[]>
  /** `value` is `slugOf(label)`; matched and ordered as speakers are. */
  publishersNamed(
    words: string,
    limit: number,
  ): Promise<readonly { value: string; label: string; quotes: number }[]>
  /** All speaker records judged to be one with this, the canonical one first; itself alone where none is. */
  cluster(id: SpeakerId): Promise<readonly SpeakerId[]>
  /**
   * By key; where no source has it, the oldest source (lowest id) whose latest revision has the fingerprint, null none.
   * `extractor`: from `foundBy` of the latest occurrence there that a rule or model found; null where there is none.
   */
  known(key: SourceKey, fingerprint: Sha256 | null): Promise<KnownSource | null>
  /** Quotes, statistics: public ones, terms left out. Speakers: canonical ones of such quotes. Publishers: different slugs. */
  overview(): Promise<Omit<Overview, 'sample'>>
  tombstone(id: string): Promise<Tombstone | null>
  /** Newest first; `since`: entries of a higher seq. */
  history(filter: HistoryFilter, page: PageInput): Promise<Page<AuditEntry>>
  /**
   * All or nothing. Throws `stale` where the stored version is not `next.version - 1` (records without a version
   * count as 1, so a second put of one is stale), `invalid` where a record would point at one that is not there once
   * all changes are made, `duplicate` for a source key or a slug (present or earlier) of another record,
   * `unavailable`. Order of the changes does not matter. No changes with a key: the key is taken all the same.
   * Erasing releases key and slugs, and blanks `old` and `value` in the record's audit entries.
   */
  commit(changes: readonly Change[], by: Author): Promise<Commit>
  /** Checks the file itself: integrity, foreign keys, search index. One line a fault. */
  verify(): Promise<readonly string[]>
  /** The quick part of `verify`: pages of the file that are damaged, one line a fault. Holds up no other question. */
  damage(): Promise<readonly string[]>
  /** A consistent copy of everything, records before what points at them; audit entries and tombstones too. */
  dump(): AsyncIterable<DumpLine>
  /** Takes dumped lines in, all or none of this call. Lines already present and equal are passed over; a differing one throws `conflict`. */
  load(lines: readonly DumpLine[], by: Author): Promise<{ added: number; same: number }>
  close(): Promise<void>
}
