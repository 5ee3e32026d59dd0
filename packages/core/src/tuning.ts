/** Most UTF-16 units of a slug, so that a number fits behind it within the schema's 120. */
export const SLUG_LENGTH = 100
/** Most words of a query that are searched; nobody types more, and each costs a look into the index. */
export const QUERY_TERMS = 32
/** UTF-16 units up to which a paragraph is shown whole around a quote; longer ones are cut at sentences. */
export const PARAGRAPH_LENGTH = 1500
/** Sentences shown on either side where a paragraph is cut. */
export const PASSAGE_SENTENCES = 3
/** UTF-16 units on either side in which sentences are looked for. */
export const SENTENCE_WINDOW = 2000
/** Speakers or outlets that one token may stand for; more than that is no name. */
export const NAMES_PER_TOKEN = 5
/** Speakers and outlets suggested while typing, speakers shown before anything is typed, and those they are chosen from. */
export const SUGGESTED = { speakers: 5, sources: 3, first: 8, among: 40 } as const
/** On an empty page: speakers looked through for a similar name, and those shown. */
export const SIMILAR = { among: 50, shown: 3 } as const
/** Newest quotes of a speaker that are counted by month and source. */
export const COUNTED_QUOTES = 10_000
/** Rows asked of the store at a time where all are wanted. */
export const ROWS = 100
/** What one batch may hold: bytes of its text in UTF-8, and candidates of every kind together. */
export const LIMITS = { batchBytes: 16 * 1024 * 1024, candidates: 20_000 } as const
/** How often a batch is put together anew when others change what it touches meanwhile. */
export const COMMIT_TRIES = 20
/** Points are at odds where they are more than a hundredth of the larger one apart. */
export const POINTS_APART = 100
/** Words of a measure that are written out in the address of its series. */
export const SERIES_WORDS = 6
/** Most statistics that are looked through for the same figure told elsewhere. */
export const COMPARED = 300
