/** Port taken where none was asked for. */
export const defaultPort = 4600

/**
 * Most bytes of a request line and headers. A query of 10,000 characters is 90 kB once percent-encoded in an
 * address; Node's own limit is 16 kB and would answer 431 to what the schema allows.
 */
export const maxHeaderBytes = 128 * 1024

/** Longest part of a path: slugs have at most 120 characters, percent-encoded up to nine bytes each; batched procedures are named in one part. */
export const maxPathPart = 2_000

/** Most calls in one tRPC batch: a page needs four or five. More would let one request hold every reader thread. */
export const maxCallsPerBatch = 10

/** Most bytes of a body sent without a token: no procedure open to readers takes more than a query. */
export const maxOpenBodyBytes = 256 * 1024

/** Rows of a mirror's page unless `limit` says otherwise. */
export const defaultLimit = 20

/** Rows fetched at a time while a CSV is streamed: the most the store gives. */
export const csvPageRows = 100

/** Answers shorter than this are not compressed: they fit one packet as they are. */
export const minCompressedBytes = 1_400

/** Seconds a browser may keep a file whose name holds its hash. */
export const assetSeconds = 365 * 24 * 3600

/** Milliseconds that running requests are given at the end before their connections are cut. */
export const drainMs = 10_000

/** Milliseconds a client may take to send its request. */
export const requestMs = 60_000
