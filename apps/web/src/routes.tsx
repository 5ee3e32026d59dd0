import { aboutPage } from './features/about/index.ts'
import { quotePage } from './features/quote/index.ts'
import { searchPage } from './features/search/index.ts'
import { sourcePage } from './features/source/index.ts'
import { speakerPage } from './features/speaker/index.ts'
import { statisticPage, statisticsPage } from './features/statistic/index.ts'
import type { Open, Opened } from './lib/page.ts'

const routes = [
  searchPage,
  speakerPage,
  quotePage,
  sourcePage,
  statisticsPage,
  statisticPage,
  aboutPage,
] as const satisfies readonly Open[]

/** The page at an address; null where there is none. */
export function openPage(url: URL): Opened | null {
  for (const route of routes) {
    const opened = route(url)
    if (opened !== null) return opened
  }
  return null
}
