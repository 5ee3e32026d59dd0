import type { QueryClient } from '@tanstack/react-query'
import { keyOf } from './answers.ts'
import type { Ask, Need, Path } from './answers.ts'
import { failureOf } from './failure.ts'
import type { Failure } from './failure.ts'
import type { Head, Open, Opened, Shown } from './page.ts'

export type Page = Extract<Shown, { kind: 'page' }>
export type Trouble = { failure: Failure; address: string }
export type RouterState = {
  name: string
  address: string
  page: Page
  /** How it was come to; null for the page the server sent. */
  move: Move | null
  pending: boolean
  trouble: Trouble | null
  online: boolean
  /** When what is shown was loaded; null for the page the server sent. */
  loadedAt: Date | null
}

/**
 * push: a new entry of the history. draft: the entry that follows the last settled one, replaced while
 * the reader types. replace: in place of the present one. pop: the reader went back or forward.
 */
export type Move = 'push' | 'draft' | 'replace' | 'pop'

export type Router = {
  state: () => RouterState
  subscribe: (listener: () => void) => () => void
  go: (to: string, move?: Move) => void
  /** Told by the window whether there is a network. */
  setOnline: (online: boolean) => void
}

/** What the router needs of the window it works in; entry-client.tsx gives the real one. */
export type Surface = {
  /** Leaves for an address outside the router. */
  leave: (address: string) => void
  /** Puts the address into the history; `entering` tells a page from a refinement of the one shown. */
  enter: (address: string, move: Move) => void
  /** Called when the new page is on screen. */
  settle: (head: Head, move: Move, otherPage: boolean) => void
  /** Remembers scroll and focus of the entry that is left. */
  remember: (move: Move) => void
  paint: (change: () => void) => void
}

type Parts = {
  origin: string
  open: Open
  fallback: (failure: Failure) => Page
  cache: QueryClient
  ask: Ask
  surface: Surface
  first: RouterState
}

/** Shows one page after another without leaving the document; old content stays until the new is there. */
export function createRouter({ origin, open, fallback, cache, ask, surface, first }: Parts): Router {
  let state = first
  let turn = 0
  let asked: readonly Need[] = []
  const listeners = new Set<() => void>()
  const change = (next: Partial<RouterState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  async function go(to: string, move: Move): Promise<void> {
    const url = new URL(to, origin)
    const opened = open(url)
    if (opened === null || !opened.script) return surface.leave(to)
    turn += 1
    const mine = turn
    cancel(cache, asked, opened.needs)
    asked = opened.needs
    change({ pending: true, trouble: null })
    const outcome = await show(opened)
    if (mine !== turn) return undefined
    if ('failure' in outcome)
      return change({ pending: false, trouble: { failure: outcome.failure, address: to } })
    if (outcome.kind === 'redirect') return go(outcome.to, move === 'push' ? 'push' : 'replace')
    const shown = move === 'draft' ? opened.address : (outcome.settled ?? opened.address)
    const address = `${shown}${url.hash}`
    const otherPage = state.name !== opened.name
    surface.remember(move)
    surface.enter(address, move)
    surface.paint(() => {
      change({ name: opened.name, address: shown, page: outcome, move, pending: false, loadedAt: new Date() })
    })
    return surface.settle(outcome.head, move, otherPage)
  }

  async function show(opened: Opened): Promise<Shown | { failure: Failure }> {
    try {
      const now = opened.needs.filter(({ late }) => !late)
      for (const need of opened.needs) if (need.late) void cache.prefetchQuery(queryOf(ask, need))
      await Promise.all(now.map((need) => cache.fetchQuery(queryOf(ask, need))))
      return opened.show(cache)
    } catch (error) {
      const failure = failureOf(error)
      return failure.code === 'notFound' || failure.code === 'gone' ? fallback(failure) : { failure }
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    go: (to, move = 'push') => void go(to, move),
    setOnline: (online) => change({ online }),
  }
}

function queryOf<P extends Path>(ask: Ask, { path, input }: { path: P; input: Parameters<Ask[P]>[0] }) {
  return {
    queryKey: keyOf(path, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => ask[path](input, signal),
  }
}

/** Cancels what was asked for a page that will not be shown, unless the next page asks it too. */
function cancel(cache: QueryClient, asked: readonly Need[], wanted: readonly Need[]): void {
  const kept = new Set(wanted.map(({ path, input }) => JSON.stringify([path, input])))
  for (const { path, input } of asked) {
    if (!kept.has(JSON.stringify([path, input])))
      void cache.cancelQueries({ queryKey: [path, input], exact: true })
  }
}
