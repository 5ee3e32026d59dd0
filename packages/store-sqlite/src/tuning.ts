/** Milliseconds to wait for another writer before `unavailable`; a batch of one article takes under 100. */
export const busyTimeoutMs = 5000

/** Milliseconds between two tries to put a new file in WAL mode. */
export const walRetryMs = 20

/** Hits counted exactly; beyond, a total says "at least". 1001 is one more than people are told (bench: counts). */
export const countCap = 1001

/** Newest hits that facets are counted over. 5000 costs ten times as much at a million quotes. */
export const facetCap = 1000

/** Newest hits that are ranked by `best`; a rarer query is ranked whole. Doubling it doubles the time (bench: best). */
export const bestCap = 1000

/** Documents looked at to weigh a word: words in more quotes than this all weigh as little as a stop word. */
export const frequencyCap = 5000

/** bm25: how fast repeated words stop counting, and how much long quotes lose. The usual values. */
export const saturation = 1.2
export const lengthWeight = 0.75

/** How much a word in the speaker's name weighs against one in the text. */
export const nameWeight = 0.5

/** Speakers and publishers looked at for one suggestion. */
export const suggestCap = 1000

/** Rows a check of the file reads at a time. */
export const verifyRows = 200

/** Rows a dump reads at a time. */
export const dumpRows = 200

/** Memory of a connection's page cache in kibibytes. */
export const writerCacheKib = 65_536
export const readerCacheKib = 32_768

/** Bytes of the file mapped into memory at most. */
export const mmapBytes = 2_000_000_000
