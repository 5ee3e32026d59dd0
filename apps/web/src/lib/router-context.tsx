import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Router, RouterState } from './router.ts'

const RouterContext = createContext<Router | null>(null)
export const RouterProvider = RouterContext.Provider

export function useRouter(): Router {
  const router = useContext(RouterContext)
  if (router === null) throw new Error('rendered outside RouterProvider')
  return router
}

export function useRouterState(): RouterState {
  const router = useRouter()
  return useSyncExternalStore(router.subscribe, router.state, router.state)
}

/** A router that stays where it is, for rendering on the server. */
export function stillRouter(state: RouterState): Router {
  return {
    state: () => state,
    subscribe: () => () => undefined,
    go: () => undefined,
    setOnline: () => undefined,
  }
}
