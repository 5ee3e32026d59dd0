/** Milliseconds without a key before the results are asked for: UX guide §2.1. */
export const TYPING_PAUSE_MS = 120
/** Quotes on a page of results, and on the first visit. */
export const PAGE_ROWS = 20
export const LATEST_ROWS = 10
/** Speakers shown on the first visit. */
export const FIRST_SPEAKERS = 8
/** Values of a facet shown before "more". */
export const SHOWN_FACET_VALUES = 6
/** Suggestions shown of each kind. */
export const SUGGESTED_SPEAKERS = 5
export const SUGGESTED_SOURCES = 3
/** Last words of the text tried as a name where the whole text is none: "ferry ana vid" finds Ana Vidal. */
export const NAME_TAIL_WORDS = 3
