import { answerOf } from '../../lib/answers.ts'
import type { Opened } from '../../lib/page.ts'
import { AboutPage } from './AboutPage.tsx'
import { words } from './words.ts'

/** `/about`, a page without script. */
export function aboutPage({ pathname }: URL): Opened | null {
  if (pathname !== '/about') return null
  return {
    name: 'about',
    address: '/about',
    script: false,
    needs: [{ path: 'meta.get', input: undefined, late: false }],
    show: (cache) => ({
      kind: 'page',
      status: 200,
      head: {
        title: words.title,
        description: words.description,
        canonical: '/about',
        alternates: [],
        index: true,
        jsonLd: null,
      },
      body: <AboutPage meta={answerOf(cache, 'meta.get', undefined)} />,
    }),
  }
}
