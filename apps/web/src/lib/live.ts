import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page has come alive: false on the server and in the first render of the client. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
