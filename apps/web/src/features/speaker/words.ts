import { countWords } from '../../lib/number.ts'

export const words = {
  description: (name: string, quotes: number) =>
    `${countWords(quotes, 'quote')} by ${name}, each with its source and its place in the text.`,
  alsoWritten: 'Also written',
  figures: {
    verified: (count: number) => `${count} verified`,
    sources: (count: number) => countWords(count, 'source'),
    statistics: (count: number) => countWords(count, 'statistic'),
  },
  first: 'first',
  latest: 'latest',
  only: 'on',
  since: (from: string) => `since ${from}`,
  until: (to: string) => `until ${to}`,
  at: ', ',
  records: (count: number) => `${count} records are judged to be this speaker`,
  recordBy: 'judged the same by',
  reason: 'because',
  months: 'Quotes per month',
  monthBar: (month: string, count: number) => `${month}: ${countWords(count, 'quote')}`,
  asTable: 'Show as table',
  month: 'Month',
  quotes: 'Quotes',
  search: (name: string) => `Search ${name}’s quotes`,
  searchButton: 'Search',
  empty: (name: string) => `No quotes by ${name} yet.`,
  merged: (name: string) => `Recorded as ${name}.`,
  elsewhere: 'Elsewhere',
  statisticsLink: (count: number) => countWords(count, 'statistic'),
}
