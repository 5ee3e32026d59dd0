import { QueryClient } from '@tanstack/react-query'

/** Milliseconds an answer is good for; the reader asks anew by reloading. */
const FRESH_MS = 5 * 60_000

export function answerCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: 10 * FRESH_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
    },
  })
}
