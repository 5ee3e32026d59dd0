import type { AppRouter } from '@onrecord/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import type { Ask } from './answers.ts'

/** Asks the API over HTTP, one request a question, so that an outdated one can be cancelled alone. */
export function httpAsk(url: string): Ask {
  const client = createTRPCClient<AppRouter>({ links: [httpLink({ url })] })
  return {
    'meta.get': (_, signal) => client.meta.get.query(undefined, { signal }),
    'search.page': (input, signal) => client.search.page.query(input, { signal }),
    'search.facets': (input, signal) => client.search.facets.query(input, { signal }),
    'search.suggest': (input, signal) => client.search.suggest.query(input, { signal }),
    'speaker.get': (input, signal) => client.speaker.get.query(input, { signal }),
    'quote.get': (input, signal) => client.quote.get.query(input, { signal }),
    'source.get': (input, signal) => client.source.get.query(input, { signal }),
    'source.list': (input, signal) => client.source.list.query(input, { signal }),
    'statistic.list': (input, signal) => client.statistic.list.query(input, { signal }),
    'statistic.get': (input, signal) => client.statistic.get.query(input, { signal }),
  }
}
