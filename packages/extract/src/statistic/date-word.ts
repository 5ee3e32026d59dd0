import type { GrainName } from './calendar.ts'

const numbered = (words: string, first: number): [string, number][] =>
  words.split(' ').map((word, index) => [word, index + first])

export const months: ReadonlyMap<string, number> = new Map([
  ...numbered('january february march april may june july august september october november december', 1),
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1),
  ['sept', 9],
])
/** Month names that are words too, so that they need a date around them or a capital and a preposition. */
export const ambiguousMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'dec',
  'sep',
  'jun',
])

export const weekdays: ReadonlyMap<string, number> = new Map([
  ...numbered('sunday monday tuesday wednesday thursday friday saturday', 0),
  ...numbered('sun mon tue wed thu fri sat', 0),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
])
export const shortWeekdays: ReadonlySet<string> = new Set([
  'sun',
  'mon',
  'tue',
  'tues',
  'wed',
  'weds',
  'thu',
  'thur',
  'thurs',
  'fri',
  'sat',
])

export const grains: ReadonlyMap<string, GrainName> = new Map(
  (['day', 'week', 'month', 'quarter', 'half', 'year', 'decade', 'century'] as const).flatMap(
    (grain): [string, GrainName][] => [
      [grain, grain],
      [grain === 'century' ? 'centuries' : `${grain}s`, grain],
    ],
  ),
)

/** First month of a season in the north, and how many months it has. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['autumn', 9],
  ['fall', 9],
  ['winter', 12],
])

/** Feasts of a fixed day: name, words joined by «_», to month and day. */
export const feasts: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [12, 25]],
  ['christmas_day', [12, 25]],
  ['christmas_eve', [12, 24]],
  ['xmas', [12, 25]],
  ['boxing_day', [12, 26]],
  ["new_year's_day", [1, 1]],
  ["new_year's_eve", [12, 31]],
  ['new_year', [1, 1]],
  ["new_year's", [1, 1]],
  ['halloween', [10, 31]],
  ["valentine's_day", [2, 14]],
  ['independence_day', [7, 4]],
  ['veterans_day', [11, 11]],
  ['earth_day', [4, 22]],
  ["st_patrick's_day", [3, 17]],
  ['juneteenth', [6, 19]],
  ["women's_day", [3, 8]],
  ["workers'_day", [5, 1]],
  ['labour_day', [5, 1]],
  ['armistice_day', [11, 11]],
  ['groundhog_day', [2, 2]],
  ["april_fool's_day", [4, 1]],
  ['cinco_de_mayo', [5, 5]],
  ['bastille_day', [7, 14]],
  ['epiphany', [1, 6]],
  ["all_saints'_day", [11, 1]],
])
export const longestFeast = 3

/** First words of those names. */
export const feastStarters: ReadonlySet<string> = new Set([
  'easter',
  ...[...feasts.keys()].map((name) => name.split('_')[0] ?? ''),
])

/** Words before a period that put the reader at one end of it. */
export const edges: ReadonlySet<string> = new Set([
  'early',
  'late',
  'mid',
  'start',
  'beginning',
  'end',
  'middle',
  'close',
])
