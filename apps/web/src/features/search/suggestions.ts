import type { Suggestions } from '@onrecord/schema'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { AskContext } from '../../lib/answers.ts'
import { NAME_TAIL_WORDS, SUGGESTED_SOURCES, SUGGESTED_SPEAKERS } from './tuning.ts'

export type Suggested = {
  /** The words that the suggestions complete: the end of what was typed. */
  used: string
  speakers: Suggestions['speakers']
  sources: Suggestions['sources']
}

/** What is typed, as names to try: the whole of it, then its last words. */
export function nameTails(text: string): string[] {
  const typed = text.trim().slice(0, 200)
  const parts = typed.split(/\s+/)
  const tails = Array.from({ length: NAME_TAIL_WORDS }, (_, index) =>
    parts.slice(-(NAME_TAIL_WORDS - index)).join(' '),
  )
  return [...new Set([typed, ...tails])].filter((tail) => tail.length > 1)
}

/** What the text without the words a suggestion replaces leaves to search for. */
export function withoutTail(text: string, used: string): string {
  const typed = text.trimEnd()
  return typed.endsWith(used) ? typed.slice(0, typed.length - used.length).trim() : typed.trim()
}

/** Speakers and outlets whose name the end of the text may be. */
export function useSuggestions(text: string, enabled: boolean) {
  const ask = useContext(AskContext)
  return useQuery<Suggested | null>({
    queryKey: ['suggestions', text],
    enabled: enabled && ask !== null && nameTails(text).length > 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      for (const used of nameTails(text)) {
        const found = await ask?.['search.suggest']({ words: used }, signal)
        if (found && found.speakers.length + found.sources.length > 0) {
          return {
            used,
            speakers: found.speakers.slice(0, SUGGESTED_SPEAKERS),
            sources: found.sources.slice(0, SUGGESTED_SOURCES),
          }
        }
      }
      return null
    },
  })
}
