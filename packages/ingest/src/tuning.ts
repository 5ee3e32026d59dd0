/** Most bytes of one document. A long book is 2 MB, a long page 5 MB; more is nearly always a mistake. */
export const MAX_BYTES = 20_000_000

/** Endings taken when a folder is walked; a file named on its own is taken whatever it is called. */
export const KNOWN_ENDINGS = [
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'jsonl',
  'ndjson',
] as const

/** Longest title made from a text, in UTF-16 code units: SCHEMA's rule for texts without one. */
export const TITLE_LENGTH = 80

/** Bytes of whole JSON lines handed to the loader at a time: bounds memory on files of any length. */
export const LINES_PER_PIECE_BYTES = 1_000_000

/** Bytes looked at to tell binary from text and to find a charset in a page. */
export const SNIFF_BYTES = 8192

/** Bytes given to the statistical guess of an encoding; more makes it slower, not surer. */
export const GUESS_BYTES = 65_536

/** Below this confidence (0–100) a guessed encoding is not believed and Windows-1252 is taken. */
export const GUESS_CONFIDENCE = 30

/** Broken UTF-8 is still read as UTF-8 when it has at least this many whole characters per broken one. */
export const WHOLE_PER_BROKEN = 10

/** Share of control characters and undecodable bytes above which a text is called binary. */
export const CONTROL_SHARE = 0.02

export const fetchLimits = {
  /** Milliseconds for one address, redirects and retries of it not counted. */
  timeoutMs: 30_000,
  /** Redirects followed: browsers allow 20, sites use at most three. */
  redirects: 5,
} as const
export type FetchLimits = { readonly timeoutMs: number; readonly redirects: number }

export const retryPolicy = {
  /** Tries in all. Five with doubling pauses span about 15 seconds: a server restarting. */
  attempts: 5,
  /** Pause before the second try, milliseconds; doubles each time, half of it random. */
  baseMs: 500,
  /** Longest pause taken, also when Retry-After asks for more. */
  maxMs: 60_000,
} as const
export type RetryPolicy = { readonly attempts: number; readonly baseMs: number; readonly maxMs: number }

/** Deepest nesting given to Readability: its time grows with the cube of it (200: 0.2 s, 2000: a minute). */
export const DEEPEST_ELEMENT = 200

/** Most tags and character references given to Readability, about 25 000 a second; above, a page is read as flat paragraphs. */
export const MOST_TAGS = 40_000

/** Fewer letters than this from Readability are taken for a failure, and other ways are tried. */
export const LEAST_ARTICLE = 250

/** Longest of the first two lines in which a day may be that of publication: a longer one is a paragraph. */
export const MOST_HEAD_LINE = 100

/** Lines from the start among which «Published: …» is looked for. */
export const PUBLISHED_LINES = 12
