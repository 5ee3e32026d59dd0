import type { RouterInputs, RouterOutputs } from '@onrecord/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'

/** What the pages ask, and what they are answered; the procedures of the API by name. */
type Questions = {
  'meta.get': { input: undefined; output: RouterOutputs['meta']['get'] }
  'search.page': { input: RouterInputs['search']['page']; output: RouterOutputs['search']['page'] }
  'search.facets': { input: RouterInputs['search']['facets']; output: RouterOutputs['search']['facets'] }
  'search.suggest': { input: RouterInputs['search']['suggest']; output: RouterOutputs['search']['suggest'] }
  'speaker.get': { input: RouterInputs['speaker']['get']; output: RouterOutputs['speaker']['get'] }
  'quote.get': { input: RouterInputs['quote']['get']; output: RouterOutputs['quote']['get'] }
  'source.get': { input: RouterInputs['source']['get']; output: RouterOutputs['source']['get'] }
  'source.list': { input: RouterInputs['source']['list']; output: RouterOutputs['source']['list'] }
  'statistic.list': { input: RouterInputs['statistic']['list']; output: RouterOutputs['statistic']['list'] }
  'statistic.get': { input: RouterInputs['statistic']['get']; output: RouterOutputs['statistic']['get'] }
}
export type Path = keyof Questions
export type Input<P extends Path> = Questions[P]['input']
export type Output<P extends Path> = Questions[P]['output']

/** Puts one question to the API; aborted by the signal. */
export type Ask = { [P in Path]: (input: Input<P>, signal: AbortSignal) => Promise<Output<P>> }

/**
 * A question a page must have answered before it is shown. `late`: the page can do without for a
 * while, or altogether, and says so.
 */
export type Need = { [P in Path]: { path: P; input: Input<P>; late: boolean } }[Path]

export const AskContext = createContext<Ask | null>(null)

export function keyOf<P extends Path>(path: P, input: Input<P>): readonly [P, Input<P>] {
  return [path, input]
}

/** The answer from the cache, asked for where it is missing; the last one stays until the next is there. */
export function useAnswer<P extends Path>(path: P, input: Input<P>, enabled = true) {
  const ask = useContext(AskContext)
  return useQuery<Output<P>>({
    queryKey: keyOf(path, input),
    queryFn: ({ signal }) => {
      if (ask === null) throw new Error('questions are answered before the page is rendered')
      return ask[path](input, signal)
    },
    placeholderData: keepPreviousData,
    enabled: enabled && ask !== null,
  })
}

/** An answer that a page's needs have put into the cache. Throws where it is not there: a defect. */
export function answerOf<P extends Path>(cache: QueryClient, path: P, input: Input<P>): Output<P> {
  const answer = cache.getQueryData<Output<P>>(keyOf(path, input))
  if (answer === undefined) throw new Error(`${path} was not asked before the page was shown`)
  return answer
}

/** As `answerOf`, null where the question failed or is still open. */
export function answerIfAny<P extends Path>(cache: QueryClient, path: P, input: Input<P>): Output<P> | null {
  return cache.getQueryData<Output<P>>(keyOf(path, input)) ?? null
}
