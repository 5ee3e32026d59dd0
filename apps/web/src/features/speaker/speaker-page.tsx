import { answerIfAny, answerOf } from '../../lib/answers.ts'
import { moved } from '../../lib/page.ts'
import type { Opened } from '../../lib/page.ts'
import {
  hasEmptyFields,
  pageInput,
  searchAddress,
  searchStateOf,
  searchWords,
  stateAddress,
} from '../search/index.ts'
import { SpeakerPage } from './SpeakerPage.tsx'
import { words } from './words.ts'

/** `/speakers/:slug`; an earlier slug is sent on to the present one. */
export function speakerPage({ pathname, searchParams }: URL): Opened | null {
  const part = /^\/speakers\/([^/.]+)$/.exec(pathname)?.[1]
  const slug = part === undefined ? null : decoded(part)
  if (slug === null) return null
  const path = `/speakers/${encodeURIComponent(slug)}`
  const state = searchStateOf(searchParams, { path, speaker: slug })
  if (hasEmptyFields(searchParams)) return moved(stateAddress(state))
  const input = pageInput(state)
  const facetsInput = { query: state.query }
  return {
    name: path,
    address: stateAddress(state),
    script: true,
    needs: [
      { path: 'speaker.get', input: { slug }, late: false },
      { path: 'search.page', input, late: false },
      { path: 'search.facets', input: facetsInput, late: true },
    ],
    show(cache) {
      const speaker = answerOf(cache, 'speaker.get', { slug })
      if (speaker.slug !== slug) {
        const scope = { path: `/speakers/${encodeURIComponent(speaker.slug)}`, speaker: speaker.slug }
        return { kind: 'redirect', status: 301, to: searchAddress(scope, state.query, state.cursor) }
      }
      const page = answerOf(cache, 'search.page', input)
      const address = searchAddress(state.scope, page.understood, state.cursor)
      return {
        kind: 'page',
        status: 200,
        settledWords: searchWords.count(page.total.count, page.total.exact),
        head: {
          title: speaker.name,
          description: words.description(speaker.name, speaker.quotes),
          canonical: address,
          alternates: [{ type: 'application/json', href: `${path}.json`, title: 'JSON' }],
          index: true,
          jsonLd: null,
        },
        body: (
          <SpeakerPage
            speaker={speaker}
            state={state}
            page={page}
            facets={answerIfAny(cache, 'search.facets', facetsInput)}
          />
        ),
      }
    },
  }
}

function decoded(part: string): string | null {
  try {
    const text = decodeURIComponent(part)
    return text.length <= 200 ? text : null
  } catch {
    return null
  }
}
