import { QueryClient } from '@tanstack/react-query'

/** Milliseconds an answer is good for; the reader asks anew by reloading. */
const FRESH_MS = 5 * 60_000
/** Milliseconds the browser keeps an answer that no page shows: Back within that time is at once. */
export const KEPT_MS = 50 * 60_000

/**
 * Answers by question. Without `keptMs` they live as long as the cache itself: on the server, where a
 * cache is of one page, a timer would hold on to it long after the page is sent.
 */
export function answerCache(keptMs: number = Number.POSITIVE_INFINITY): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: keptMs,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
    },
  })
}
