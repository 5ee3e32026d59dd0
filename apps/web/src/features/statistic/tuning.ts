/** Statistics on a page of the table. */
export const PAGE_ROWS = 30
/** Articles offered in the filter; the most that the API gives at once. */
export const MOST_SOURCES = 100
/** The chart, in its own units: at 480 px it is drawn a third larger than they are. */
export const CHART = {
  width: 360,
  height: 220,
  top: 28,
  bottom: 30,
  right: 24,
  /** Between figures of one time, and from a figure to its name. */
  beside: 12,
  letter: 6.5,
  line: 14,
  /** Letters of a name that are written out. */
  name: 22,
} as const
