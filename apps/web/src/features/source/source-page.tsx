import type { RevisionId, SourceId } from '@onrecord/schema'
import { answerOf } from '../../lib/answers.ts'
import type { Opened } from '../../lib/page.ts'
import { SourcePage } from './SourcePage.tsx'
import { words } from './words.ts'

const isSourceId = (text: string): text is SourceId => /^src_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)
const isRevisionId = (text: string): text is RevisionId => /^rev_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)

/** `/sources/:id`, `?v=` for an earlier version */
export function sourcePage({ pathname, searchParams }: URL): Opened | null {
  const id = /^\/sources\/([^/.]+)$/.exec(pathname)?.[1]
  if (id === undefined || !isSourceId(id)) return null
  const asked = searchParams.get('v')
  const revision = asked !== null && isRevisionId(asked) ? asked : null
  const path = `/sources/${id}`
  const address = revision === null ? path : `${path}?v=${revision}`
  const input = { id, revision }
  return {
    name: path,
    address,
    script: true,
    needs: [{ path: 'source.get', input, late: false }],
    show(cache) {
      const source = answerOf(cache, 'source.get', input)
      const quotes = source.quotes.filter(({ kind }) => kind !== 'term').length
      return {
        kind: 'page',
        status: 200,
        head: {
          title: source.publisher === null ? source.title : `${source.title}, ${source.publisher}`,
          description: words.description(source.title, quotes, source.statistics.length),
          canonical: address,
          alternates: [{ type: 'application/json', href: `${path}.json`, title: 'JSON' }],
          index: revision === null,
          jsonLd: null,
        },
        body: <SourcePage source={source} />,
      }
    },
  }
}
