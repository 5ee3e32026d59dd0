/** Statistics on a page of the table. */
export const PAGE_ROWS = 30
/** Articles offered in the filter; the most that the API gives at once. */
export const MOST_SOURCES = 100
