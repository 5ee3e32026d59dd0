import type { QuoteId } from '@onrecord/schema'
import { citeJsonLd } from '@onrecord/schema/citation'
import { answerOf } from '../../lib/answers.ts'
import type { Opened } from '../../lib/page.ts'
import { citationPlace } from './CitationBox.tsx'
import { QuotePage } from './QuotePage.tsx'
import { deniedWord, noSpeaker } from './record-words.ts'
import { words } from './words.ts'

const isQuoteId = (text: string): text is QuoteId => /^quo_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)

/** `/quotes/:id` */
export function quotePage({ pathname, origin }: URL): Opened | null {
  const id = /^\/quotes\/([^/.]+)$/.exec(pathname)?.[1]
  if (id === undefined || !isQuoteId(id)) return null
  const address = `/quotes/${id}`
  return {
    name: address,
    address,
    script: true,
    needs: [{ path: 'quote.get', input: { id }, late: false }],
    show(cache) {
      const quote = answerOf(cache, 'quote.get', { id })
      const jsonLd = citeJsonLd(quote, citationPlace(quote, origin))
      const name = quote.speaker?.name ?? noSpeaker
      const short =
        quote.text.length > 70 ? `${quote.text.slice(0, 69).toWellFormed().trimEnd()}…` : quote.text
      return {
        kind: 'page',
        status: 200,
        head: {
          title: words.title(name, quote.denied ? `${deniedWord} ${short}` : short),
          description: words.description(name, quote.source.title),
          canonical: address,
          alternates: [
            { type: 'application/json', href: `${address}.json`, title: 'JSON' },
            { type: 'application/x-bibtex', href: `${address}.bib`, title: 'BibTeX' },
            ...(jsonLd === null
              ? []
              : [{ type: 'application/ld+json', href: `${address}.jsonld`, title: 'JSON-LD' }]),
          ],
          index: quote.status === 'verified' || quote.status === 'disputed',
          jsonLd,
        },
        body: <QuotePage quote={quote} origin={origin} />,
      }
    },
  }
}
