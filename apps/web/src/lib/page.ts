import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Need } from './answers.ts'

/** What stands in a page's head; addresses without the origin. */
export type Head = {
  title: string
  description: string
  canonical: string | null
  alternates: readonly { type: string; href: string; title: string }[]
  /** false: search engines are asked to leave the page out. */
  index: boolean
  jsonLd: object | null
}

/** `settled`: the address to show instead of the one asked for, once the reader has stopped typing. */
export type Shown =
  | { kind: 'page'; status: number; head: Head; body: ReactNode; settled?: string; settledWords?: string }
  | { kind: 'redirect'; status: 301 | 302; to: string }

/** A page found for an address, before its answers are there. */
export type Opened = {
  /** Which page: two addresses of one page are shown without leaving it. */
  name: string
  /** The address in its one form: keys sorted, defaults and unknown keys left out. */
  address: string
  /** false: the page is whole without a script and gets none. */
  script: boolean
  needs: readonly Need[]
  /** Called when every need that is not late has its answer in the cache. */
  show: (cache: QueryClient) => Shown
}

/** The page at an address, or null where there is none. */
export type Open = (url: URL) => Opened | null

/** An address that only sends on to another, for good. */
export function moved(to: string): Opened {
  return {
    name: 'moved',
    address: to,
    script: true,
    needs: [],
    show: () => ({ kind: 'redirect', status: 301, to }),
  }
}
